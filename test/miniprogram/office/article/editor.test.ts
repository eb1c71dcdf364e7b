import type { Content } from '../../../../miniprogram/contract/article';
import { Editor } from '../../../../miniprogram/office/article/editor';
import { saySaved, sayNewer } from '../../../../miniprogram/office/article/saved';
import { installFakeWx, NO_NETWORK } from '../../../support/fake-wx';
import type { FakeWx } from '../../../support/fake-wx';
import { articleView, content } from '../../../support/sample-articles';
import { NOW } from '../../../support/sample-answers';

const TODAY = '2026-11-23';

let fake: FakeWx;
/** The article as it lies on the server. */
let lying: { edition: number; content: Content };
let save: (input: { edition: number; content: Content }) => unknown;

const titled = (title: string): Content => ({ ...content, title });
const saves = () => fake.calls.filter(({ data }) => data.action === 'save');
const offline = (): never => {
  throw NO_NETWORK as unknown as Error;
};

/** Takes what comes on the edition that lies there; else puts it aside, as the server does. */
function takeIt(input: { edition: number; content: Content }): unknown {
  if (input.edition !== lying.edition) {
    const newer = { by: '赵样样', at: NOW };
    return { ok: true, data: { saved: false, edition: lying.edition, newer, version: 'v3' } };
  }
  lying = { edition: lying.edition + 1, content: input.content };
  return { ok: true, data: { saved: true, edition: lying.edition, marks: [], problems: [] } };
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
  lying = { edition: 7, content };
  save = takeIt;
  fake.answer = ({ data }) => {
    if (data.action === 'get') return { ok: true, data: { ...articleView, ...lying } };
    return data.action === 'save' ? save(data.input as unknown as typeof lying) : { ok: true, data: {} };
  };
});
afterEach(() => {
  jest.useRealTimers();
});

async function opened(): Promise<Editor> {
  const editor = new Editor('a1', () => undefined);
  await editor.open();
  return editor;
}

test('is saved once when nobody has typed for a moment, not with each letter', async () => {
  const editor = await opened();
  for (const title of ['接', '接访', '接访日']) {
    editor.change(titled(title));
    await jest.advanceTimersByTimeAsync(500);
  }
  expect(saves()).toHaveLength(0);
  await jest.advanceTimersByTimeAsync(1_500);
  expect(saves()).toHaveLength(1);
  expect(lying.content.title).toBe('接访日');
  expect(saySaved(editor.save, TODAY)).toEqual({ words: '已保存 9:30', tone: 'done' });
});

test('what is typed while it is being saved follows on the new edition', async () => {
  const editor = await opened();
  editor.change(titled('一'));
  save = (input) => {
    if (lying.edition === 7) editor.change(titled('一二'));
    return takeIt(input);
  };
  await jest.advanceTimersByTimeAsync(5_000);
  expect(saves().map(({ data }) => data.input['edition'])).toEqual([7, 8]);
  expect(lying.content.title).toBe('一二');
});

test('without a network it stays on the phone, under one key, and goes when the article is opened again', async () => {
  const editor = await opened();
  save = offline;
  editor.change(titled('接访'));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(saySaved(editor.save, TODAY).words).toBe('没有网络，已存在手机上，联网后自动保存');
  expect(new Set(saves().map(({ data }) => data.key)).size).toBe(1);

  save = takeIt;
  const later = await opened();
  expect(later.content?.title).toBe('接访');
  expect(lying.content.title).toBe('接访');
  expect(fake.storage.get('v1.articles')).toEqual({});
});

test('a lost answer repeats the same key, so that one edition is not two', async () => {
  const editor = await opened();
  const keys: unknown[] = [];
  save = (input) => {
    keys.push(fake.calls.at(-1)?.data.key);
    takeIt(input);
    return offline();
  };
  editor.change(titled('接访'));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(new Set(keys).size).toBe(1);
});

test('two at once: both versions stay, and the person chooses', async () => {
  const editor = await opened();
  lying = { edition: 8, content: titled('她写的') };
  editor.change(titled('我写的'));
  await jest.advanceTimersByTimeAsync(2_000);
  expect(sayNewer(editor.save, TODAY)).toBe(
    '赵样样 9:30 也改了这一篇，比您先存上。您写的没有丢，已另存为一个版本。接着用哪一个？',
  );
  expect(editor.editable).toBe(false);
  expect(lying.content.title).toBe('她写的');

  await editor.takeMine();
  expect(lying).toMatchObject({ edition: 9, content: { title: '我写的' } });
  expect(editor.save.at).toBe('saved');
});

test('or goes on from what the other wrote', async () => {
  const editor = await opened();
  lying = { edition: 8, content: titled('她写的') };
  editor.change(titled('我写的'));
  await jest.advanceTimersByTimeAsync(2_000);
  await editor.takeTheirs();
  expect(editor.content?.title).toBe('她写的');
  expect(editor.editable).toBe(true);
});

test('what somebody began to write before the page closed is on the phone', async () => {
  const editor = await opened();
  save = offline;
  editor.change(titled('半句'));
  editor.leave();
  expect(fake.storage.get('v1.articles')).toMatchObject({ a1: { edition: 7, content: { title: '半句' } } });
  await jest.advanceTimersByTimeAsync(60_000);
});

test('a refusal is said and nothing is thrown away', async () => {
  const editor = await opened();
  save = () => ({ ok: false, code: 'wrong-state' });
  editor.change(titled('接访'));
  await jest.advanceTimersByTimeAsync(2_000);
  expect(saySaved(editor.save, TODAY).tone).toBe('late');
  expect(fake.storage.get('v1.articles')).toMatchObject({ a1: { content: { title: '接访' } } });
});
