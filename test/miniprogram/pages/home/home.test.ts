/** @jest-environment jsdom */
import { clearScreen, readScreen, showPage } from '../../../support/components';
import { home } from '../../../support/sample-answers';

const asked: unknown[] = [];

/** The platform's answer to every call; undefined while there is no network. */
function answerWith(result: unknown): void {
  const cloud = {
    callFunction: (call: unknown) => {
      asked.push(call);
      return result === undefined ? Promise.reject(new Error('request:fail')) : Promise.resolve({ result });
    },
  };
  Object.assign(wx, { cloud });
}

beforeEach(() => {
  asked.length = 0;
});

afterEach(clearScreen);

test('a scanned home is there after one call and one setData of at most 16 KB, in at most 300 nodes', async () => {
  answerWith({ ok: true, data: home });
  const { page, written } = await showPage('pages/home/home', { scene: 'bh.h1' });
  expect(asked).toHaveLength(1);
  expect(written).toHaveLength(1);
  expect(written[0]).toBeLessThanOrEqual(16 * 1024);
  expect(page.dom?.querySelectorAll('*').length).toBeLessThanOrEqual(300);
  expect(readScreen(page)).toContain(home.home.name);
});

test('without a network it says so after three tries, and offers to try again', async () => {
  jest.useFakeTimers();
  answerWith(undefined);
  const opening = showPage('pages/home/home', { scene: 'bh.h1' });
  await jest.advanceTimersByTimeAsync(10_000);
  const { page } = await opening;
  jest.useRealTimers();
  expect(asked).toHaveLength(3);
  expect(readScreen(page)).toContain('没有网络');
  expect(readScreen(page)).toContain('再试');
});

test('a closed township shows where to turn and whom to call, and nothing to press that would be refused', async () => {
  const closed = { words: '并入青石镇', to: { id: 'qs', name: '青石镇' } };
  answerWith({ ok: true, data: { ...home, closed } });
  const { page } = await showPage('pages/home/home', { scene: 'bh.h1' });
  const screen = readScreen(page);
  expect(screen).toContain('已经停用，不能再预约和反映。并入青石镇');
  expect(screen).toContain('打座机问一问');
  expect(screen).not.toContain('我要反映');
  answerWith({ ok: true, data: { ...home, township: { ...home.township, id: 'qs' } } });
  await (page.instance as unknown as { goOn(): Promise<void> }).goOn();
  expect(asked.at(-1)).toMatchObject({ data: { input: { township: 'qs' } } });
  expect(readScreen(page)).toContain('我要反映');
});

test('who works in a closed township is asked for in the one that goes on with it; a villager pays no call', async () => {
  const closed = { words: '并入青石镇', to: { id: 'qs', name: '青石镇' } };
  const goOn = async () => {
    answerWith({ ok: true, data: { ...home, closed, grants: [] } });
    const { page } = await showPage('pages/home/home', { scene: 'bh.h1' });
    asked.length = 0;
    await (page.instance as unknown as { goOn(): Promise<void> }).goOn();
    return asked.map((call) => (call as { data: { action: string } }).data.action);
  };
  expect(await goOn()).not.toContain('whoAmI');
  wx.setStorageSync('v1.standing', { township: 'bh', grants: [{ role: 'staff', state: 'confirmed' }] });
  expect(await goOn()).toContain('whoAmI');
});

test('a wrong clock of the phone is said once, and the dates are right all the same', async () => {
  const kept = new Map<string, unknown>();
  Object.assign(wx, {
    getStorageSync: (name: string) => kept.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => kept.set(name, value),
  });
  answerWith({ ok: true, data: { ...home, now: Date.now() + 3 * 86_400_000 } });
  const { page } = await showPage('pages/home/home', { scene: 'bh.h1' });
  expect(readScreen(page)).toContain('时间好像不准');
  clearScreen();
  const again = await showPage('pages/home/home', { scene: 'bh.h1' });
  expect(readScreen(again.page)).not.toContain('时间好像不准');
});
