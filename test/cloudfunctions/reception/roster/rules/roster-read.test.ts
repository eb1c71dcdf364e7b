/** What the office reads of the roster: each person as they are now, each day as the calendar has it. */
import type { RosterDocument } from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import { toRosterView } from '../../../../../cloudfunctions/reception/roster/rules/roster-view';
import type { PlannedDay } from '../../../../../cloudfunctions/reception/calendar/rules/year-calendar';
import type { Directory, Membership } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { LEVEL_LABELS } from '../../../../../miniprogram/contract/labels';
import { smallDirectory } from '../../../request/rules/books';
import { DATE, held, roster, swapOf, WHEN } from './scene';

const small = smallDirectory(
  [],
  [
    { id: 'd1', level: 'town', group: 'g1' },
    { id: 'd2', level: 'town', group: 'g2' },
  ],
);
const FEB = '2026-02-05';
const day = (date: string, homes = ['h1'], provisional?: true) =>
  ({ date, kind: 'reception', homes, ...(provisional && { provisional }) }) as PlannedDay;
const drafts = (...dates: string[]): RosterDocument['days'] =>
  Object.fromEntries(dates.map((date) => [date, { state: 'draft', publication: 0 }]));
const view = (
  of: Partial<RosterDocument>,
  { today = WHEN.today, planned = [day(DATE), day(FEB)], directory = small } = {},
) => toRosterView(roster(of), directory, planned, today);

describe('a day', () => {
  it('has its seats in the order of the homes, morning first, by their numbers', () => {
    const ids = ['h2-am-1', 'h1-pm-1', 'h1-am-10', 'h2-am-2', 'h1-am-2', 'h1-am-1'];
    const seats = { [DATE]: Object.fromEntries(ids.map((seat) => [seat, held('d1')])) };
    expect(view({ seats }).days[0]?.seats.map(({ seat }) => seat)).toEqual([
      'h1-am-1',
      'h1-am-2',
      'h1-am-10',
      'h1-pm-1',
      'h2-am-1',
      'h2-am-2',
    ]);
  });

  it('comes in its order, whenever it was drawn up', () => {
    expect(view({ days: drafts(FEB, DATE) }).days.map(({ date }) => date)).toEqual([DATE, FEB]);
  });

  it('that is no reception day any more is stuck while it is a draft to come, today too', () => {
    const stuck = (days: RosterDocument['days'], today = WHEN.today) =>
      view({ days }, { today, planned: [] }).days[0]?.stuck;
    expect([stuck(drafts(DATE)), stuck(drafts(DATE), DATE)]).toEqual(['none', 'none']);
    expect(stuck(drafts(DATE), '2026-01-06')).toBeUndefined();
    expect(stuck({ [DATE]: { state: 'published', publication: 1 } })).toBeUndefined();
  });

  it('that may still move for one home may still move', () => {
    const planned = [day(DATE, ['h1']), day(DATE, ['h2'], true)];
    expect(view({ days: drafts(DATE) }, { planned }).days[0]?.stuck).toBe('provisional');
  });

  it('has no gap at a home that receives on another day, and is watched to its end', () => {
    const planned = [day(DATE, ['h1']), day(FEB, ['h2'])];
    const seats = { [DATE]: { 'h1-am-1': held('d1') } };
    const gaps = (today: string) => view({ days: drafts(DATE), seats }, { planned, today }).days[0]?.gaps;
    expect([gaps(WHEN.today), gaps(DATE), gaps('2026-01-06')]).toEqual([['h1-pm'], ['h1-pm'], []]);
  });
});

describe('what is to come', () => {
  it('is proposed anew as long as a draft of today or later is left', () => {
    const now = (today: string) => {
      const { proposable, past, drafts: open } = view({ days: drafts(DATE) }, { today });
      return { proposable, past, open };
    };
    expect(now(DATE)).toEqual({ proposable: true, past: 0, open: [DATE] });
    expect(now('2026-01-06')).toEqual({ proposable: false, past: 1, open: [] });
  });

  it('names three days that are no more, and counts from the fourth on', () => {
    const note = (...dates: string[]) =>
      view({ days: drafts(...dates), seats: {} }, { planned: [] }).notes[0];
    const three = ['2026-03-05', '2026-04-05', '2026-05-05'];
    expect(note(...three)).toMatch(/^3月5日、4月5日、5月5日已经不是/);
    expect(note(...three, '2026-06-05')).toMatch(/等4天已经不是/);
  });

  it('says who cannot come, the nearest day first, today’s too', () => {
    const seats = { [FEB]: { 'h1-am-1': held('d1') }, [DATE]: { 'h1-am-1': held('d1') } };
    const absences = { d1: [{ from: '2026-01-01', to: '2026-03-01' }] };
    const away = view({ seats, absences }, { today: DATE }).notes.filter((note) => note.includes('不能到岗'));
    expect(away).toEqual(['1月5日，代表d1不能到岗，请换人', '2月5日，代表d1不能到岗，请换人']);
  });
});

describe('who is counted', () => {
  const level = { term: 't', level: 'town' } as const;
  const withMemberships = (...memberships: Membership[]): Directory => ({
    ...small,
    people: small.people.flatMap((one) => (one.id === 'd1' ? [{ ...one, memberships }] : [one])),
  });
  const counts = (directory: Directory) => view({ seats: {} }, { directory }).counts;
  const ids = (...memberships: Membership[]) =>
    counts(withMemberships(...memberships)).map(({ person }) => person);

  it.each([
    ['from the last day of the year', { from: '2026-12-31' }, true],
    ['from the next year', { from: '2027-01-01' }, false],
    ['to the first day of the year', { from: '2020-01-01', to: '2026-01-01' }, true],
    ['to the year before', { from: '2020-01-01', to: '2025-12-31' }, false],
  ])('somebody of this year: %s', (_name, span, is) => {
    expect(ids({ ...level, ...span }).includes('d1')).toBe(is);
  });

  it('by any of several memberships', () => {
    expect(
      ids({ ...level, from: '2020-01-01', to: '2024-12-31' }, { ...level, from: '2025-01-01' }),
    ).toContain('d1');
  });

  it('under what they are last, with that group', () => {
    const rows: Membership[] = [
      { ...level, from: '2020-01-01', to: '2025-12-31', group: 'g1', presidium: true },
      { ...level, from: '2026-01-01', group: 'g2' },
    ];
    const last = { person: 'd1', name: '代表d1', badge: LEVEL_LABELS.town, group: 'g2', duties: 0 };
    expect(counts(withMemberships(...rows))[0]).toStrictEqual(last);
    expect(counts(withMemberships(...[...rows].reverse()))[0]).toStrictEqual(last);
    expect(counts(withMemberships({ ...level, from: '2020-01-01' }))[0]).not.toHaveProperty('group');
  });

  it('a deputy of a part of the year is missed where no turn came', () => {
    const rows: Membership[] = [
      { ...level, from: '2020-01-01', to: '2026-06-30' },
      { term: 't', from: '2026-07-01', presidium: true },
    ];
    const directory = withMemberships(...rows);
    expect(view({ seats: { [DATE]: { 'h1-am-1': held('d2') } } }, { directory }).notes.at(-1)).toBe(
      '席位不够，还有1位代表本年没有轮到：代表d1',
    );
  });

  it('a draft of today still counts, of yesterday no more', () => {
    const duties = (today: string) =>
      view({ days: drafts(DATE), seats: { [DATE]: { 'h1-am-1': held('d1') } } }, { today }).counts[0]?.duties;
    expect([duties(DATE), duties('2026-01-06')]).toEqual([1, 0]);
  });
});

it('a swap with somebody whom the directory knows no more has no name, and keeps its person', () => {
  const swaps = { a: swapOf({ state: 'accepted', to: 'gone' }) };
  expect(view({ swaps }).swaps[0]).toMatchObject({ to: { person: 'gone', name: '' } });
});
