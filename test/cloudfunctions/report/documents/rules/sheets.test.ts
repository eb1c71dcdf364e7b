import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import {
  emptyRoster,
  type RosterDocument,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import { makeYearTable } from '../../../../../cloudfunctions/report/documents/rules/duty-table';
import { makeEmployerNotice } from '../../../../../cloudfunctions/report/documents/rules/employer-notice';
import {
  findStation,
  makePoster,
  sceneOf,
} from '../../../../../cloudfunctions/report/documents/rules/poster';
import { listDays, seatsOn } from '../../../../../cloudfunctions/report/documents/rules/reception-days';
import type { Sheet } from '../../../../../cloudfunctions/report/documents/rules/sheet';
import { makeSlipSheet } from '../../../../../cloudfunctions/report/documents/rules/slip-sheet';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import { parseScene } from '../../../../../miniprogram/contract/scene';

const TODAY = '2026-11-23';
const DATE = '2026-12-07';
const directory = baiheDirectory(TODAY);
const at = (own: Partial<Directory>): Directory => ({ ...directory, ...own });

/** One published day with these people, by seat. */
function rosterWith(people: Readonly<Record<string, string>>): RosterDocument {
  const seats = Object.entries(people).map(([seat, person]) => [seat, { person, why: '', at: 1 }] as const);
  const days = { [DATE]: { state: 'published' as const, publication: 1 } };
  return { ...emptyRoster('bh', 2026), days, seats: { [DATE]: Object.fromEntries(seats) } };
}

function words(sheet: Sheet): string {
  return JSON.stringify(sheet);
}

test('hours that differ between homes leave the head of the table and stand by home', () => {
  const homes = directory.homes.map((home, n) => (n === 0 ? { ...home, own: { afternoon: '无' } } : home));
  const own = at({ homes });
  const { days, known } = listDays({ year: 2026, today: TODAY }, own, undefined);
  const table = words(makeYearTable(own, 2026, days, known));
  expect(table).toContain('城关代表之家：上午08:30–11:30，下午不接访');
  expect(table).not.toContain('下午\\n14:30');
});

test('who sits there without being a deputy gets a notice that claims no right of deputies', () => {
  const outsider = directory.people.find(({ memberships }) =>
    memberships.every(({ level }) => level === undefined),
  );
  const deputy = directory.people.find(({ memberships }) =>
    memberships.some(({ level }) => level === 'town'),
  );
  const roster = rosterWith({ 'h1-am-1': outsider?.id ?? '', 'h1-am-2': deputy?.id ?? '' });
  const [first, second] = seatsOn(DATE, roster, directory).map((seated) =>
    makeEmployerNotice(directory, DATE, seated),
  );
  expect([first?.title, second?.title]).toEqual(['接访坐班通知', '代表履职通知']);
  expect(first && words(first)).not.toContain('代表法');
  expect(second && words(second)).toContain('代表法');
});

test('a year known in part says that days are missing instead of ending early in silence', () => {
  const marketDays = ['2031-03-09'];
  const own = at({ homes: directory.homes.map((home) => ({ ...home, marketDays })) });
  const listed = listDays({ year: 2031, today: TODAY }, own, undefined);
  expect(listed.known).toBe(false);
  expect(listed.days.map(({ date }) => date)).toEqual(marketDays);
  expect(words(makeYearTable(own, 2031, listed.days, listed.known))).toContain('其余日期等国家放假安排');
  const station = findStation(own, 'h1');
  const poster = station && makePoster(own, station, { year: 2031, today: TODAY }, listed);
  expect(poster && words(poster)).toContain('3月9日（星期日） 赶集日');
});

test('one home by phone on the same day as the others: each is told what its own day is', () => {
  const homes = directory.homes.map((home) => (home.id === 'h1' ? { ...home, phoneDays: [DATE] } : home));
  const own = at({ homes });
  const listed = listDays({ year: 2026, today: TODAY }, own, undefined);
  const poster = (place: string) => {
    const station = findStation(own, place);
    return station ? words(makePoster(own, station, { year: 2026, today: TODAY }, listed)) : '';
  };
  expect(poster('h1')).toContain('12月7日（星期一） 电话接访');
  expect(poster('h2')).not.toContain('电话接访');
  const slip = { date: DATE, half: 'am', time: '09:00', number: 4, code: 'abcd' } as const;
  expect(words(makeSlipSheet(own, { ...slip, home: 'h1' }))).toContain('打座机，报第4号');
  expect(words(makeSlipSheet(own, { ...slip, home: 'h2' }))).toContain('到时候来就行');
});

test('the day itself is on the poster, the day after it is not', () => {
  const station = findStation(directory, 'v4');
  const poster = (today: string) => {
    const listed = listDays({ year: 2026, today }, directory, rosterWith({ 'h2-am-1': 'p5' }));
    return station ? words(makePoster(directory, station, { year: 2026, today }, listed)) : '';
  };
  expect(poster(DATE)).toContain('12月7日');
  expect(poster('2026-12-08')).not.toContain('12月7日');
  expect(poster('2026-12-08')).toContain('每月5日接访');
});

test('a published day outlives a change of the calendar’s rule', () => {
  const moved = at({ settings: { receptionDay: 15 } });
  const { days } = listDays({ year: 2026, today: TODAY }, moved, rosterWith({ 'h2-am-1': 'p5' }));
  expect(days.find(({ date }) => date === DATE)).toMatchObject({ published: true, homes: [{ id: 'h2' }] });
});

test('every place’s scene leads the phone back to that place', () => {
  for (const { id } of directory.homes)
    expect(parseScene(sceneOf('bh', id))).toEqual({ township: 'bh', home: id });
  for (const { id } of directory.villages)
    expect(parseScene(sceneOf('bh', id))).toEqual({ township: 'bh', village: id });
});

test('a village whose home was given up has no poster, which could only send people astray', () => {
  expect(findStation(at({ homes: directory.homes.slice(1) }), 'v1')).toBeUndefined();
});
