import { sendFrom } from '../../../miniprogram/services/send-request';
import { emptyDraft, withFile } from '../../../miniprogram/platform/drafts';
import { explainDraft } from '../../../miniprogram/view/feedback';
import type { Draft } from '../../../miniprogram/platform/kept';
import { installFakeWx, NO_NETWORK } from '../../support/fake-wx';
import type { FakeWx } from '../../support/fake-wx';
import { NOW } from '../../support/sample-answers';

let fake: FakeWx;
let shown: { draft: Draft; problem: string; uploads: string[] };

const filled: Draft = {
  ...emptyDraft('bh'),
  village: 'v1',
  category: 'road',
  text: '路灯坏了',
  name: '李婶',
};
const sent = { ok: true, data: { request: 'r1', number: '1123-K7Q2' } };

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
  fake.storage.set('v1.folders', { bh: 'bh/u/a' });
  shown = { draft: filled, problem: '', uploads: [] };
});
afterEach(() => {
  jest.useRealTimers();
});

async function press() {
  const page: Parameters<typeof sendFrom>[0] = {
    draft: () => shown.draft,
    show: (draft) => (shown.draft = draft),
    setData: ({ draft, problem, percent, upload }) => {
      if (draft) shown.draft = draft;
      if (problem !== undefined) shown.problem = problem;
      if (upload !== undefined) shown.uploads.push(`${upload} ${String(percent)}%`);
    },
  };
  const work = sendFrom(page, explainDraft);
  await jest.advanceTimersByTimeAsync(60_000);
  return work;
}

const submitted = () => fake.calls.filter(({ data }) => data.action === 'submit');
const kept = (): Draft => fake.storage.get('v1.draft') as Draft;
const offline = (): never => {
  throw NO_NETWORK as unknown as Error;
};

test('what was sent is no draft any more', async () => {
  fake.answer = () => sent;
  expect(await press()).toEqual(sent.data);
  expect(kept()).toBeUndefined();
  expect(shown.draft).toEqual(emptyDraft('bh'));
  expect(fake.storage.get('v1.self')).toEqual({ name: '李婶', phone: '' });
});

test('the network goes: the draft is kept with its key, and goes out under it the next day, which the server is told', async () => {
  fake.answer = offline;
  expect(await press()).toBeUndefined();
  expect(shown.problem).toContain('存为草稿');
  const { sending } = kept();
  jest.setSystemTime(NOW + 86_400_000);
  shown.draft = kept();
  fake.answer = () => sent;
  await press();
  expect(new Set(submitted().map(({ data }) => data.key))).toEqual(new Set([sending?.key]));
  expect(submitted().map(({ data }) => data.again)).toEqual([undefined, true, true, true]);
  expect(submitted().flatMap(({ data }) => Object.keys(data.input))).not.toContain('day');
});

test('a photo that went through is not sent again after the second one failed', async () => {
  shown.draft = withFile(withFile(filled, 'photos', '/a.jpg'), 'photos', '/b.jpg');
  fake.uploadFails = (path) => path.endsWith('/2.jpg');
  await press();
  expect(submitted()).toEqual([]);
  expect(shown.problem).toContain('存为草稿');
  fake.uploadFails = () => false;
  fake.answer = () => sent;
  await press();
  const folder = `bh/u/a/${submitted()[0]?.data.key ?? ''}`;
  expect(fake.uploads).toEqual([`${folder}/1.jpg`, `${folder}/2.jpg`]);
  expect(submitted()[0]?.data.input['photos']).toEqual(fake.uploads.map((path) => `cloud://env/${path}`));
  expect(fake.dropped).toEqual(['/a.jpg', '/b.jpg']);
});

test('of each file is said how far it has come, and the how-many-th it is', async () => {
  shown.draft = withFile(withFile(filled, 'photos', '/a.jpg'), 'recordings', '/r.mp3', 9);
  fake.answer = () => sent;
  await press();
  expect(shown.uploads).toEqual([
    '正在传照片（第1个，共2个） 0%',
    '正在传照片（第1个，共2个） 50%',
    '正在传录音（第2个，共2个） 0%',
    '正在传录音（第2个，共2个） 50%',
  ]);
});

test('it went through last time under other words: nothing is sent twice, the draft is done', async () => {
  fake.answer = () => ({ ok: false, code: 'key-reused' });
  await press();
  expect(shown.problem).toContain('其实已经办成');
  expect(kept()).toBeUndefined();
  expect(shown.draft).toEqual(emptyDraft('bh'));
});

test('the sixth request of a day goes out the next morning under a key of its own, as was said', async () => {
  const full = { ok: false as const, code: 'too-many-requests' };
  let today: object = full;
  fake.answer = () => today;
  expect(await press()).toBeUndefined();
  expect(shown.problem).toContain('明天可以接着提交');
  expect(kept().text).toBe(filled.text);
  today = sent;
  shown.draft = kept();
  expect(await press()).toEqual(sent.data);
  expect(new Set(submitted().map(({ data }) => data.key)).size).toBe(2);
  expect(submitted()[1]?.data.again).toBeUndefined();
});

test('a phone that does not know its folder asks once', async () => {
  fake.storage.delete('v1.folders');
  shown.draft = withFile(filled, 'photos', '/a.jpg');
  fake.answer = ({ data }) => (data.action === 'whoAmI' ? { ok: true, data: { folder: 'bh/u/z' } } : sent);
  await press();
  expect(fake.uploads).toEqual([`bh/u/z/${submitted()[0]?.data.key ?? ''}/1.jpg`]);
});

describe('raised at the desk', () => {
  const visit = { date: '2026-11-23', place: 'h1-0830-1', booking: 'a-b' };

  test('goes under the visit, without a name, and leaves the person’s own things alone', async () => {
    fake.storage.set('v1.draft', { ...filled, text: '自己的草稿' });
    shown.draft = { ...filled, visit };
    fake.answer = () => sent;
    expect(await press()).toEqual(sent.data);
    const [call] = fake.calls.filter(({ data }) => data.action === 'submitFromVisit');
    expect(call?.data.input).toMatchObject({ visit, text: '路灯坏了' });
    expect(Object.keys(call?.data.input ?? {})).not.toContain('name');
    expect(kept().text).toBe('自己的草稿');
    expect(fake.storage.get('v1.self')).toBeUndefined();
  });

  test('without a network it is kept beside those of other visitors, under its key', async () => {
    fake.answer = offline;
    shown.draft = { ...filled, visit };
    await press();
    const other = { ...visit, booking: 'c-d' };
    shown.draft = { ...filled, text: '另一位', visit: other };
    await press();
    const drafts = fake.storage.get('v1.visitDrafts') as Record<string, Draft>;
    expect(Object.keys(drafts)).toEqual(['a-b', 'c-d']);
    expect(drafts['a-b']?.sending?.key).not.toBe(drafts['c-d']?.sending?.key);
    fake.answer = () => sent;
    await press();
    expect(Object.keys(fake.storage.get('v1.visitDrafts') as object)).toEqual(['a-b']);
  });
});
