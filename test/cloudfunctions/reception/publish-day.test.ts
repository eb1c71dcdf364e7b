/** Which days may be published, alone or with the rest, and what is said of those that may not. In process. */
import { main as reception } from '../../../cloudfunctions/reception/index';
import type { RosterDocument } from '../../../cloudfunctions/reception/roster/rules/roster-document';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { planYear } from '../../../cloudfunctions/reception/calendar/rules/year-calendar';
import { settingsOf } from '../../../cloudfunctions/registry/directory/rules/settings';
import { addDays } from '../../../cloudfunctions/shared/china-time';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const [STAFF, CHIEF] = ['bh-staff', 'bh-p1'];
const seat = (person: string) => ({ person, why: '轮到', at: 1 });
const SEATS = { 'h1-am-2': seat('p5'), 'h1-am-1': seat('p6') };
let cloud: InProcessCloud;
/** Reception days of 2026, which is known. */
let dates: LocalDate[];
let notice: number;
beforeAll(async () => {
  cloud = await startInProcess({ reception });
  const directory = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
  dates = planYear(2026, directory).days.map(({ date }) => date);
  notice = settingsOf(directory.settings).noticeDays;
});

const ask = (openid: string, action: string, input: object = {}, year = 2026) =>
  cloud.invoke('reception', action, { township: 'bh', year, ...input }, { openid, key: newKey() });
const roster = (year = 2026) => {
  const found = cloud.documents<RosterDocument>('rosters').find(({ _id }) => _id === `bh~${String(year)}`);
  if (!found) throw new Error('no roster');
  return found;
};
interface Laid {
  state?: 'draft' | 'published';
  seats?: object;
}
/** Drafts with their seats, unless said otherwise. */
function lay(days: Readonly<Record<LocalDate, Laid>>, year = 2026): void {
  const document = {
    _id: `bh~${String(year)}`,
    township: 'bh',
    rev: 1,
    year,
    version: 7,
    days: Object.fromEntries(
      Object.entries(days).map(([date, { state = 'draft' }]) => [date, { state, publication: 2 }]),
    ),
    seats: Object.fromEntries(Object.entries(days).map(([date, { seats = SEATS }]) => [date, seats])),
    absences: {},
    swaps: {},
    acts: [],
    history: [],
    outbox: [],
    outboxAt: 0,
  };
  cloud.replace('rosters', [document]);
}
/** So many days before this one, at nine. */
const stand = (date: LocalDate, before: number) => {
  cloud.clock.set(Date.parse(`${addDays(date, -before)}T09:00:00+08:00`));
};

test('alone: with its seats numbered without gaps, and the next publication', async () => {
  const [, , , date = ''] = dates;
  stand(date, notice);
  lay({ [date]: { seats: { 'h1-am-3': seat('p5'), 'h1-am-1': seat('p6') } } });
  expect((await ask(STAFF, 'publishDay', { date })).data).toEqual({ rev: 8 });
  expect(roster().days[date]).toEqual({ state: 'published', publication: 3 });
  expect(roster().seats[date]).toEqual({ 'h1-am-1': seat('p6'), 'h1-am-2': { ...seat('p5'), at: 8 } });
  expect(await ask(STAFF, 'publishDay', { date })).toMatchObject({ code: 'already-published' });
  expect(await ask(STAFF, 'publishDay', { date: addDays(date, 1) })).toMatchObject({ code: 'not-found' });
});

test.each([
  ['the chief with words', CHIEF, { words: '临时加的' }, undefined],
  ['the chief without', CHIEF, {}, 'too-late-to-publish'],
  ['the office with words', STAFF, { words: '临时加的' }, 'too-late-to-publish'],
])('inside the days of notice: %s', async (_who, openid, more, code) => {
  const [, , , date = ''] = dates;
  stand(date, notice - 1);
  lay({ [date]: {} });
  const answer = await ask(openid, 'publishDay', { date, ...more });
  expect([answer.ok, answer.code, answer.details]).toEqual(
    code === undefined ? [true, undefined, undefined] : [false, code, { days: notice }],
  );
});

test('the rest: those that may, in their order; of each other one why, and nothing of what is past', async () => {
  const [past = '', late = '', one = '', two = '', three = '', four = ''] = dates.slice(4);
  stand(late, notice - 1);
  const moved = addDays(four, 1);
  lay({
    [four]: {},
    [two]: { seats: {} },
    [moved]: {},
    [three]: { state: 'published' },
    [one]: {},
    [late]: {},
    [past]: {},
  });
  const { data } = await ask(STAFF, 'publishRest');
  expect(data).toEqual({
    published: [one, four],
    refused: [
      { date: late, code: 'too-late-to-publish', details: { days: notice } },
      { date: two, code: 'nobody-on-duty' },
      { date: moved, code: 'day-moved' },
    ],
  });
  const states = Object.entries(roster().days).map(([date, { state, publication }]) => [
    date,
    state,
    publication,
  ]);
  expect(
    states
      .filter(([, , publication]) => publication === 3)
      .map(([date]) => date)
      .sort(),
  ).toEqual([one, four]);
  const rows = roster().history as { act: string; of: string; from: string; to: string }[];
  expect(rows.map(({ act, of, from, to }) => [act, of, from, to])).toEqual([
    ['publish', one, 'draft', 'published'],
    ['publish', four, 'draft', 'published'],
  ]);
  const told = roster().outbox as { event: string; about: object }[];
  expect(told.map(({ event, about }) => [event, about])).toEqual(
    [one, four].map((date) => ['roster-published', { year: 2026, date }]),
  );
  // Now only those are left that may not: the first one says why.
  expect(await ask(CHIEF, 'publishRest')).toMatchObject({
    code: 'too-late-to-publish',
    details: { days: notice },
  });
  lay({ [two]: { seats: {} }, [moved]: {} });
  const nobody = await ask(STAFF, 'publishRest');
  expect([nobody.code, nobody.details]).toEqual(['nobody-on-duty', undefined]);
  lay({ [past]: {}, [three]: { state: 'published' } });
  expect(await ask(STAFF, 'publishRest')).toMatchObject({ code: 'not-found' });
});

test('today is not past; of a year whose holidays nobody knows no date is sure', async () => {
  const [, , , date = ''] = dates;
  stand(date, 0);
  lay({ [date]: {} });
  expect(await ask(STAFF, 'publishRest')).toMatchObject({ code: 'too-late-to-publish' });
  expect(await ask(CHIEF, 'publishDay', { date, words: '今天' })).toMatchObject({ ok: true });
  const directory = cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
  const [next = ''] = planYear(2027, directory).days.map((day) => day.date);
  cloud.clock.set(Date.parse('2026-11-01T09:00:00+08:00'));
  lay({ [next]: {} }, 2027);
  expect(await ask(STAFF, 'publishDay', { date: next }, 2027)).toMatchObject({ code: 'year-unknown' });
  expect(await ask(STAFF, 'publishRest', {}, 2027)).toMatchObject({ code: 'year-unknown' });
});
