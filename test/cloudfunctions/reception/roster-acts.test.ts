/** What each act on a roster changes, leaves in the audit and answers to its own key again. In process. */
import { main as reception } from '../../../cloudfunctions/reception/index';
import { handOverSeats, onOwnerGone } from '../../../cloudfunctions/reception/events/on-owner-gone';
import type { RosterDocument } from '../../../cloudfunctions/reception/roster/rules/roster-document';
import type { DayDocument } from '../../../cloudfunctions/reception/days/rules/day-document';
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import { accountOf, decryptField } from '../../../cloudfunctions/shared/cipher';
import type { RosterView } from '../../../miniprogram/contract/roster';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const YEAR = { year: 2027 };
const [STAFF, CHIEF] = ['bh-staff', 'bh-p1'];
let cloud: InProcessCloud;
let view: RosterView;
beforeAll(async () => {
  cloud = await startInProcess({ reception });
  cloud.clock.set(Date.parse('2026-12-28T09:00:00+08:00'));
  const others = cloud.documents<RosterDocument>('rosters').filter(({ _id }) => _id !== 'bh~2027');
  cloud.replace('rosters', others);
  // The holidays of that year are entered by hand.
  const entered = cloud
    .documents<Directory>('townships')
    .map((one) =>
      one._id === 'bh'
        ? { ...one, calendar: { ...one.calendar, years: [...one.calendar.years, 2027] } }
        : one,
    );
  cloud.replace('townships', entered);
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});

const ask = (openid: string, action: string, input: object = {}, key = newKey()) =>
  cloud.invoke('reception', action, { township: 'bh', ...YEAR, ...input }, { openid, key });
interface Left {
  history: { act: string; of: string; by: string; from: string; to: string; words?: string }[];
  outbox: { event: string; about: object }[];
}
const roster = (): Omit<RosterDocument, keyof Left> & Left => {
  const found = cloud.documents<RosterDocument & Left>('rosters').find(({ _id }) => _id === 'bh~2027');
  if (!found) throw new Error('no roster');
  return found;
};
const last = () => ({ row: roster().history.at(-1), event: roster().outbox.at(-1) });
/** Twice under one key: the same answer, and one act. */
async function once(openid: string, action: string, input: object) {
  const key = newKey();
  const first = await ask(openid, action, input, key);
  const { version } = roster();
  const again = await ask(openid, action, input, key);
  expect([again.ok, again.data, roster().version]).toEqual([first.ok, first.data, version]);
  return first;
}
const directory = () => cloud.documents<Directory>('townships').find(({ _id }) => _id === 'bh') as Directory;
const holder = (date: string, seat: string) => roster().seats[date]?.[seat]?.person ?? '';
/** With an account, sitting nowhere on that day. */
function freeOn(date: string, nth = 0): string {
  const seated = new Set(Object.values(roster().seats[date] ?? {}).map(({ person }) => person));
  const claimed = new Set(directory().people.flatMap(({ id, claimed: has }) => (has ? [id] : [])));
  const free = view.counts.filter(
    ({ person }) => claimed.has(person) && !seated.has(person) && person !== 'p1',
  );
  return free[nth]?.person ?? '';
}
const DATE = '2027-01-05';
const SEAT = { date: DATE, seat: 'h1-am-2' };

test('proposed: drafts of the days to come, from the day that was named', async () => {
  const proposed = await once(STAFF, 'proposeRoster', { from: '2027-01-01' });
  view = proposed.data as RosterView;
  expect(view.days[0]?.date).toBe(DATE);
  expect(roster()).toMatchObject({ version: 1, days: { [DATE]: { state: 'draft', publication: 0 } } });
  expect(last()).toMatchObject({
    row: { act: 'propose', of: '2027', by: accountOf(STAFF), from: '2027-01-01', to: '2027-12-31' },
    event: { event: 'roster-proposed', about: { year: 2027, from: '2027-01-01' } },
  });
  const people = (await ask(STAFF, 'proposeRoster', { from: '2027-03-01', of: 'people' })).data as RosterView;
  expect([people.days.length, people.counts.length > 0]).toEqual([0, true]);
});

test('a seat by hand: who sat there before, who does now; none in a home or half-day that is not held', async () => {
  const [before, person] = [holder(DATE, 'h1-am-2'), freeOn(DATE)];
  const { version: rev } = roster();
  const done = await once(STAFF, 'editSeat', { ...SEAT, person, rev });
  expect(done).toMatchObject({ ok: true, data: { rev: rev + 1 } });
  expect(roster().seats[DATE]?.['h1-am-2']).toMatchObject({ person, hand: true });
  expect(last()).toMatchObject({
    row: { act: 'edit-seat', of: `${DATE}_h1-am-2`, from: before, to: person },
    event: { event: 'seat-changed', about: { year: 2027, ...SEAT } },
  });
  expect(await ask(STAFF, 'editSeat', { date: DATE, seat: 'h9-am-1', person, rev })).toMatchObject({
    code: 'not-found',
  });
  const emptied = await once(STAFF, 'editSeat', { ...SEAT, rev: roster().version });
  expect(emptied.ok).toBe(true);
  expect(roster().seats[DATE]).not.toHaveProperty('h1-am-2');
  expect(last().row).toMatchObject({ from: person, to: '' });
  await ask(STAFF, 'editSeat', { ...SEAT, person, rev: roster().version });
});

test('away and back: joined spans, one’s own or anybody’s for the office', async () => {
  const person = view.counts.find((one) => /^p\d+$/.test(one.person) && one.person !== 'p1')?.person ?? '';
  const span = { person, from: '2027-06-01', to: '2027-06-10' };
  const { version } = roster();
  expect(await once(`bh-${person}`, 'setAbsence', span)).toMatchObject({ data: { rev: version + 1 } });
  expect(last()).toMatchObject({
    row: { act: 'state-absence', of: person, from: span.from, to: span.to },
    event: { event: 'absence-changed', about: { year: 2027, ...span } },
  });
  await ask(STAFF, 'setAbsence', { ...span, from: '2027-06-11', to: '2027-06-20' });
  expect(roster().absences[person]).toEqual([{ from: '2027-06-01', to: '2027-06-20' }]);
  await ask(STAFF, 'setAbsence', { ...span, from: '2027-06-01', to: '2027-06-20', undo: true });
  expect(roster().absences[person]).toEqual([]);
  expect(last().row?.act).toBe('take-back-absence');
  const other = freeOn(DATE, 3);
  expect(await ask(`bh-${other}`, 'setAbsence', span)).toMatchObject({ code: 'not-allowed' });
  expect(await ask(STAFF, 'setAbsence', { ...span, person: 'p999' })).toMatchObject({ code: 'not-found' });
  for (const wrong of [{ from: '2026-12-31' }, { to: '2028-01-01' }])
    expect(await ask(STAFF, 'setAbsence', { ...span, ...wrong })).toMatchObject({
      code: 'bad-input',
      details: { field: 'from' },
    });
});

test('two who note days of one person at once both have them noted', async () => {
  const person = view.counts.at(-1)?.person ?? '';
  const spans = ['2027-08-01', '2027-09-01'].map((day) => ({ person, from: day, to: day }));
  const both = spans.map((span) => () => ask(STAFF, 'setAbsence', span));
  const answers = await cloud.together(both, [0, 1]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect(roster().absences[person]).toEqual(spans.map(({ from, to }) => ({ from, to })));
});

test('published with its seats, with the words of whoever overrules; the rest at once, each with its own row', async () => {
  const words = '节前定的';
  const { version } = roster();
  expect(await once(CHIEF, 'publishDay', { date: DATE, words })).toMatchObject({
    data: { rev: version + 1 },
  });
  expect(roster().days[DATE]).toEqual({ state: 'published', publication: 1 });
  const { row, event } = last();
  expect(row).toMatchObject({ act: 'publish', of: DATE, by: 'p1', from: 'draft', to: 'published' });
  expect(decryptField(row?.words ?? '')).toBe(words);
  expect(event).toMatchObject({ event: 'roster-published', about: { year: 2027, date: DATE } });
  await ask(STAFF, 'publishDay', { date: view.days[1]?.date });
  expect(last().row).not.toHaveProperty('words');
  const before = roster().history.length;
  const rest = await once(STAFF, 'publishRest', {});
  const { published, refused } = rest.data as { published: string[]; refused: object[] };
  expect(published).toEqual(view.days.slice(2).map(({ date }) => date));
  expect(refused).toEqual([]);
  const rows = roster().history.slice(before);
  expect(rows.map(({ act, of }) => [act, of])).toEqual(published.map((date) => ['publish', date]));
  expect(await ask(STAFF, 'publishRest')).toMatchObject({ code: 'not-found' });
});

test('withdrawn: the day keeps the row, made closed where the relay had not made it yet', async () => {
  const date = view.days[1]?.date ?? '';
  const { version } = roster();
  expect(await once(STAFF, 'withdrawDay', { date })).toMatchObject({ data: { rev: version + 1 } });
  expect(roster().days[date]).toEqual({ state: 'draft', publication: 1 });
  const day = cloud.documents<DayDocument>('days').find(({ _id }) => _id === `bh~${date}`);
  expect(day).toMatchObject({
    state: 'draft',
    publication: 1,
    history: [{ act: 'withdraw', of: date, from: 'published', to: 'draft' }],
    outbox: [{ event: 'day-withdrawn', about: { year: 2027, date, publication: 1 } }],
  });
  expect(await ask(STAFF, 'withdrawDay', { date })).toMatchObject({ code: 'not-published' });
  expect(await ask(STAFF, 'withdrawDay', { date: '2026-12-07', year: 2026 })).toMatchObject({
    code: 'past-day',
  });
  expect(await ask(STAFF, 'publishDay', { date })).toMatchObject({ ok: true });
  expect(roster().days[date]?.publication).toBe(2);
});

describe('a swap', () => {
  const swap = `${DATE}_h1-am-2`;
  const state = () => roster().swaps[swap];
  const about = (from: string, to?: string) => ({
    year: 2027,
    ...SEAT,
    from,
    ...(to !== undefined && { to }),
  });

  test('asked of somebody, taken back, declined, taken: each told to whom it concerns', async () => {
    const [from, to] = [holder(DATE, 'h1-am-2'), freeOn(DATE)];
    const [me, other] = [`bh-${from}`, `bh-${to}`];
    expect(await once(me, 'askSwap', { ...SEAT, to })).toMatchObject({ data: { swap, state: 'asked' } });
    expect(state()).toMatchObject({ ...SEAT, from, to, state: 'asked', at: cloud.clock.now() });
    expect(last()).toMatchObject({
      row: { act: 'ask-swap', of: swap, by: from, from, to },
      event: { event: 'swap-asked', about: about(from, to) },
    });
    expect(await once(me, 'askSwap', { ...SEAT, undo: true })).toMatchObject({
      data: { swap, state: 'withdrawn' },
    });
    expect(last()).toMatchObject({
      row: { act: 'withdraw-swap', of: swap, from, to },
      event: { event: 'swap-withdrawn', about: about(from, to) },
    });
    expect(await ask(other, 'answerSwap', { swap, accept: true })).toMatchObject({ code: 'swap-over' });
    await ask(me, 'askSwap', { ...SEAT, to });
    expect(await once(other, 'answerSwap', { swap, accept: false })).toMatchObject({
      data: { state: 'declined' },
    });
    expect(last()).toMatchObject({
      row: { act: 'decline-swap', of: swap, from, to },
      event: { event: 'swap-declined', about: about(from, to) },
    });
    expect(holder(DATE, 'h1-am-2')).toBe(from);
    await ask(me, 'askSwap', { ...SEAT, to });
    expect(await once(other, 'answerSwap', { swap, accept: true })).toMatchObject({
      data: { state: 'accepted' },
    });
    expect(last()).toMatchObject({
      row: { act: 'accept-swap', of: swap, by: to, from, to },
      event: { event: 'seat-changed', about: about(from, to) },
    });
    expect([holder(DATE, 'h1-am-2'), state()?.state]).toEqual([to, 'accepted']);
  });

  test('handed back to the office, taken back, and settled by the office; not to who has no account', async () => {
    const from = holder(DATE, 'h1-am-2');
    const me = `bh-${from}`;
    expect(await once(me, 'askSwap', SEAT)).toMatchObject({ data: { swap, state: 'office' } });
    expect(last()).toMatchObject({
      row: { act: 'hand-back', of: swap, from, to: '' },
      event: { event: 'seat-handed-back', about: about(from) },
    });
    await ask(me, 'askSwap', { ...SEAT, undo: true });
    expect(last().event?.about).not.toHaveProperty('to');
    await ask(me, 'askSwap', SEAT);
    const person = freeOn(DATE);
    expect(await ask(STAFF, 'editSeat', { ...SEAT, person, rev: roster().version })).toMatchObject({
      ok: true,
    });
    expect(state()).toMatchObject({ to: person, state: 'accepted' });
    const unclaimed = directory().people.find(
      ({ id, claimed }) => !claimed && view.counts.some((one) => one.person === id),
    );
    const asked = await ask(`bh-${person}`, 'askSwap', { ...SEAT, to: unclaimed?.id });
    expect(asked).toMatchObject({ code: 'cannot-sit', details: { why: 'account' } });
    // Nobody of the roster: the office has no seat to give away.
    expect(await ask('bh-helper', 'askSwap', SEAT)).toMatchObject({ code: 'not-allowed' });
  });
});

test('what is to come, what is past, and who sits how often are asked for apart', async () => {
  cloud.clock.set(Date.parse('2027-03-01T09:00:00+08:00'));
  const part = async (of?: string) =>
    (await ask(STAFF, 'roster', of === undefined ? {} : { of })).data as RosterView;
  const [whole, coming, past, people] = [
    await part(),
    await part('coming'),
    await part('past'),
    await part('people'),
  ];
  const dates = (one: RosterView) => one.days.map(({ date }) => date);
  expect(dates(past)).toEqual(
    dates(whole)
      .filter((date) => date < '2027-03-01')
      .reverse(),
  );
  // As much as one answer holds.
  const ahead = dates(whole).filter((date) => date >= '2027-03-01');
  expect(dates(coming)).toEqual(ahead.slice(0, coming.days.length));
  expect(coming.days.length).toBeGreaterThan(0);
  expect([past.counts, coming.counts, people.days]).toEqual([[], [], []]);
  expect(people.counts).toEqual(whole.counts);
  expect([people.drafts, people.notes, people.swaps]).toEqual([[], [], []]);
  expect([past.drafts, past.notes, past.groups, past.absences]).toEqual([[], [], [], []]);
  expect([past.swaps.length, coming.swaps.length]).toEqual([1, 0]);
  const duties = await cloud.invoke('reception', 'myDuties', { township: 'bh' }, { openid: STAFF });
  expect(duties).toMatchObject({ code: 'not-allowed' });
});

test('seats of whoever is in office no more go on to somebody else; of all others they stay', async () => {
  const date = view.days.find((day) => day.date > '2027-03-01')?.date ?? '';
  const gone = holder(date, 'h1-am-2');
  const before = JSON.stringify(roster().seats);
  expect(await handOverSeats('bh', cloud.clock.now())).toBe(0);
  expect(JSON.stringify(roster().seats)).toBe(before);
  const ends = (one: Directory['people'][number]) =>
    one.id === gone
      ? { ...one, memberships: one.memberships.map((each) => ({ ...each, to: '2027-02-28' })) }
      : one;
  const townships = cloud.documents<Directory>('townships');
  cloud.replace(
    'townships',
    townships.map((one) => (one._id === 'bh' ? { ...one, people: one.people.map(ends) } : one)),
  );
  const event = { id: 'e1', township: 'bh', collection: '', document: '', by: 'system', at: 0, event: '' };
  await onOwnerGone({ ...event, about: {} }, cloud.clock.now());
  const left = Object.entries(roster().seats).filter(([on]) => on > '2027-03-01');
  expect(left.flatMap(([, seats]) => Object.values(seats)).map(({ person }) => person)).not.toContain(gone);
  expect(holder(date, 'h1-am-2')).not.toBe('');
  expect(last()).toMatchObject({
    row: { act: 'hand-on-seat', by: 'system', from: gone },
    event: { event: 'seat-changed' },
  });
  expect(await handOverSeats('bh', cloud.clock.now())).toBe(0);
  expect(await handOverSeats('zz', cloud.clock.now())).toBe(0);
});

test('without a directory there is no roster to draw up, show or publish', async () => {
  const townships = cloud.documents<Directory>('townships');
  cloud.replace(
    'townships',
    townships.filter(({ _id }) => _id !== 'bh'),
  );
  cloud.clock.set(cloud.clock.now() + 61_000);
  const asked: readonly [string, object, string, string?][] = [
    ['roster', {}, 'not-found'],
    ['proposeRoster', { from: '2027-03-01' }, 'not-found'],
    ['publishDay', { date: DATE }, 'not-found'],
    ['publishRest', {}, 'not-found'],
    ['editSeat', { ...SEAT, rev: 1 }, 'not-found'],
    ['askSwap', SEAT, 'not-allowed', 'bh-p5'],
  ];
  for (const [action, input, code, openid = STAFF] of asked)
    expect([action, (await ask(openid, action, input)).code]).toEqual([action, code]);
  cloud.replace('townships', townships);
});
