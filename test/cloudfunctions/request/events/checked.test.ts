/**
 * What is checked of a request, by whom, and what becomes of its parts: WeChat, media and the storage are doubles here,
 * each answering what a test wants.
 */
import { onFilesSubmitted } from '../../../../cloudfunctions/request/events/on-files-submitted';
import { onRequestSubmitted } from '../../../../cloudfunctions/request/events/on-request-submitted';
import type { PartCheck } from '../../../../cloudfunctions/request/content-check/rules/content-check';
import type { RequestDocument } from '../../../../cloudfunctions/request/rules/request-document';
import type { Consumer, HistoryRow, OutboxEntry } from '../../../../cloudfunctions/shared/outbox';
import { CHECKED_TEXT_CHARS } from '../../../../cloudfunctions/shared/wechat/security';
import type { HeldRequest } from '../../../../miniprogram/contract/content-check';
import { newKey, submission } from '../requests';
import { NONE, OWNER, Requests, STAFF } from '../requests-in-process';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
type Said = { ok: true; data: object } | { ok: false; code: number };
let mockText: (text: string) => Said;
let mockMedia: (url: string) => Said;
const mockAsked: unknown[][] = [];
jest.mock('../../../../cloudfunctions/shared/wechat/security', () =>
  Object.assign({}, jest.requireActual<object>('../../../../cloudfunctions/shared/wechat/security'), {
    msgSecCheck: (openid: string, text: string) => {
      mockAsked.push([openid, text]);
      return Promise.resolve(mockText(text));
    },
    mediaCheckAsync: (openid: string, media: { url: string; kind: string }) => {
      mockAsked.push([openid, media]);
      return Promise.resolve(mockMedia(media.url));
    },
  }),
);
jest.mock('../../../../cloudfunctions/shared/files', () =>
  Object.assign({}, jest.requireActual<object>('../../../../cloudfunctions/shared/files'), {
    linkFiles: (files: readonly string[]) =>
      Promise.resolve(files.map((file) => (file.includes('gone') ? '' : `https://${file}`))),
  }),
);
let mockTakeIn: (file: string) => object;
jest.mock('../../../../cloudfunctions/shared/own-call', () =>
  Object.assign({}, jest.requireActual<object>('../../../../cloudfunctions/shared/own-call'), {
    callOwnFunction: (fn: string, action: string, input: { file: string }) => {
      mockAsked.push([fn, action, input]);
      return Promise.resolve(mockTakeIn(input.file));
    },
  }),
);

type Stored = RequestDocument & { outbox: OutboxEntry[]; history: HistoryRow[] };
let r: Requests;
let id: string;
beforeAll(async () => {
  r = await Requests.open();
});
beforeEach(async () => {
  r.begin();
  mockAsked.length = 0;
  mockText = () => ({ ok: true, data: { suggest: 'pass' } });
  mockMedia = (url) => ({ ok: true, data: { traceId: `t-${url.slice(8)}` } });
  mockTakeIn = (file) => ({ ok: true, data: { file: `copy-${file}` } });
  r.cloud.replace('requesttraces', []);
  id = await r.send();
});
afterEach(() => {
  process.env['CONTENT_CHECK'] = 'off';
});

const one = (of = id) => r.stored(of) as Stored;
function change(own: object, of = id): void {
  r.cloud.replace(
    'requests',
    r.all().map((each) => (each._id === of ? { ...each, ...own } : each)),
  );
}
async function bring(consumer: Consumer, of = id): Promise<number> {
  r.later();
  const at = r.cloud.clock.now();
  await consumer(
    { id: 'e', event: 'e', about: {}, at, township: 'bh', collection: 'requests', document: of },
    at,
  );
  return at;
}
const waiting = { state: 'waiting' };
const checks = (of = id) => one(of).checks ?? {};

describe('what was written', () => {
  it.each([
    ['pass', { ok: true, data: { suggest: 'pass' } }, { state: 'passed' }],
    ['review', { ok: true, data: { suggest: 'review' } }, { state: 'held', why: 'review' }],
    ['risky', { ok: true, data: { suggest: 'risky' } }, { state: 'held', why: 'risky' }],
    ['no answer', { ok: false, code: 61010 }, { state: 'held', why: 'unchecked' }],
  ] as const)('%s', async (_what, answer, check) => {
    mockText = () => answer;
    change({ checks: { text: waiting } });
    const before = one().tokens.length;
    const at = await bring(onRequestSubmitted);
    expect(checks()).toEqual({ text: { ...check, at } });
    expect(mockAsked).toEqual([[r.asker, '二组的路灯坏了']]);
    expect(one().tokens.length - before).toBe(check.state === 'held' ? 1 : 0);
  });

  it('is asked about piece by piece, and one that is risky is all of it; words said later by themselves', async () => {
    await r.must(r.asker, id, { act: 'supplement', words: '还有一盏' });
    const at = one().steps.at(-1)?.at ?? 0;
    const long = `${'好'.repeat(CHECKED_TEXT_CHARS)}坏`;
    change({ text: long, checks: { text: waiting, [`supplement-${String(at)}`]: waiting } });
    mockText = (text) => ({ ok: true, data: { suggest: text.includes('坏') ? 'risky' : 'pass' } });
    await bring(onRequestSubmitted);
    expect(checks()).toMatchObject({
      text: { state: 'held', why: 'risky' },
      [`supplement-${String(at)}`]: { state: 'passed' },
    });
    expect(mockAsked).toHaveLength(3);
    expect(mockAsked.map(([, text]) => text)).toContain('还有一盏');
  });

  it('nothing is asked of what does not wait, or of no request', async () => {
    change({ checks: { text: { state: 'passed' }, photo0: { state: 'asked' } } });
    await bring(onRequestSubmitted);
    await bring(onRequestSubmitted, NONE);
    change({ checks: undefined });
    await bring(onRequestSubmitted);
    expect(mockAsked).toEqual([]);
  });
});

describe('photos and recordings', () => {
  const files = {
    photos: ['p0', 'gone', 'p2'],
    recordings: [{ file: 's0', seconds: 9 }],
    checks: { photo0: waiting, photo1: waiting, photo2: waiting, recording0: waiting },
  };

  it('are asked about by their links, each as what it is; a verdict is waited for', async () => {
    change(files);
    mockMedia = (url) =>
      url.endsWith('p2') ? { ok: false, code: 45009 } : { ok: true, data: { traceId: url.slice(8) } };
    const at = await bring(onRequestSubmitted);
    expect(mockAsked).toEqual([
      [r.asker, { url: 'https://p0', kind: 'picture' }],
      [r.asker, { url: 'https://p2', kind: 'picture' }],
      [r.asker, { url: 'https://s0', kind: 'sound' }],
    ]);
    expect(checks()).toEqual({
      photo0: { state: 'asked', at },
      photo1: { state: 'held', why: 'unchecked', at },
      photo2: { state: 'held', why: 'unchecked', at },
      recording0: { state: 'asked', at },
    });
    const traces = r.cloud.documents<{ _id: string; about: object }>('requesttraces');
    expect(traces.map(({ about }) => about)).toEqual([
      { township: 'bh', request: id, part: 'photo0' },
      { township: 'bh', request: id, part: 'recording0' },
    ]);
  });

  const INTAKE = {
    intake: true,
    photos: ['p0', 'p1'],
    recordings: [{ file: 's0', seconds: 9 }],
    checks: { photo0: { state: 'intake' }, photo1: { state: 'passed' }, recording0: { state: 'intake' } },
  };

  it('become ours: each by its use, in the place of what was named; what cannot be had is said to be so', async () => {
    change(INTAKE);
    mockTakeIn = (file) => ({ ok: true, data: file === 's0' ? { fault: 'kind' } : { file: `copy-${file}` } });
    const at = await bring(onFilesSubmitted);
    expect(mockAsked).toEqual([
      ['media', 'takeIn', { township: 'bh', file: 'p0', use: 'photo' }],
      ['media', 'takeIn', { township: 'bh', file: 's0', use: 'recording' }],
    ]);
    expect(one()).toMatchObject({ photos: ['copy-p0', 'p1'], recordings: [{ file: '', seconds: 9 }] });
    expect(one()).not.toHaveProperty('intake');
    expect(checks()).toEqual({
      photo0: { state: 'passed', at },
      photo1: { state: 'passed' },
      recording0: { state: 'unusable', fault: 'kind', at },
    });
    mockAsked.length = 0;
    await bring(onFilesSubmitted);
    await bring(onFilesSubmitted, NONE);
    expect(mockAsked).toEqual([]);
  });

  it('wait for the check where there is one, unless somebody of the office entered it', async () => {
    process.env['CONTENT_CHECK'] = 'on';
    change(INTAKE);
    await bring(onFilesSubmitted);
    expect(checks()['photo0']?.state).toBe('waiting');
    change({ ...INTAKE, operator: 'p5' });
    await bring(onFilesSubmitted);
    expect(checks()['photo0']?.state).toBe('passed');
  });

  it('are brought again where media is away, or where the request changes each time; once is no matter', async () => {
    change(INTAKE);
    mockTakeIn = () => ({ ok: false, code: 'busy' });
    await expect(bring(onFilesSubmitted)).rejects.toThrow('busy');
    let changes = 0;
    const changing = (most: number) => (file: string) => {
      if (file === 'p0' && changes++ < most) change({ rev: one().rev + 1 });
      return { ok: true, data: { file: `copy-${file}` } };
    };
    mockTakeIn = changing(9);
    await expect(bring(onFilesSubmitted)).rejects.toThrow('tries again');
    expect([changes, one().intake]).toEqual([4, true]);
    changes = 0;
    mockTakeIn = changing(3);
    await bring(onFilesSubmitted);
    expect(one().photos).toEqual(['copy-p0', 'p1']);
  });
});

describe('with the check on', () => {
  beforeEach(() => {
    process.env['CONTENT_CHECK'] = 'on';
  });

  it('what a villager sends waits, files to be taken in first; what the office enters does not', async () => {
    const own = await r.send({}, 'checked-1');
    expect(one(own).checks).toEqual({ text: waiting });
    expect(one(own)).not.toHaveProperty('intake');
    const { privacy, ...said } = submission({ deputy: 'p5' });
    const entered = { ...said, privacy, name: '某', livesIn: 'v4' };
    const { data } = await r.ask(STAFF, 'submitFor', entered);
    expect(one((data as { request: string }).request)).not.toHaveProperty('checks');
  });

  it('what the asker says later waits, what others say does not; without the check nothing does', async () => {
    await r.must(r.asker, id, { act: 'supplement', words: '还有一盏' });
    const at = one().steps.at(-1)?.at ?? 0;
    expect(checks()).toEqual({ [`supplement-${String(at)}`]: waiting });
    r.later(61_000);
    await r.must(OWNER, id, { act: 'take' }, { act: 'explain', words: '说清了' });
    expect(Object.keys(checks())).toHaveLength(1);
    process.env['CONTENT_CHECK'] = 'off';
    await r.must(r.asker, id, { act: 'notSolved', words: '没有' });
    expect(Object.keys(checks())).toHaveLength(1);
  });
});

describe('a part that is held', () => {
  const held: PartCheck = { state: 'held', why: 'review', at: 1 };
  const settle = (part: string, release: boolean, key = newKey(), request = id) =>
    r.ask(STAFF, 'settlePart', { request, part, release }, key);
  /** As a verdict leaves them. */
  async function hold(of = id): Promise<void> {
    change({ checks: { text: waiting, photo0: waiting }, photos: ['p0'] }, of);
    mockText = () => ({ ok: true, data: { suggest: 'review' } });
    mockMedia = () => ({ ok: false, code: 1 });
    await bring(onRequestSubmitted, of);
  }
  const inList = async () => (await r.read<{ requests: HeldRequest[] }>(STAFF, 'listHeld')).requests.length;

  it('is released or kept by the office, in whichever order; with the last one the request leaves the list', async () => {
    await hold();
    expect(await inList()).toBe(1);
    expect((await settle('text', true)).data).toEqual({ request: id, part: 'text', released: true });
    expect(checks()['text']).toEqual({ state: 'released', at: r.cloud.clock.now() });
    expect(await inList()).toBe(1);
    expect((await settle('photo0', false)).data).toEqual({ request: id, part: 'photo0', released: false });
    expect([checks()['photo0']?.state, await inList()]).toEqual(['kept', 0]);
    expect(await settle('text', false)).toMatchObject({ ok: true, data: { released: false } });
    expect(checks()['text']?.state).toBe('kept');
    expect(
      one()
        .outbox.slice(-3)
        .map(({ event, about }) => [event, about]),
    ).toEqual([
      ['request-part-released', { request: id }],
      ['request-part-kept', { request: id }],
      ['request-part-kept', { request: id }],
    ]);
    expect(one().history.slice(-3)).toMatchObject([
      { act: 'part-released', of: `${id}.text`, from: 'held', to: 'released' },
      { act: 'part-kept', of: `${id}.photo0`, from: 'held', to: 'kept' },
      { act: 'part-kept', of: `${id}.text`, from: 'released', to: 'kept' },
    ]);
  });

  it('is settled once under a key, and settled as it is no act', async () => {
    await hold();
    const key = newKey();
    expect(await settle('text', true, key)).toMatchObject({ ok: true, data: { released: true } });
    const before = r.all();
    expect(await settle('text', true, key)).toMatchObject({ ok: true, data: { released: true } });
    expect(await settle('text', true)).toMatchObject({ ok: true, data: { released: true } });
    expect(await settle('text', false, key)).toMatchObject({ code: 'key-reused' });
    expect(r.all()).toEqual(before);
  });

  it('is nothing to whoever may not know of it or said it, nor where there is no copy or no part', async () => {
    await hold();
    change({ checks: { text: held, photo0: { state: 'unusable' }, photo1: { state: 'intake' } } });
    for (const [part, of] of [
      ['photo0', id],
      ['photo1', id],
      ['photo2', id],
      ['text', NONE],
    ] as const)
      expect([part, await settle(part, true, newKey(), of)]).toMatchObject([part, { code: 'not-found' }]);
    const ask = (openid: string) => r.ask(openid, 'settlePart', { request: id, part: 'text', release: true });
    expect(await ask('bh-p2')).toMatchObject({ code: 'not-allowed' });
    change({ hidden: ['p1'] });
    expect(await ask('bh-p1')).toMatchObject({ code: 'not-found' });
    change({ hidden: [], account: one().account });
    expect(await ask('bh-p1')).toMatchObject({ ok: true });
    const own = await r.send({}, STAFF);
    change({ checks: { text: held } }, own);
    expect(await settle('text', true, newKey(), own)).toMatchObject({ code: 'not-found' });
  });

  it('is listed with what it is of, four requests to a page, oldest first', async () => {
    const all = [id];
    for (let n = 0; n < 4; n++) {
      r.later(61_000);
      all.push(await r.send({}, `held-${String(n)}`));
    }
    for (const each of all) await hold(each);
    change({
      photos: ['p0', 'gone'],
      recordings: [{ file: 's0', seconds: 9 }],
      checks: {
        text: held,
        photo0: { state: 'held' },
        photo1: held,
        recording0: held,
        photo2: { state: 'kept' },
      },
    });
    type Page = { requests: HeldRequest[]; next?: string };
    const first = await r.read<Page>(STAFF, 'listHeld');
    expect(first.requests.map(({ request }) => request)).toEqual(all.slice(0, 4));
    expect(first.requests[0]).toEqual({
      request: id,
      number: one().number,
      createdAt: one().createdAt,
      village: '柳树城村',
      category: '道路桥梁',
      parts: [
        { part: 'text', why: 'review', text: '二组的路灯坏了' },
        { part: 'photo0', why: 'unchecked', file: 'https://p0' },
        { part: 'photo1', why: 'review', file: '' },
        { part: 'recording0', why: 'review', file: 'https://s0', seconds: 9 },
      ],
    });
    const second = await r.read<Page>(STAFF, 'listHeld', { after: first.next });
    expect(second.requests.map(({ request }) => request)).toEqual(all.slice(4));
    expect(second).not.toHaveProperty('next');
    change({ hidden: ['p1'] });
    expect((await r.read<Page>('bh-p1', 'listHeld')).requests.map(({ request }) => request)).not.toContain(
      id,
    );
  });
});

describe('what a reader opens', () => {
  const FILES = {
    photos: ['p0', 'gone', 'p2'],
    recordings: [
      { file: 's0', seconds: 9 },
      { file: 'gone', seconds: 8 },
    ],
  };
  type View = { photos: string[]; recordings: object[]; replyDays?: object };
  const get = (openid: string) => r.read<View>(openid, 'get', { request: id });

  it('are links of what is there, each in its place; nothing of what is kept from them', async () => {
    change(FILES);
    const photos = ['https://p0', 'https://p2'];
    for (const openid of [r.asker, OWNER, STAFF])
      expect(await get(openid)).toMatchObject({ photos, recordings: [{ file: 'https://s0', seconds: 9 }] });
    change({ privacy: { hideName: true, notOwnVillage: false, publishable: false } });
    expect(await get(r.asker)).toMatchObject({ photos });
    expect(await get(OWNER)).toMatchObject({ photos: [], recordings: [] });
  });

  it('the days of an answer are the office’s, who assigns', async () => {
    await r.must(OWNER, id, { act: 'propose', words: '请交办' });
    expect(await get(STAFF)).toHaveProperty('replyDays');
    for (const openid of [OWNER, r.asker]) expect(await get(openid)).not.toHaveProperty('replyDays');
  });
});

describe('a part', () => {
  it.each([
    ['text', true],
    ['photo0', true],
    ['photo12', true],
    ['recording0', true],
    ['supplement-1764000000000', true],
    ['photo123', false],
    ['photo', false],
    ['recording10', false],
    ['xtext', false],
    ['textx', false],
    ['supplement-176400000000', false],
    ['supplement-17640000000000', false],
    ['abcdefghijklmnopq-1764000000000', false],
    ['-1764000000000', false],
    ['a.b-1764000000000', false],
  ])('%s', async (part, isOne) => {
    const { code } = await r.ask(STAFF, 'settlePart', { request: id, part, release: true });
    expect(code).toBe(isOne ? 'not-found' : 'bad-input');
  });
});
