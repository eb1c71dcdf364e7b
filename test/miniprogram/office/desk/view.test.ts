import { VISIT_STATES, VISIT_STEPS } from '../../../../miniprogram/contract/desk';
import type { DeskRow } from '../../../../miniprogram/contract/desk';
import { textOfScan } from '../../../../miniprogram/office/desk/find';
import { sayEnd, toStep } from '../../../../miniprogram/office/desk/send';
import { besideSteps, nextStep } from '../../../../miniprogram/office/desk/steps';
import { sayTag, stepThrough, toDeskScreen } from '../../../../miniprogram/office/desk/view';
import { toVisit } from '../../../../miniprogram/office/desk/visit';
import type { Desk } from '../../../../miniprogram/office/services/reception-desk';

const DATE = '2026-12-07';
const at = (time: string): number => Date.parse(`${DATE}T${time}:00+08:00`);
const row: DeskRow = {
  booking: 'b1',
  place: 'h1-0900-4',
  number: 4,
  home: 'h1',
  half: 'am',
  time: '09:00',
  seat: 'h1-am-1',
  name: '李婶',
  state: 'booked',
  origin: 'phone',
};
const receiver = (person: string, name: string) => ({ person, name, deputy: true });
const desk: Desk = {
  date: DATE,
  state: 'published',
  home: 'h1',
  half: 'am',
  next: 'h1-0930-5',
  homes: [{ home: 'h1', name: '城关代表之家', halves: ['am', 'pm'] }],
  seats: [
    { seat: 'h1-am-1', receiver: receiver('p1', '陈样样') },
    { seat: 'h1-am-2', receiver: receiver('p2', '李样样') },
  ],
  rows: [row, { ...row, booking: 'b2', number: 5, state: 'met', outcome: 'visit' }],
  waiting: [],
  free: [],
  blocked: [],
};
const ALL = { chosen: '', most: 100, showOver: true };
const shown = (now: number) => ({ desk, now, categories: new Map<string, string>(), held: () => false });

test.each(VISIT_STATES)('whatever can be pressed for a visit that is %s is a legal step', (state) => {
  const next = nextStep(state);
  const offered = [...(next ? [next] : []), ...besideSteps(state)].map(({ to }) => to);
  expect(VISIT_STEPS[state]).toEqual(expect.arrayContaining(offered));
});

test('past the time somebody is missed, to the minute and on that day only', () => {
  expect(sayTag(row, DATE, at('09:00')).tag).toBe('未到');
  expect(sayTag(row, DATE, at('09:01')).tag).toBe('过点未到');
  expect(sayTag(row, '2026-12-08', at('09:01')).tag).toBe('未到');
});

test('before the day the desk is only looked at', () => {
  const screen = toDeskScreen(shown(at('09:00') - 86_400_000), ALL);
  expect(screen.walkIn).toBe(false);
  expect(screen.still).toContain('还没到这一天');
  expect(toVisit(row, shown(at('09:00') - 86_400_000), undefined, true).hold).not.toBe('');
});

test('who is done stands apart from who still comes', () => {
  const screen = toDeskScreen(shown(at('09:10')), ALL);
  expect(screen.open.map(({ booking }) => booking)).toEqual(['b1']);
  expect(screen.over.map(({ tag }) => tag)).toEqual(['约好上门']);
  const folded = toDeskScreen(shown(at('09:10')), { ...ALL, showOver: false });
  expect(folded).toMatchObject({ over: [], done: 1 });
  expect(screen.walkIn).toBe(true);
});

test('a receiver names the own seat, whatever was chosen; the office may choose', () => {
  const pressed = { to: 'talking', seat: 'h1-am-1' } as const;
  expect(toStep(desk, row, pressed, 'h1-am-2')).toMatchObject({ step: { seat: 'h1-am-2' } });
  expect(toVisit(row, shown(at('09:10')), 'h1-am-2', false).seats).toEqual([]);
  expect(toVisit(row, shown(at('09:10')), undefined, true).seats).toHaveLength(2);
});

test('the office alone may keep somebody from booking, and only whom it would know again', () => {
  const bansOf = (own: Partial<DeskRow>, office: boolean) =>
    toVisit({ ...row, ...own }, shown(at('09:10')), undefined, office).bans;
  expect(bansOf({}, true)).toEqual({ date: DATE, booking: 'b1', name: '李婶' });
  expect(bansOf({}, false)).toBeNull();
  expect(bansOf({ origin: 'walk-in' }, true)).toBeNull();
  expect(bansOf({ origin: 'walk-in', phoneTail: '1234' }, true)).not.toBeNull();
});

test('the other desk was faster: what it did is said', () => {
  const act = { ...toStep(desk, row, { to: 'arrived', seat: '' }, undefined), key: 'k' };
  const result = { ok: false, code: 'visit-changed', details: { state: 'talking' } } as const;
  expect(sayEnd(act, result).problem).toContain('正在谈');
});

test('arrows stop at both ends of the list', () => {
  const from = (chosen: string, showOver = false) => ({ chosen, showOver });
  expect(stepThrough(desk, from(''), 1)).toBe('b1');
  expect(stepThrough(desk, from('b1'), 1)).toBe('b1');
  expect(stepThrough(desk, from('b1'), -1)).toBe('b1');
  expect(stepThrough(desk, from('b1', true), 1)).toBe('b2');
  expect(stepThrough({ ...desk, rows: [] }, from(''), 1)).toBe('');
});

test('of a long day as many are brought to the screen as are drawn, and who is chosen; arrows go on behind them', () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ ...row, booking: `b${String(at)}` }));
  const full = { ...shown(at('09:10')), desk: { ...desk, rows } };
  const { open, behind } = toDeskScreen(full, { ...ALL, most: 30, chosen: 'b35' });
  expect(open.map(({ booking }) => booking)).toEqual(
    [...rows.slice(0, 30), rows[35]].map((one) => one?.booking),
  );
  expect(behind).toBe(10);
  expect(stepThrough(full.desk, { chosen: 'b29', showOver: false }, 1)).toBe('b30');
});

test('the scanner gives the code of a slip, and anything else as it is', () => {
  expect(textOfScan('slip:bh:2026-12-07:402PQ')).toBe('402PQ');
  expect(textOfScan('slip:bh:2026-12-07:402PQ:h1:am:6')).toBe('402PQ');
  expect(textOfScan('6')).toBe('6');
});
