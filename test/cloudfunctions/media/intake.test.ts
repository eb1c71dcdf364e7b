/** The first bytes go out: whatever is laid in their place after the submit, after the check, or at once. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { TakenFile } from '../../../cloudfunctions/media/intake/store';
import type { SampleCloud } from '../../support/sample-cloud';
import { samplePhoto, sampleSound, uploadFile } from '../../support/sample-files';
import { relayChecks, resetChecking, STAFF, startChecking, VILLAGER } from '../request/checking';
import { folderOf, submit, view } from '../request/requests';
import { stored } from '../request/steps';

let cloud: SampleCloud;
let folder: string;
beforeAll(async () => {
  cloud = await startChecking();
});
beforeEach(async () => {
  await cloud.control({ faults: {} });
  await resetChecking(cloud);
  folder = await folderOf(cloud, VILLAGER);
});
afterAll(() => cloud.close());

let names = 0;
const newPath = (ending: string) => `${folder}/case-${String(names++)}/1.${ending}`;

/** The colour of a picture of one colour. */
async function colourOf(link: string | undefined): Promise<string> {
  const bytes = Buffer.from(await (await fetch(link ?? '')).arrayBuffer());
  const { dominant } = await sharp(bytes).stats();
  return dominant.r > dominant.g ? 'red' : 'green';
}

const taken = () => [...cloud.database.exportDocuments('mediafiles')] as unknown as TakenFile[];

test('what is laid in a photo’s place after the submit, or after the check, is nobody’s evidence', async () => {
  const path = newPath('jpg');
  const photo = await uploadFile(cloud, VILLAGER, path, await samplePhoto('#00aa00'));
  const { request } = await submit(cloud, VILLAGER, { photos: [photo] });
  // In intake: shown to nobody, not even to the office.
  expect(await view(cloud, STAFF, request)).toMatchObject({ photos: [], hidden: 1 });
  await cloud.control({ wechat: { pushes: 'hold' } });
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: VILLAGER });
  await uploadFile(cloud, VILLAGER, path, await samplePhoto('#ff0000'));
  await cloud.control({ wechat: { deliver: true } });
  await uploadFile(cloud, VILLAGER, path, await samplePhoto('#ff0000'));
  const { photos } = await view(cloud, STAFF, request);
  expect(await colourOf(photos[0])).toBe('green');
  // The copy's hash is kept, and its sender cannot reach it.
  const [row] = taken();
  const bytes = Buffer.from(await (await fetch(photos[0] ?? '')).arrayBuffer());
  expect(row).toMatchObject({ kind: 'jpg', hash: createHash('sha256').update(bytes).digest('hex') });
  const copy = new URL(row?.file ?? '').pathname.slice(1);
  await expect(uploadFile(cloud, VILLAGER, copy, 'mine')).rejects.toThrow('fail');
});

test('a photo swapped before it was read is the photo that was submitted: checked and shown alike', async () => {
  const path = newPath('jpg');
  const photo = await uploadFile(cloud, VILLAGER, path, await samplePhoto('#00aa00'));
  const { request } = await submit(cloud, VILLAGER, { photos: [photo] });
  await uploadFile(cloud, VILLAGER, path, await samplePhoto('#ff0000'));
  await relayChecks(cloud);
  expect(await colourOf((await view(cloud, STAFF, request)).photos[0])).toBe('red');
});

test.each([
  ['an empty photo', 'jpg', '', 'empty'],
  ['a page that calls itself a photo', 'jpg', '<html><script>1</script></html>', 'unreadable'],
  [
    'a drawing, which could name other files',
    'png',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'unreadable',
  ],
])(
  '%s is told to its sender, and to the office, and shown to nobody',
  async (_what, ending, bytes, fault) => {
    const photo = await uploadFile(cloud, VILLAGER, newPath(ending), bytes);
    const { request } = await submit(cloud, VILLAGER, { photos: [photo] });
    await relayChecks(cloud);
    expect(stored(cloud, request).checks).toMatchObject({ photo0: { state: 'unusable', fault } });
    for (const reader of [VILLAGER, STAFF])
      expect(await view(cloud, reader, request)).toMatchObject({ photos: [], unusable: 1 });
    // The office cannot release what is not there.
    const input = { township: 'bh', request, part: 'photo0', release: true };
    const released = await cloud.invoke('request', 'settlePart', input, { openid: STAFF, key: 'release-it' });
    expect(released.code).toBe('not-found');
  },
);

test('a photo loses place and camera, a recording its tags; what was uploaded is deleted', async () => {
  const tag = Buffer.concat([
    Buffer.from('ID3\u0004\u0000\u0000\u0000\u0000\u0000\u000c', 'latin1'),
    Buffer.from('canary-place'),
  ]);
  const photo = await uploadFile(cloud, VILLAGER, newPath('jpg'), await samplePhoto());
  const sound = Buffer.concat([tag, sampleSound('what was said')]);
  const file = await uploadFile(cloud, VILLAGER, newPath('mp3'), sound);
  const { request } = await submit(cloud, VILLAGER, { photos: [photo], recordings: [{ file, seconds: 3 }] });
  await relayChecks(cloud);
  const { photos, recordings } = await view(cloud, STAFF, request);
  const bodies = await Promise.all(
    [photos[0], recordings[0]?.file].map(async (link) => (await fetch(link ?? '')).text()),
  );
  expect(bodies.join()).not.toMatch(/canary|Exif/);
  expect(bodies[1]).toContain('what was said');
  const asked = {
    method: 'POST',
    headers: { 'x-wx-openid': VILLAGER },
    body: JSON.stringify({ fileList: [photo, file] }),
  };
  const gone = (await (await fetch(`${cloud.url}/client/temp-file-urls`, asked)).json()) as {
    fileList: object[];
  };
  expect(gone.fileList).toMatchObject([{ status: -503003 }, { status: -503003 }]);
});

test('media is away: everybody is told of the request, and the photo comes when it is back', async () => {
  const photo = await uploadFile(cloud, VILLAGER, newPath('jpg'), await samplePhoto());
  const { request } = await submit(cloud, VILLAGER, { photos: [photo] });
  await cloud.control({ faults: { killBeforeCall: 1, killTimes: 9, function: 'media' } });
  const kicked = await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: VILLAGER });
  expect((kicked.data as { failed: number }).failed).toBeGreaterThan(0);
  expect(await view(cloud, STAFF, request)).toMatchObject({ photos: [] });
  expect(stored(cloud, request).checks).toMatchObject({
    text: { state: 'passed' },
    photo0: { state: 'intake' },
  });
  await cloud.control({ faults: {} });
  cloud.clock.set(cloud.clock.now() + 2 * 60_000);
  await relayChecks(cloud);
  expect((await view(cloud, STAFF, request)).photos).toHaveLength(1);
});

test('two relays at once: one copy, one document, one check', async () => {
  const photo = await uploadFile(cloud, VILLAGER, newPath('jpg'), await samplePhoto());
  const before = taken().length;
  const input = { township: 'bh', file: photo };
  const chef = { openid: STAFF };
  // Not the writer's own folder.
  expect((await cloud.invoke('media', 'takePicture', input, chef)).code).toBe('not-your-file');
  const { request } = await submit(cloud, VILLAGER, { photos: [photo] });
  await Promise.all([relayChecks(cloud), relayChecks(cloud)]);
  expect(taken()).toHaveLength(before + 1);
  expect(stored(cloud, request)).toMatchObject({ photos: [taken().at(-1)?.file] });
  expect(stored(cloud, request).intake).toBeUndefined();
});
