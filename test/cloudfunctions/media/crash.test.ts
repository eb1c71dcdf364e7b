/** Media dies at any of its calls, and the relay at any of its own: the file is taken in once, and then for good. */
import type { TakenFile } from '../../../cloudfunctions/media/intake/store';
import { DEATHS_OF_ACTS, dieAtEachCall } from '../../support/deaths';
import { fairShare } from '../../support/fair-share';
import type { SampleCloud } from '../../support/sample-cloud';
import { samplePhoto, uploadFile } from '../../support/sample-files';
import { relayChecks, resetChecking, STAFF, startChecking, VILLAGER } from '../request/checking';
import { folderOf, newKey, submit, view } from '../request/requests';
import { stored } from '../request/steps';

jest.setTimeout(60_000);

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startChecking();
});
afterAll(() => cloud.close());

const LATER_MS = 10 * 60_000;
const kick = () => cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: VILLAGER });

async function send(): Promise<string> {
  await resetChecking(cloud);
  const path = `${await folderOf(cloud, VILLAGER)}/${newKey()}/1.jpg`;
  const photo = await uploadFile(cloud, VILLAGER, path, await samplePhoto());
  return (await submit(cloud, VILLAGER, { photos: [photo] })).request;
}

async function expectWhole(request: string): Promise<void> {
  cloud.clock.set(cloud.clock.now() + LATER_MS);
  await relayChecks(cloud);
  expect(stored(cloud, request).checks).toMatchObject({ photo0: { state: 'passed' } });
  expect(stored(cloud, request).intake).toBeUndefined();
  expect((await view(cloud, STAFF, request)).photos).toHaveLength(1);
  const taken = [...cloud.database.exportDocuments('mediafiles')] as unknown as TakenFile[];
  expect(taken.map(({ file }) => file)).toEqual(stored(cloud, request).photos);
}

test.each(DEATHS_OF_ACTS)('a picture of an article: %s', async (death) => {
  await resetChecking(cloud);
  const writer = { openid: STAFF };
  await dieAtEachCall({ cloud, fn: 'media', death, atMost: 8 }, async (fatally) => {
    const path = `${await folderOf(cloud, STAFF)}/${newKey()}.jpg`;
    const file = await uploadFile(cloud, STAFF, path, await samplePhoto());
    const take = () => cloud.invoke('media', 'takePicture', { township: 'bh', file }, writer);
    await fatally(take);
    const [first, second] = [await take(), await take()];
    expect(first).toMatchObject({
      ok: true,
      data: { file: expect.stringContaining('/bh/pictures/') as string },
    });
    expect((second.data as TakenFile).file).toBe((first.data as TakenFile).file);
  });
});

test.each([1, 2])('a photo of a request: media dies before call %s', async (call) => {
  const request = await send();
  await cloud.control({ faults: { killBeforeCall: call, function: 'media' } });
  expect(((await kick()).data as { failed: number }).failed).toBeGreaterThan(0);
  await cloud.control({ faults: {} });
  await expectWhole(request);
});

/** `npm test` tries every third of them. */
test.each(fairShare([4, 8, 12, 14, 15, 16], 3))(
  'a photo of a request: the relay dies after call %s',
  async (call) => {
    const request = await send();
    await cloud.control({ faults: { killAfterCall: call, function: 'notify' } });
    expect((await kick()).code).toMatch(/^platform:/);
    await cloud.control({ faults: {} });
    await expectWhole(request);
  },
);
