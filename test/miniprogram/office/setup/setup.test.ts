/** @jest-environment jsdom */
import { clearScreen, readScreen, showPage } from '../../../support/components';

interface Sent {
  name: string;
  data: { action: string; key?: string; input: { township?: string; id?: string; name?: string } };
}

const sent: Sent[] = [];
/** Of the server: the townships that it has. */
let townships: { id: string; name: string }[] = [];
/** What becomes of an act that makes a township: `lost`, it is made and nobody hears of it. */
let fate: 'made' | 'lost' | 'taken' = 'made';

function answerTo({ data: { action, input } }: Sent): unknown {
  if (action === 'district') return { ok: true, data: { name: '', townships } };
  if (action === 'whoAmI') return { ok: true, data: { account: 'a', grants: [{ role: 'admin' }] } };
  if (action === 'setUpState') return { ok: true, data: { steps: [], papers: {}, fallbacks: [] } };
  if (action !== 'setUp' && action !== 'addTownship') return { ok: true, data: {} };
  if (fate === 'taken') return { ok: false, code: 'setup-void' };
  const id = (action === 'setUp' ? input.township : input.id) ?? '';
  const name = input.name ?? '';
  if (!townships.some((each) => each.id === id)) townships = [...townships, { id, name }];
  if (fate === 'lost') return undefined;
  return { ok: true, data: action === 'setUp' ? { township: id } : { id, name } };
}

beforeEach(() => {
  sent.length = 0;
  townships = [];
  fate = 'made';
  const callFunction = (call: Sent) => {
    sent.push(call);
    const result = answerTo(call);
    return result === undefined ? Promise.reject(new Error('request:fail')) : Promise.resolve({ result });
  };
  Object.assign(wx, { cloud: { callFunction } });
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  clearScreen();
});

interface Page {
  change(event: object): void;
  claim(): Promise<void>;
  openAnother(): void;
  type(event: object): void;
  addAnother(): Promise<void>;
}
async function open() {
  const { page } = await showPage('office/setup/setup');
  return { page, instance: page.instance as unknown as Page };
}
/** With the pauses between its tries. */
async function wait(act: Promise<void>): Promise<void> {
  await jest.advanceTimersByTimeAsync(60_000);
  await act;
}
const acts = (action: string) =>
  sent
    .filter(({ data }) => data.action === action)
    .map(({ data: { key, input } }) => `${input.id ?? input.township ?? ''} ${key ?? ''}`);

const typed = (name: string, value: string) => ({ detail: { name, value } });

async function claimed() {
  const { page, instance } = await open();
  instance.change(typed('secret', 'a secret of sixteen'));
  instance.change(typed('name', '白鹤镇'));
  return { page, instance };
}

test('a claim whose answer was lost makes the same township when it is pressed again', async () => {
  const { page, instance } = await claimed();
  fate = 'lost';
  await wait(instance.claim());
  expect(townships).toEqual([{ id: 't1', name: '白鹤镇' }]);
  expect(readScreen(page)).toContain('没有网络');
  fate = 'made';
  await wait(instance.claim());
  expect(townships).toEqual([{ id: 't1', name: '白鹤镇' }]);
  expect(acts('setUp').length).toBeGreaterThan(1);
  expect(new Set(acts('setUp')).size).toBe(1);
  expect(readScreen(page)).toContain('您是系统管理员');
});

test('a further township takes the next number as the server knows it, whatever this phone remembers', async () => {
  const { page, instance } = await claimed();
  await wait(instance.claim());
  // Added on another phone since.
  townships.push({ id: 't2', name: '青石镇' });
  instance.openAnother();
  instance.type({ detail: { value: '红河镇' } });
  await wait(instance.addAnother());
  expect(townships.at(-1)).toEqual({ id: 't3', name: '红河镇' });
  expect(readScreen(page)).toContain('现在是红河镇');
});

test('a number that somebody else was faster with is said so, and the next press takes another', async () => {
  const { page, instance } = await claimed();
  await wait(instance.claim());
  fate = 'taken';
  instance.openAnother();
  instance.type({ detail: { value: '红河镇' } });
  await wait(instance.addAnother());
  expect(readScreen(page)).toContain('刚才别人也在开通乡镇');
  expect(readScreen(page)).not.toContain('口令');
  fate = 'made';
  await wait(instance.addAnother());
  expect(townships.at(-1)).toEqual({ id: 't3', name: '红河镇' });
});
