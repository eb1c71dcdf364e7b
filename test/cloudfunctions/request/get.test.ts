import { startSampleCloud, type SampleCloud } from '../../support/sample-cloud';
import { samplePhoto, sampleSound } from '../../support/sample-files';
import { folderOf, submit, upload, view } from './requests';

let cloud: SampleCloud;
beforeAll(async () => {
  cloud = await startSampleCloud({ instancesPerFunction: 1 });
});
afterAll(() => cloud.close());

const NAME = '金丝雀名';
const PHONE = '13912345678';
const asker = 'asker-of-get';
const get = (openid: string | undefined, request: string, township = 'bh') =>
  cloud.invoke('request', 'get', { township, request }, openid === undefined ? {} : { openid });

describe('a request with name, phone, photo and recording, owned by p5 of the third group', () => {
  let request: string;
  beforeAll(async () => {
    const folder = await folderOf(cloud, asker);
    const photo = await upload(cloud, asker, `${folder}/2026-11-23-1/1.jpg`, await samplePhoto());
    const file = await upload(cloud, asker, `${folder}/2026-11-23-1/2.aac`, sampleSound());
    const more = { photos: [photo], recordings: [{ file, seconds: 7 }], name: NAME, phone: PHONE };
    ({ request } = await submit(cloud, asker, more));
    await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: asker });
  });

  it('costs the asker one call, and one more in a cold instance', async () => {
    cloud.clock.set(cloud.clock.now() + 61_000);
    expect([(await get(asker, request)).cost.calls, (await get(asker, request)).cost.calls]).toEqual([2, 1]);
  });

  it('costs the owner one more, for admit', async () => {
    expect((await get('bh-p5', request)).cost.calls).toBe(2);
  });

  it('tells the asker all of it, who has it, why, by when, and who else sees it', async () => {
    const seen = await view(cloud, asker, request);
    expect(seen).toMatchObject({
      mine: true,
      village: '柳树城村',
      category: '道路桥梁',
      state: 'submitted',
      late: false,
      acts: ['withdraw', 'supplement'],
      asker: { name: NAME, phone: PHONE },
      nextDate: '2026-11-26',
      title: '二组的路灯坏了',
      sentence: '第三代表小组马秋月代表会在11月26日前联系您',
      reason: '柳树城村的事 归第三代表小组，本选区的代表先接',
      steps: [{ state: 'submitted', by: '您' }],
    });
    expect(seen.seenBy).toContain('别的群众看不到');
  });

  it('gives links that open the photo and the recording, and no file ids', async () => {
    const { photos, recordings } = await view(cloud, 'bh-p5', request);
    expect(recordings[0]?.seconds).toBe(7);
    const [photo = '', sound = ''] = await Promise.all(
      [photos[0], recordings[0]?.file].map(async (url) => (await fetch(url ?? '')).text()),
    );
    expect(photo.length).toBeGreaterThan(100);
    expect(photo).not.toMatch(/canary-camera|Exif/);
    expect(sound).toContain('voice');
    // Neither an id nor whose it is.
    expect(JSON.stringify([photos, recordings])).not.toMatch(/cloud:\/\/|\/u\//);
  });

  it('lets the owner ask for the masked phone, and take it', async () => {
    const seen = await view(cloud, 'bh-p5', request);
    expect(seen).toMatchObject({ mine: false, asker: { name: NAME, phone: '139****5678' } });
    expect(seen.acts).toEqual(['take', 'explain', 'visit', 'propose', 'recuse', 'note', 'setTitle']);
    expect(seen.steps[0]?.by).toBe('反映人');
  });

  it.each([
    ['the leader of the group', 'bh-p6'],
    ['staff', 'bh-staff'],
    ['the chief', 'bh-p1'],
  ])('shows %s the phone only masked, and no act of the owner', async (_who, openid) => {
    const seen = await view(cloud, openid, request);
    expect(seen).toMatchObject({ mine: false, asker: { name: NAME, phone: '139****5678' } });
    expect(seen.acts).not.toContain('take');
  });

  it.each([
    ['another villager', 'bh-villager-3'],
    ['another deputy of the same group', 'bh-p49'],
    ['the leader of another group', 'bh-p2'],
    ['a receiver who is no deputy', 'bh-p7'],
    ['the village helper', 'bh-helper'],
    ['a unit clerk', 'bh-unit'],
    ['the district', 'qu-district'],
    ['the administrator', 'bh-admin'],
    ['staff of the other township', 'qs-staff'],
  ])('is not there for %s', async (_who, openid) => {
    const answer = await get(openid, request);
    expect(answer).toMatchObject({ ok: false, code: 'not-found' });
    expect(JSON.stringify(answer)).not.toMatch(/金丝雀名|13912345678|路灯/);
  });

  it('is not there under another township, even for its own asker', async () => {
    expect(await get(asker, request, 'qs')).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('is not there for staff of the other township who names that township', async () => {
    expect(await get('qs-staff', request, 'qs')).toMatchObject({ ok: false, code: 'not-found' });
  });

  it('is refused without an identity', async () => {
    expect(await get(undefined, request)).toMatchObject({ ok: false, code: 'no-identity' });
  });

  it('shows the chief who is also a deputy what only one of the two roles reaches', async () => {
    const { request: other } = await submit(cloud, 'asker-of-g8', { village: 'v12' });
    expect(await view(cloud, 'bh-p1', other)).toMatchObject({ mine: false });
  });
});

describe('不让代表看到我的名字', () => {
  it('keeps name, phone, photo and recording from deputy and leader; the office sees them', async () => {
    const folder = await folderOf(cloud, asker);
    const photo = await upload(cloud, asker, `${folder}/2026-11-23-2/1.jpg`, await samplePhoto('#123456'));
    const sound = await upload(cloud, asker, `${folder}/2026-11-23-2/2.aac`, sampleSound());
    const hidden = { hideName: true, notOwnVillage: false, publishable: false };
    const { request } = await submit(cloud, asker, {
      photos: [photo],
      recordings: [{ file: sound, seconds: 3 }],
      name: NAME,
      phone: PHONE,
      privacy: hidden,
    });
    await cloud.invoke('notify', 'kick', { township: 'bh' }, { openid: asker });
    for (const openid of ['bh-p5', 'bh-p6']) {
      const seen = await view(cloud, openid, request);
      expect(seen).toMatchObject({ photos: [], recordings: [], title: '道路桥梁（内容由人大办转述）' });
      expect(seen.asker).toBeUndefined();
      expect(JSON.stringify(seen)).not.toMatch(/金丝雀名|13912345678|139\*|storage|二组/);
    }
    expect(await view(cloud, 'bh-staff', request)).toMatchObject({ asker: { name: NAME } });
    expect((await view(cloud, asker, request)).photos).toHaveLength(1);
  });

  it('does not even tell the deputy how many recordings there are', async () => {
    const folder = await folderOf(cloud, 'silent-asker');
    const file = await upload(cloud, 'silent-asker', `${folder}/2026-11-23-1/1.aac`, 'voice');
    const privacy = { hideName: true, notOwnVillage: false, publishable: false };
    const silent = { recordings: [{ file, seconds: 3 }], privacy };
    const { submission, newKey } = await import('./requests');
    const { text: _text, ...input } = submission(silent);
    const answer = await cloud.invoke('request', 'submit', input, { openid: 'silent-asker', key: newKey() });
    const { request } = answer.data as { request: string };
    expect((await view(cloud, 'bh-p5', request)).title).toBe('道路桥梁（内容由人大办转述）');
    const today = await cloud.invoke('overview', 'today', { township: 'bh' }, { openid: 'bh-p5' });
    expect(JSON.stringify(today.data)).not.toContain('段录音');
  });
});

describe('不让本村代表看', () => {
  it('goes past every town deputy of the village', async () => {
    const privacy = { hideName: false, notOwnVillage: true, publishable: false };
    const { route } = await submit(cloud, 'shy-asker', { privacy });
    expect(['p5', 'p20', 'p34', 'p49']).not.toContain(route.owner.person);
  });

  it('is not there for the leader of the group, whose own village it is', async () => {
    const privacy = { hideName: false, notOwnVillage: true, publishable: false };
    const { request, route } = await submit(cloud, 'shy-of-v5', {
      village: 'v5',
      category: 'other',
      privacy,
    });
    expect(route.owner).toMatchObject({ group: 'g3', kind: 'deputy' });
    expect(await get('bh-p6', request)).toMatchObject({ ok: false, code: 'not-found' });
    const { seenBy } = await view(cloud, 'shy-of-v5', request);
    expect(seenBy.join('，')).not.toContain('组长');
  });
});

describe('a chief who is a deputy', () => {
  it('can take the request that is theirs, though the chief reads everything', async () => {
    const { request } = await submit(cloud, 'asker-of-p1', { village: 'v1', deputy: 'p1' });
    const seen = await view(cloud, 'bh-p1', request);
    expect(seen).toMatchObject({ mine: false, reader: 'owner' });
    expect(seen.acts).toContain('take');
  });
});
