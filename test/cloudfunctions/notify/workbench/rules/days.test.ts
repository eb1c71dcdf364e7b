/** The coming reception day in numbers, swaps that wait for the office, and visits of which nobody noted anything. */
import {
  countDay,
  findWorkDay,
  listSwaps,
  listUnrecorded,
  nextUnpublished,
} from '../../../../../cloudfunctions/notify/workbench/rules/days';
import {
  emptyRoster,
  type RosterDocument,
  type StoredSwap,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import type { PlannedDay } from '../../../../../cloudfunctions/reception/calendar/rules/year-calendar';
import { WORK_ROWS } from '../../../../../miniprogram/contract/workbench';
import { DATE, makeDay } from '../../../reception/support/days';

const at = (time: string, date = DATE) => Date.parse(`${date}T${time}:00+08:00`);
const account = '1'.repeat(16);
const walkIn = `w${'2'.repeat(16)}`;
const born = makeDay();
const [p1 = '', p2 = '', p3 = ''] = Object.keys(born.place).filter(
  (place) => place.startsWith('h1-08') || place.startsWith('h1-09'),
);
const stored = (p: string) => ({ p, state: 'booked', whom: 'self', name: '', keys: '', openid: '', at: 0 });
/** Two who booked and one who walked in; the first was met, the second is still to come. */
const day = (changes: object = {}) =>
  ({
    ...born,
    place: { ...born.place, [p1]: `${account}-b1`, [p2]: `${account}-b2`, [p3]: `${walkIn}-b1` },
    bookings: { [account]: { b1: stored(p1), b2: stored(p2) }, [walkIn]: { b1: stored(p3) } },
    visits: { [p1]: { s: 'met', o: 'explained' }, [p3]: { s: 'arrived' } },
    ...changes,
  }) as unknown as Parameters<typeof countDay>[0];
const swap = (changes: Partial<StoredSwap> = {}): StoredSwap => ({
  date: DATE,
  seat: 'h1-am-1',
  from: 'p1',
  to: '',
  state: 'office',
  at: 1,
  ...changes,
});
const roster = (...swaps: StoredSwap[]): RosterDocument => ({
  ...emptyRoster('t1', 2026),
  days: { [DATE]: { state: 'published', publication: 1 } },
  seats: Object.fromEntries(
    swaps.map(({ date }) => [
      date,
      { 'h1-am-1': { person: 'p1', why: '', at: 1 }, 'h1-pm-1': { person: 'p3', why: '', at: 1 } },
    ]),
  ),
  swaps: Object.fromEntries(swaps.map((one, n) => [String(n), one])),
});
const planned = (date: string, more: object = {}) =>
  ({ date, kind: 'reception', homes: ['h1'], ...more }) as PlannedDay;

it('counts who booked, came and was received, home by home; before the end who may still come is not missing', () => {
  expect(countDay(day(), at('10:00'))).toEqual([
    { home: 'h1', booked: 2, arrived: 2, received: 1, unrecorded: 1 },
    { home: 'h2', booked: 0, arrived: 0, received: 0, unrecorded: 0 },
  ]);
  expect(countDay(day(), at('20:00'))[0]).toMatchObject({ unrecorded: 2 });
  expect(countDay(day({ visits: { [p1]: { s: 'talking' } } }), at('10:00'))[0]).toMatchObject({
    arrived: 1,
    received: 1,
  });
});

it('swaps that were handed back wait for the office, the nearest first, as long as who asked still sits there', () => {
  const { count, rows } = listSwaps(
    [
      roster(
        swap({ date: '2026-12-21' }),
        swap(),
        swap({ date: '2026-11-30' }),
        swap({ state: 'asked' }),
        swap({ from: 'gone' }),
      ),
    ],
    '2026-12-01',
  );
  expect([count, rows]).toEqual([
    2,
    [
      { date: DATE, home: 'h1', half: 'am', person: 'p1' },
      { date: '2026-12-21', home: 'h1', half: 'am', person: 'p1' },
    ],
  ]);
  const many = Array.from({ length: WORK_ROWS + 1 }, (_, n) => swap({ date: `2026-12-1${String(n)}` }));
  expect(listSwaps([roster(...many)], '2026-12-01')).toMatchObject({
    count: WORK_ROWS + 1,
    rows: expect.any(Array) as unknown[],
  });
  expect(listSwaps([roster(...many)], '2026-12-01').rows).toHaveLength(WORK_ROWS);
  expect(listSwaps([roster(swap())], DATE).count).toBe(1);
});

it('visits of days that are over, of which nobody noted what came of them', () => {
  expect(listUnrecorded([day()], at('20:00'))).toEqual({
    count: 2,
    rows: [p2, p3].map((place) => ({ date: DATE, home: 'h1', number: Number(/-(\d+)w?$/.exec(place)?.[1]) })),
  });
  expect(listUnrecorded([day()], at('08:00'))).toEqual({ count: 0, rows: [] });
  expect(listUnrecorded([day({ state: 'draft' })], at('20:00')).count).toBe(0);
});

describe('the coming day', () => {
  const find = (days: object[], plans: PlannedDay[] = [], rosters = [roster(swap())]) =>
    findWorkDay(days as never, plans, rosters, at('10:00'));

  it('is the published one, with the seats that nobody has yet', () => {
    expect(find([day()], [planned(DATE)])).toMatchObject({
      date: DATE,
      published: true,
      missing: [{ home: 'h1', half: 'am' }],
      homes: [{ home: 'h1', booked: 2 }, { home: 'h2' }],
    });
    expect(
      find(
        [day()],
        [],
        [
          roster(swap({ state: 'asked' })),
          roster(swap({ from: 'gone' })),
          roster(swap({ date: '2026-12-21' })),
        ],
      ),
    ).toMatchObject({ missing: [] });
  });

  it('is the calendar’s where that comes earlier, or nothing is published', () => {
    const bare = { date: '2026-12-02', published: false, homes: [], missing: [] };
    expect(find([day()], [planned('2026-12-02')])).toStrictEqual(bare);
    expect(find([day({ state: 'draft' })], [planned('2026-12-02', { provisional: true })])).toStrictEqual({
      ...bare,
      provisional: true,
    });
    expect(find([], [])).toBeUndefined();
  });

  it('and the first that somebody can publish is neither published nor one that may still change', () => {
    expect(
      nextUnpublished(
        [planned(DATE), planned('2026-12-15', { provisional: true }), planned('2026-12-21')],
        [roster(swap())],
      ),
    ).toBe('2026-12-21');
    expect(nextUnpublished([planned(DATE)], [roster(swap())])).toBeUndefined();
    expect(nextUnpublished([planned(DATE)], [])).toBe(DATE);
  });
});
