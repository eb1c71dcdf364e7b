import { takeList } from '../../../miniprogram/services/take-list';
import { installFakeWx } from '../../support/fake-wx';
import type { FakeWx } from '../../support/fake-wx';

let fake: FakeWx;
/** What is chosen as the reason; undefined: the person goes back. */
let chosen: number | undefined;
/** What is chosen first, where there are two questions. */
let first: number | undefined;
let shown: Record<string, unknown>;
const page = {
  data: { busy: false },
  setData: (data: Record<string, unknown>) => {
    shown = { ...shown, ...data };
  },
};
const explain = ({ code }: { code: string }) => `没有导出：${code}`;
const take = () => takeList(page, { list: 'bans' }, explain);

beforeEach(() => {
  fake = installFakeWx();
  fake.storage.set('v1.whereabouts', { township: 'bh' });
  chosen = 0;
  first = undefined;
  shown = { done: '停好了', problem: '', retry: true };
  Object.assign(wx, {
    env: { USER_DATA_PATH: 'usr' },
    showActionSheet: ({ success, fail }: { success(at: object): void; fail(): void }) => {
      const tapIndex = first ?? chosen;
      first = undefined;
      if (tapIndex === undefined) fail();
      else success({ tapIndex });
    },
    downloadFile: ({ success }: { success(got: object): void }) => {
      success({ statusCode: 200 });
    },
    openDocument: ({ success }: { success(): void }) => {
      success();
    },
  });
});

test('whoever goes back when asked why changes nothing', async () => {
  chosen = undefined;
  expect(await take()).toBeUndefined();
  expect(fake.calls).toEqual([]);
  expect(shown).toEqual({ done: '停好了', problem: '', retry: true });
});

test('a refusal is said in the page, in place of what was done before, and is not offered to the button that reads again', async () => {
  fake.answer = () => ({ ok: false, code: 'not-allowed' });
  expect(await take()).toBeUndefined();
  expect(shown).toEqual({ busy: false, done: '', problem: '没有导出：not-allowed', retry: false });
});

test('the table opens, and how many rows went out is told', async () => {
  fake.answer = () => ({ ok: true, data: { file: 'https://a/1.xlsx', name: '名单.xlsx', rows: 7 } });
  expect(await take()).toBe(7);
  expect(shown).toEqual({ busy: false, done: '', problem: '', retry: false });
});

test('as .csv: one tap more, kept on a computer, sent to a chat from a phone', async () => {
  const given: unknown[] = [];
  const give = (how: string) => (of: { filePath: string; success(): void }) => {
    given.push([how, of.filePath]);
    of.success();
  };
  Object.assign(wx, { saveFileToDisk: give('disk'), shareFileMessage: give('chat') });
  fake.answer = () => ({ ok: true, data: { file: 'https://a/1.csv', name: '名单.csv', rows: 7 } });
  for (const platform of ['windows', 'android']) {
    Object.assign(wx, { getDeviceInfo: () => ({ platform }) });
    first = 4;
    expect(await take()).toBe(7);
  }
  expect(given).toEqual([
    ['disk', 'usr/名单.csv'],
    ['chat', 'usr/名单.csv'],
  ]);
  const asked = JSON.stringify(fake.calls);
  expect(asked).toContain('"as":"csv"');
});
