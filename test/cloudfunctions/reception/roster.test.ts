import { decryptField } from '../../../cloudfunctions/shared/cipher';
import type { HistoryRow } from '../../../cloudfunctions/shared/outbox';
import type { CalendarYear, RosterView } from '../../../miniprogram/contract/roster';
import type { Output } from '../../../miniprogram/contract/wire';
import { TEST_FIELD_KEYS } from '../../support/given';
import { CHIEF, openOffice, STAFF, type Office } from './support/office';
import { newKey } from './support/reception';

jest.setTimeout(120_000);

let office: Office;
beforeAll(async () => {
  process.env['FIELD_KEYS'] = TEST_FIELD_KEYS;
  office = await openOffice();
});
beforeEach(() => office.reset());
afterAll(() => office.close());

const YEAR = { year: 2026 };

async function propose(from = '2026-01-01'): Promise<RosterView> {
  const answer = await office.ask(STAFF, 'proposeRoster', { ...YEAR, from });
  expect(answer).toMatchObject({ ok: true });
  return answer.data as RosterView;
}

describe('the year at a glance', () => {
  test('every month has its day, moved ones say why, and nothing is drawn up yet', async () => {
    const answer = await office.ask(STAFF, 'calendarYear', YEAR);
    const { known, days } = answer.data as CalendarYear;
    expect(known).toBe(true);
    const receptions = days.filter(({ kind }) => kind === 'reception');
    expect(receptions.map(({ date }) => date.slice(0, 7))).toEqual(
      Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`),
    );
    expect(receptions.at(-1)).toMatchObject({
      date: '2026-12-07',
      shiftedFrom: '2026-12-05',
      why: '5日是星期六',
      homes: ['h1', 'h2', 'h3'],
      state: 'none',
    });
    expect(receptions[9]).toMatchObject({ date: '2026-10-08', why: '5日是节假日' });
  });

  test('a year without holiday table is drawn up and not published, not even by the chief', async () => {
    const answer = await office.ask(STAFF, 'calendarYear', { year: 2041 });
    expect(answer.data).toMatchObject({ known: false });
    const [day] = (answer.data as CalendarYear).days.filter(({ provisional }) => provisional);
    expect(day).toMatchObject({ kind: 'reception', state: 'none' });
    const proposed = await office.ask(STAFF, 'proposeRoster', { year: 2041, from: '2041-01-01' });
    const drafts = (proposed.data as RosterView).days.filter(({ stuck }) => stuck === 'provisional');
    expect(drafts).toHaveLength(12);
    expect((proposed.data as RosterView).notes[0]).toContain('放假安排还没公布');
    const publish = { year: 2041, date: day?.date, words: '照常接访' };
    expect(await office.ask(CHIEF, 'publishDay', publish)).toMatchObject({ ok: false, code: 'year-unknown' });
  });
});

describe('proposing', () => {
  test('a year of drafts: each half-day is led, each deputy sits, each seat says why', async () => {
    const view = await propose();
    expect(view.rev).toBe(1);
    expect(view.days.every(({ state }) => state === 'draft')).toBe(true);
    for (const { seats } of view.days)
      for (const { why, name } of seats) expect(`${why}${name}`).not.toBe('');
    const deputies = view.counts.filter(({ badge }) => badge === '镇代表' || badge === '区代表');
    expect(deputies.length).toBeGreaterThan(50);
    expect(view.counts.filter(({ duties }) => duties === 0)).toEqual([]);
    expect(view.notes).toEqual([]);
    const first = view.days[0];
    expect(first?.seats.filter(({ why }) => why.includes('带头坐班')).length).toBe(6);
  });

  test('the same key again proposes nothing new', async () => {
    const key = newKey();
    const input = { ...YEAR, from: '2026-01-01' };
    const once = await office.ask(STAFF, 'proposeRoster', input, key);
    const again = await office.ask(STAFF, 'proposeRoster', input, key);
    expect(again.data).toEqual(once.data);
    expect(office.roster().version).toBe(1);
  });

  test('an edit by hand and a published day stay, an absence is honoured', async () => {
    const view = await propose();
    const [january, february] = view.days;
    const seat = february?.seats[1];
    const other = view.counts.find(
      ({ person }) => !february?.seats.some((one) => one.person === person) && person !== seat?.person,
    );
    const edit = { date: february?.date, seat: seat?.seat, person: other?.person, rev: view.rev };
    expect(await office.ask(STAFF, 'editSeat', { ...YEAR, ...edit })).toMatchObject({ ok: true });
    await office.ask(STAFF, 'publishDay', { ...YEAR, date: january?.date });
    const away = view.days.at(-1)?.seats.at(-1)?.person;
    const absence = { person: away, from: '2026-06-01', to: '2026-12-31' };
    expect(await office.ask(STAFF, 'setAbsence', { ...YEAR, ...absence })).toMatchObject({ ok: true });
    const published = office.roster().seats[january?.date ?? ''];

    const next = await propose();
    expect(office.roster().seats[january?.date ?? '']).toEqual(published);
    const kept = next.days[1]?.seats.find((one) => one.seat === seat?.seat);
    expect(kept).toMatchObject({ person: other?.person, why: '手工调整' });
    const summer = next.days.filter(({ date }) => date >= '2026-06-01');
    expect(summer.flatMap(({ seats }) => seats).filter(({ person }) => person === away)).toEqual([]);
  });

  test('days already past stay empty, days from now on are proposed', async () => {
    office.clock.set(Date.parse('2026-07-01T09:00:00+08:00'));
    const view = await propose('2026-01-01');
    expect(view.days[0]?.date).toBe('2026-07-06');
  });
});

describe('editing', () => {
  test('two clerks on two seats do not disturb each other; on one seat the later one is told', async () => {
    const view = await propose();
    const [day] = view.days;
    const [one, two] = day?.seats ?? [];
    const free = view.counts.filter(({ person }) => !day?.seats.some((held) => held.person === person));
    const edit = (seat: string | undefined, n: number) =>
      office.ask(STAFF, 'editSeat', {
        ...YEAR,
        date: day?.date,
        seat,
        person: free[n]?.person,
        rev: view.rev,
      });
    expect(await edit(one?.seat, 0)).toMatchObject({ ok: true, data: { rev: 2 } });
    expect(await edit(two?.seat, 1)).toMatchObject({ ok: true, data: { rev: 3 } });
    expect(await edit(one?.seat, 2)).toMatchObject({ ok: false, code: 'roster-changed' });
  });

  test('who sits elsewhere in that half-day, is away, or holds no role cannot be put there', async () => {
    const view = await propose();
    const [day] = view.days;
    const [here, there] = [
      day?.seats.find(({ seat }) => seat === 'h1-am-1'),
      day?.seats.find(({ seat }) => seat === 'h2-am-1'),
    ];
    const put = (person: string | undefined) =>
      office.ask(STAFF, 'editSeat', { ...YEAR, date: day?.date, seat: here?.seat, person, rev: view.rev });
    expect(await put(there?.person)).toMatchObject({ code: 'cannot-sit', details: { why: 'busy' } });
    expect(await put('p999')).toMatchObject({ code: 'cannot-sit', details: { why: 'role' } });
    const free = view.counts.find(({ person }) => !day?.seats.some((held) => held.person === person));
    const absence = { person: free?.person, from: '2026-01-01', to: '2026-01-31' };
    await office.ask(STAFF, 'setAbsence', { ...YEAR, ...absence });
    expect(await put(free?.person)).toMatchObject({ code: 'cannot-sit', details: { why: 'absent' } });
    await office.ask(STAFF, 'setAbsence', { ...YEAR, ...absence, undo: true });
    expect(await put(free?.person)).toMatchObject({ ok: true });
  });

  test('a draft seat can be emptied, a published one only given to another', async () => {
    const view = await propose();
    const [january, february] = view.days;
    const empty = { ...YEAR, date: february?.date, seat: 'h1-am-2', rev: view.rev };
    expect(await office.ask(STAFF, 'editSeat', empty)).toMatchObject({ ok: true });
    expect(office.roster().seats[february?.date ?? '']?.['h1-am-2']).toBeUndefined();
    await office.ask(STAFF, 'publishDay', { ...YEAR, date: january?.date });
    const rev = office.roster().version;
    const published = { ...YEAR, date: january?.date, seat: 'h1-am-2', rev };
    expect(await office.ask(STAFF, 'editSeat', published)).toMatchObject({ code: 'seat-needed' });
  });
});

describe('publishing', () => {
  test('three days before it is public, two days before only the chief overrules it, with words', async () => {
    await propose();
    const day = { ...YEAR, date: '2026-01-05' };
    office.clock.set(Date.parse('2026-01-03T00:00:00+08:00'));
    const late = { ok: false, code: 'too-late-to-publish', details: { days: 3 } };
    expect(await office.ask(STAFF, 'publishDay', day)).toMatchObject(late);
    expect(await office.ask(STAFF, 'publishDay', { ...day, words: '我说了算' })).toMatchObject(late);
    expect(await office.ask(CHIEF, 'publishDay', day)).toMatchObject(late);
    const overruled = await office.ask(CHIEF, 'publishDay', { ...day, words: '节后第一天，临时增加' });
    expect(overruled).toMatchObject({ ok: true });
    const last = office.roster().history.at(-1) as Partial<HistoryRow> | undefined;
    expect([last?.act, decryptField(last?.words ?? '')]).toEqual(['publish', '节后第一天，临时增加']);
    expect(await office.ask(STAFF, 'publishDay', day)).toMatchObject({ code: 'already-published' });
  });

  test('the last moment of the third day before is in time', async () => {
    await propose();
    office.clock.set(Date.parse('2026-01-02T23:59:30+08:00'));
    expect(await office.ask(STAFF, 'publishDay', { ...YEAR, date: '2026-01-05' })).toMatchObject({
      ok: true,
    });
  });

  test('a day without anybody, a day that is none, a day gone by', async () => {
    await propose();
    const roster = office.roster();
    roster.seats['2026-02-05'] = {};
    await office.database.importDocuments('rosters', [roster]);
    const publish = (date: string) => office.ask(STAFF, 'publishDay', { ...YEAR, date });
    expect(await publish('2026-02-05')).toMatchObject({ code: 'nobody-on-duty' });
    expect(await publish('2026-02-06')).toMatchObject({ code: 'not-found' });
    office.clock.set(Date.parse('2026-01-06T09:00:00+08:00'));
    expect(await publish('2026-01-05')).toMatchObject({ code: 'past-day' });
  });

  test('the rest of the year at once: each day by its own rule, what could not be is told and stays a draft', async () => {
    await propose();
    const roster = office.roster();
    roster.seats['2026-02-05'] = {};
    await office.database.importDocuments('rosters', [roster]);
    const rowsOf = (what: string) =>
      office.audit().filter(({ act, document }) => act === what && document === 'bh~2026');
    const countPublished = () => rowsOf('publish').length;
    const before = countPublished();
    await office.ask(STAFF, 'publishDay', { ...YEAR, date: '2026-03-05' });
    const key = newKey();
    const published = await office.ask(STAFF, 'publishRest', YEAR, key);
    const { published: dates, refused } = published.data as Output<'reception', 'publishRest'>;
    expect(refused).toEqual([{ date: '2026-02-05', code: 'nobody-on-duty' }]);
    expect(dates).toHaveLength(10);
    expect((await office.ask(STAFF, 'publishRest', YEAR, key)).data).toEqual(published.data);
    await office.kick();
    expect(dates.map((date) => office.day(date)?.state)).toEqual(dates.map(() => 'published'));
    expect(office.day('2026-02-05')).toBeUndefined();
    // Nothing else can be published: why the first could not.
    expect(await office.ask(STAFF, 'publishRest', YEAR)).toMatchObject({ code: 'nobody-on-duty' });
    expect(countPublished() - before).toBe(11);
  });

  test('an emptied first seat leaves no gap: the second becomes the first', async () => {
    const view = await propose();
    const second = view.days[0]?.seats.find(({ seat }) => seat === 'h1-am-2')?.person;
    await office.ask(STAFF, 'editSeat', { ...YEAR, date: '2026-01-05', seat: 'h1-am-1', rev: view.rev });
    await office.ask(STAFF, 'publishDay', { ...YEAR, date: '2026-01-05' });
    await office.kick();
    expect(office.roster().seats['2026-01-05']?.['h1-am-1']).toMatchObject({ person: second });
    expect(office.day('2026-01-05')?.seats['h1-am-1']).toMatchObject({ person: second });
    expect(office.day('2026-01-05')?.seats['h1-am-2']).toBeUndefined();
  });
});
