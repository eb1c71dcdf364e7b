import {
  emptyRoster,
  type RosterDocument,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import { proposeYear } from '../../../../../cloudfunctions/reception/roster/rules/propose-year';
import { toRosterView } from '../../../../../cloudfunctions/reception/roster/rules/roster-view';
import { planYear } from '../../../../../cloudfunctions/reception/calendar/rules/year-calendar';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';

const TODAY = '2026-01-02';
const directory = baiheDirectory(TODAY);
const { days: planned } = planYear(2026, directory);

/** A year as proposed, all drafts. */
function proposed(): RosterDocument {
  const roster = emptyRoster('bh', 2026);
  const { seats } = proposeYear(roster, undefined, directory, planned, { from: TODAY, today: TODAY });
  const states = Object.keys(seats).map(
    (date) => [date, { state: 'draft' as const, publication: 0 }] as const,
  );
  return { ...roster, version: 1, seats, days: Object.fromEntries(states) };
}

const view = (roster: RosterDocument, today = TODAY) => toRosterView(roster, directory, planned, today);
const nameOf = (person: string | undefined) => directory.people.find(({ id }) => id === person)?.name ?? '';

test('nothing proposed yet: no days and nothing to complain about', () => {
  expect(view(emptyRoster('bh', 2026))).toMatchObject({ rev: 0, days: [], notes: [] });
});

test('seats in the order of homes, half-days and numbers, with names and badges', () => {
  const [first] = view(proposed()).days;
  expect(first?.seats.map(({ seat }) => seat).slice(0, 5)).toEqual([
    'h1-am-1',
    'h1-am-2',
    'h1-pm-1',
    'h1-pm-2',
    'h2-am-1',
  ]);
  expect(first?.seats.every(({ name, badge }) => name !== '' && badge !== '')).toBe(true);
});

describe('what needs the office’s eye', () => {
  test('a half-day without anybody', () => {
    const roster = proposed();
    for (const n of [1, 2]) delete roster.seats['2026-01-05']?.[`h2-pm-${n}`];
    expect(view(roster).notes).toContain('1月5日下午，柳树城代表之家还没有人坐班');
    expect(view(roster).days[0]?.gaps).toEqual(['h2-pm']);
    expect(view(roster, '2026-01-06').days[0]?.gaps).toEqual([]);
  });

  test('somebody who stated an absence after the proposal', () => {
    const roster = proposed();
    const person = roster.seats['2026-02-05']?.['h1-am-1']?.person ?? '';
    roster.absences[person] = [{ from: '2026-02-01', to: '2026-02-10' }];
    expect(view(roster).notes).toEqual([`2月5日，${nameOf(person)}不能到岗，请换人`]);
    expect(view(roster).days[1]?.seats[0]).toMatchObject({ person, away: true });
    expect(view(roster, '2026-02-06').notes).not.toContain(`2月5日，${nameOf(person)}不能到岗，请换人`);
  });

  test('deputies for whom no seat was left', () => {
    const roster = proposed();
    const [date] = Object.keys(roster.seats);
    const only = { ...roster, seats: { [date ?? '']: roster.seats[date ?? ''] ?? {} } };
    const note = view(only).notes.at(-1) ?? '';
    expect(note).toMatch(/^席位不够，还有\d+位代表本年没有轮到：/);
    const seated = Object.values(only.seats[date ?? ''] ?? {}).map(({ person }) => nameOf(person));
    expect(seated.filter((name) => note.includes(name))).toEqual([]);
  });
});

test('a swap that a new proposal overtook is no longer open', () => {
  const roster = proposed();
  const swap = { date: '2026-02-05', seat: 'h1-am-1', from: 'p999', to: '', state: 'office' as const, at: 1 };
  expect(view({ ...roster, swaps: { 'x_h1-am-1': swap } }).swaps).toEqual([]);
});

test('a draft that was never published before its day counts as no duty', () => {
  const roster = proposed();
  const sum = (today: string) => view(roster, today).counts.reduce((all, { duties }) => all + duties, 0);
  const january = Object.keys(roster.seats['2026-01-05'] ?? {}).length;
  expect(sum('2026-01-06')).toBe(sum(TODAY) - january);
});
