/** 再补充 with photos and recordings: as those of the request itself in everything, whoever looks and whatever dies. */
import { openidOf } from '../../../local/townships/grants';
import type { SampleCloud } from '../../support/sample-cloud';
import { samplePhoto, sampleSound, uploadFile } from '../../support/sample-files';
import { heldOf, relayChecks, resetChecking, settleHeld, STAFF, startChecking, VILLAGER } from './checking';
import { folderOf, newKey, submit, view } from './requests';
import { mustStep, step, stored } from './steps';

jest.setTimeout(120_000);

let cloud: SampleCloud;
let owner: string;
let folder: string;
beforeAll(async () => {
  cloud = await startChecking();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control({ faults: {} });
  await resetChecking(cloud);
  folder = await folderOf(cloud, VILLAGER);
});

let names = 0;
const photo = async (where = folder) =>
  uploadFile(cloud, VILLAGER, `${where}/later-${String(names++)}/1.jpg`, await samplePhoto('#00aa00'));
const sound = async () => ({
  file: await uploadFile(cloud, VILLAGER, `${folder}/later-${String(names++)}/2.mp3`, sampleSound()),
  seconds: 4,
});

async function send(changes: Parameters<typeof submit>[2] = {}): Promise<string> {
  const { request, route } = await submit(cloud, VILLAGER, changes);
  owner = openidOf('bh', route.owner.person ?? '');
  await relayChecks(cloud);
  return request;
}

const filesOf = async (openid: string, request: string) => {
  const { photos, recordings } = await view(cloud, openid, request);
  return [photos.length, recordings.length];
};

test('they stand after the first ones, nobody sees them in intake, and others when they are checked', async () => {
  const request = await send({ photos: [await photo()] });
  const files = { photos: [await photo(), await photo()], recordings: [await sound()] };
  await mustStep(cloud, VILLAGER, request, { act: 'supplement', ...files });
  for (const openid of [VILLAGER, STAFF, owner]) expect(await filesOf(openid, request)).toEqual([1, 0]);
  await cloud.control({ wechat: { pushes: 'hold' } });
  await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: VILLAGER });
  for (const openid of [VILLAGER, STAFF]) expect(await filesOf(openid, request)).toEqual([3, 1]);
  expect(await filesOf(owner, request)).toEqual([1, 0]);
  await cloud.control({ wechat: { deliver: true } });
  expect(await filesOf(owner, request)).toEqual([3, 1]);
  const said = (await view(cloud, owner, request)).steps.find(({ act }) => act === 'supplement');
  expect(said).toMatchObject({ about: '2张照片、1段录音' });
  expect(said?.words).toBeUndefined();
  // Copies of ours, not what the phone may still change.
  const { photos, intake } = stored(cloud, request);
  expect(photos.every((file) => !file.includes('/u/'))).toBe(true);
  expect(intake).toBeUndefined();
});

test('the name switch keeps them from deputies, and the office’s held list judges each of them', async () => {
  const request = await send({ privacy: { hideName: true, notOwnVillage: false, publishable: false } });
  await cloud.control({ wechat: { dead: true } });
  await mustStep(cloud, VILLAGER, request, {
    act: 'supplement',
    photos: [await photo()],
    words: '拍给你们看',
  });
  await relayChecks(cloud);
  expect(await filesOf(STAFF, request)).toEqual([1, 0]);
  expect(await filesOf(owner, request)).toEqual([0, 0]);
  const [held] = (await heldOf(cloud)).requests;
  expect(held?.parts.map(({ part }) => part)).toEqual([expect.stringMatching(/^supplement-/), 'photo0']);
  expect(held?.parts[1]?.file).toMatch(/^http/);
  expect((await settleHeld(cloud, request, 'photo0', true)).ok).toBe(true);
  expect(await filesOf(owner, request)).toEqual([0, 0]);
  const shown = JSON.stringify(await view(cloud, owner, request));
  expect(shown).not.toContain('1张照片');
  expect(shown).not.toContain('拍给你们看');
});

test('nothing said, somebody else’s file, more than there may be: refused, and nothing of it stays', async () => {
  const request = await send();
  const refused = async (more: object) =>
    (await step(cloud, VILLAGER, request, { act: 'supplement', ...more })).code;
  expect(await refused({})).toBe('nothing-said');
  expect(await refused({ photos: [] })).toBe('nothing-said');
  const [foreign = ''] = stored(cloud, await send({ photos: [await photo()] })).photos;
  expect(await refused({ photos: [foreign] })).toBe('not-your-file');
  const nine = await Promise.all(Array.from({ length: 9 }, () => photo()));
  for (let n = 0; n < 3; n++) await mustStep(cloud, VILLAGER, request, { act: 'supplement', photos: nine });
  expect(await refused({ photos: [await photo()] })).toBe('too-many-files');
  expect(stored(cloud, request).photos).toHaveLength(27);
  expect((await step(cloud, owner, request, { act: 'supplement', words: '我来补' })).code).toBe('not-found');
});

test('more comes while the first are being taken in: none is lost, each is taken in once', async () => {
  const { request } = await submit(cloud, VILLAGER, { photos: [await photo()] });
  await mustStep(cloud, VILLAGER, request, { act: 'supplement', photos: [await photo()] });
  await mustStep(cloud, VILLAGER, request, { act: 'supplement', recordings: [await sound()] });
  await relayChecks(cloud);
  expect(await filesOf(VILLAGER, request)).toEqual([2, 1]);
  expect([...cloud.database.exportDocuments('mediafiles')]).toHaveLength(3);
});

test('the same tap again under its key adds nothing', async () => {
  const request = await send();
  const input = { township: 'bh', request, step: { act: 'supplement', photos: [await photo()] } };
  const act = { openid: VILLAGER, key: newKey() };
  const first = await cloud.invoke('request', 'act', input, act);
  expect((await cloud.invoke('request', 'act', input, act)).data).toEqual(first.data);
  expect(stored(cloud, request).photos).toHaveLength(1);
});

test('deleting one’s data takes the copies along; the export counts them before', async () => {
  const request = await send();
  await mustStep(cloud, VILLAGER, request, { act: 'supplement', photos: [await photo()], words: '还有一张' });
  await relayChecks(cloud);
  const [link = ''] = (await view(cloud, VILLAGER, request)).photos;
  expect((await fetch(link)).status).toBe(200);
  await mustStep(cloud, VILLAGER, request, { act: 'withdraw' });
  await cloud.invoke('request', 'eraseOwn', { township: 'bh' }, { openid: VILLAGER, key: newKey() });
  expect((await fetch(link)).status).toBe(404);
  const bare = stored(cloud, request);
  expect(bare).toMatchObject({ bare: true, photos: [] });
  expect(JSON.stringify(bare)).not.toContain('还有一张');
});
