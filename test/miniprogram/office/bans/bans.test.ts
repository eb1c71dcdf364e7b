/** @jest-environment jsdom */
import { clearScreen, readScreen, showPage } from '../../../support/components';

const asked: { action: string; input: Record<string, unknown> }[] = [];
const ROW = { bar: 'a1', name: '李婶', until: '2099-12-20', reason: '约了没有来', at: 0, phoneTail: '1234' };

/** The list for whoever asks it, and `done` for every act. */
function answerWith(rows: readonly object[], done: object = { ok: true, data: { bar: 'a1' } }): void {
  const callFunction = ({ data }: { data: (typeof asked)[number] }) => {
    asked.push(data);
    return Promise.resolve({ result: data.action === 'listBars' ? { ok: true, data: { rows } } : done });
  };
  Object.assign(wx, { cloud: { callFunction } });
}

interface Bars {
  type(event: object): void;
  chooseUntil(event: object): void;
  askBan(): void;
  askLift(event: object): void;
  confirm(): Promise<void>;
}

async function open(query: Record<string, string> = {}) {
  const { page } = await showPage('office/bans/bans', query);
  return { page, acts: page.instance as unknown as Bars, read: () => readScreen(page) };
}

const acts = () => asked.filter(({ action }) => action !== 'listBars' && action !== 'kick');
const booked = { date: '2026-12-07', booking: 'a1-b1', name: '李婶' };

beforeEach(() => {
  asked.length = 0;
});
afterEach(clearScreen);

test('nobody is banned: it says so, and where one would begin', async () => {
  answerWith([]);
  const { read } = await open();
  expect(read()).toContain('没有人被暂停预约');
  expect(read()).toContain('接待台');
});

test('who is banned, until when and why; lifting asks once and then is one act', async () => {
  answerWith([ROW]);
  const { acts: page, read } = await open();
  for (const part of ['李婶', '12月20日', '约了没有来']) expect(read()).toContain(part);
  page.askLift({ currentTarget: { dataset: { id: 'a1' } } });
  expect(acts()).toEqual([]);
  await page.confirm();
  expect(acts()).toMatchObject([{ action: 'liftBar', input: { bar: 'a1' } }]);
  expect(read()).toContain('解除了');
});

test('from a booking: a reason and a last day, asked once, sent as they were written', async () => {
  answerWith([]);
  const { acts: page, read } = await open(booked);
  page.askBan();
  await page.confirm();
  expect(acts()).toEqual([]);
  page.type({ detail: { value: ' 约了没有来 ' } });
  page.chooseUntil({ detail: { value: '2026-12-20' } });
  page.askBan();
  await page.confirm();
  const { date, booking } = booked;
  expect(acts()).toMatchObject([
    { action: 'barPerson', input: { date, booking, reason: '约了没有来', until: '2026-12-20' } },
  ]);
  expect(read()).toContain('停好了');
});

test('refused: says why, and what was written stays', async () => {
  answerWith([], { ok: false, code: 'too-many-rows', details: { max: 100 } });
  const { acts: page, read } = await open(booked);
  page.type({ detail: { value: '约了没有来' } });
  page.chooseUntil({ detail: { value: '2026-12-20' } });
  page.askBan();
  await page.confirm();
  expect(read()).toContain('最多 100 个');
  expect(read()).toContain('暂停李婶的预约');
});
