/** The roster of a large township: twelve homes with market days of their own, three hundred people. */
import { main as reception } from '../../../cloudfunctions/reception/index';
import { listHalfDays, planYear } from '../../../cloudfunctions/reception/calendar/rules/year-calendar';
import {
  emptyRoster,
  rosterId,
  type RosterDocument,
} from '../../../cloudfunctions/reception/roster/rules/roster-document';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { addDays } from '../../../cloudfunctions/shared/china-time';
import type { RosterPart, RosterView } from '../../../miniprogram/contract/roster';
import { readParts } from '../../../miniprogram/services/parts';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const KB = 1_024;
const YEAR = 2027;
const HOMES = 12;
const PEOPLE = 300;
/** Of each home, a fortnight apart and on a day of its own. */
const MARKET_DAYS = 24;
const [JANUARY, JUNE] = ['2027-01-04', '2027-06-15'];
let cloud: InProcessCloud;
let directory: Directory;
let seats: RosterDocument['seats'];

/** Two in each half-day, one after the other through the whole year. */
function seatEverybody(): RosterDocument['seats'] {
  const seated: RosterDocument['seats'] = {};
  let n = 0;
  for (const { date, home, half } of listHalfDays(planYear(YEAR, directory).days, directory))
    for (const seat of [1, 2]) {
      const person = `p${String((n++ % PEOPLE) + 1)}`;
      const own = (seated[date] ??= {});
      own[`${home}-${half}-${String(seat)}`] = { person, why: '本家代表，今年还没有坐过班', at: 1 };
    }
  return seated;
}

beforeAll(async () => {
  cloud = await startInProcess({ reception });
  const townships = cloud.documents<Directory>('townships');
  const sample = townships.find(({ _id }) => _id === 'bh') as Directory;
  const [home] = sample.homes;
  const homes = Array.from({ length: HOMES }, (_, n) => ({
    ...home,
    id: `h${String(n + 1)}`,
    name: `第${String(n + 1)}代表之家`,
    marketDays: Array.from({ length: MARKET_DAYS }, (_each, m) => addDays(JANUARY, m * 14 + n)),
  })) as Directory['homes'];
  const people = Array.from({ length: PEOPLE }, (_, n) => {
    const person = sample.people[n % sample.people.length] as Directory['people'][number];
    const at = homes[n % HOMES]?.id ?? '';
    const memberships = person.memberships.map((each) => Object.assign({}, each, { home: at }));
    return { ...person, id: `p${String(n + 1)}`, memberships };
  });
  directory = { ...sample, homes, people };
  cloud.replace('townships', [...townships.filter(({ _id }) => _id !== 'bh'), directory]);
  const roster = emptyRoster('bh', YEAR);
  seats = seatEverybody();
  const days = Object.keys(seats).map((date) => [date, { state: 'draft', publication: 0 }] as const);
  const drawnUp = { ...roster, version: 1, seats, days: Object.fromEntries(days) };
  cloud.replace('rosters', [drawnUp]);
  expect(Buffer.byteLength(JSON.stringify(drawnUp))).toBeLessThanOrEqual(256 * KB);
});

async function read(of: RosterPart): Promise<{ view: RosterView; answers: number }> {
  let answers = 0;
  const whole = await readParts<RosterView>(async (after) => {
    const input = { township: 'bh', year: YEAR, of, ...(after !== undefined && { after }) };
    const { ok, data, cost } = await cloud.invoke('reception', 'roster', input, { openid: 'bh-staff' });
    answers++;
    expect(ok).toBe(true);
    expect(cost.calls).toBeLessThanOrEqual(3);
    expect(Buffer.byteLength(JSON.stringify(data))).toBeLessThanOrEqual(16 * KB);
    return { ok: true, data: data as RosterView };
  });
  if (!whole.ok) throw new Error(whole.code);
  return { view: whole.data, answers };
}

it('each answer fits the phone; all of them hold each day and each person once, the nearest day first', async () => {
  cloud.clock.set(Date.parse(`${JUNE}T09:00:00+08:00`));
  const coming = await read('coming');
  const past = await read('past');
  const people = await read('people');
  expect(coming.answers).toBeGreaterThan(3);
  const dates = [...coming.view.days, ...past.view.days].map(({ date }) => date);
  expect([...dates].sort()).toEqual(Object.keys(seats).sort());
  expect(coming.view.days.map(({ date }) => date)).toEqual(dates.filter((date) => date >= JUNE).sort());
  expect(past.view.days[0]?.date).toBe(
    dates
      .filter((date) => date < JUNE)
      .sort()
      .at(-1),
  );
  expect(coming.view.past).toBe(past.view.days.length);
  expect(new Set(people.view.counts.map(({ person }) => person)).size).toBe(people.view.counts.length);
  expect(people.view.counts.length).toBeGreaterThan(PEOPLE / 2);
});

it('the first answer alone has the days that a screen shows first, and what needs an eye', async () => {
  const input = { township: 'bh', year: YEAR, of: 'coming' };
  const { data } = await cloud.invoke('reception', 'roster', input, { openid: 'bh-staff' });
  const { days, drafts, next } = data as RosterView;
  expect(days.length).toBeGreaterThan(5);
  expect(drafts[0]).toBe(days[0]?.date);
  expect(next).toBeDefined();
});

it('a part behind one of an earlier edition is refused, so that no seat stands there twice', async () => {
  const caller = { openid: 'bh-staff', key: newKey() };
  const input = { township: 'bh', year: YEAR, of: 'coming' };
  const { data } = await cloud.invoke('reception', 'roster', input, caller);
  const absence = { township: 'bh', year: YEAR, person: 'p1', from: '2027-07-01', to: '2027-07-02' };
  expect(await cloud.invoke('reception', 'setAbsence', absence, caller)).toMatchObject({ ok: true });
  expect(cloud.documents('rosters')).toMatchObject([{ _id: rosterId('bh', YEAR), version: 2 }]);
  const late = { ...input, after: (data as RosterView).next };
  expect(await cloud.invoke('reception', 'roster', late, caller)).toMatchObject({ code: 'row-changed' });
});

it('whoever asks for no part gets the whole year at once', async () => {
  const input = { township: 'bh', year: YEAR };
  const { data } = await cloud.invoke('reception', 'roster', input, { openid: 'bh-staff' });
  const { days, counts, next } = data as RosterView;
  expect(days.map(({ date }) => date).sort()).toEqual(Object.keys(seats).sort());
  expect(counts.length).toBeGreaterThan(PEOPLE / 2);
  expect(next).toBeUndefined();
});
