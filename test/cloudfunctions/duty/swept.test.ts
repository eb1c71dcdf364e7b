/**
 * What is past its time is swept night after night, and figures of spans that reach over what was swept and what was not
 * stay as they were: the same person and the same household are one in both, over the turn of a year as well. Whoever has
 * their data deleted is one person still, whatever was swept before. Told by a count by hand, which knows no keys.
 */
import fc from 'fast-check';
import { recountFrom } from '../../../local/recount';
import { onDayChanged } from '../../../cloudfunctions/duty/events/on-day-changed';
import { sweepActivities } from '../../../cloudfunctions/duty/events/on-visits-old';
import { sweepDays } from '../../../cloudfunctions/reception/events/on-names-old';
import type { DayDocument } from '../../../cloudfunctions/reception/days/store';
import type { StoredBooking } from '../../../cloudfunctions/reception/days/rules/day-document';
import { accountOf, encryptField } from '../../../cloudfunctions/shared/cipher';
import type { Count, Measure } from '../../../miniprogram/contract/facts';
import { newKey, openDuty, STAFF, TOWNSHIP, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const RUNS = process.env['PROOF'] === '1' ? 500 : 10;
jest.setTimeout(120_000 + RUNS * 2_000);

const DAYS = ['2025-09-05', '2025-12-05', '2026-01-05', '2026-03-05', '2026-06-05', '2026-11-05'];
const SPANS = [
  { from: '2025-01-01', to: '2026-11-22' },
  { from: '2025-12-01', to: '2026-01-31' },
  { from: '2026-01-01', to: '2026-06-30' },
];

interface Visit {
  day: number;
  /** Whose phone booked; '' : entered at the desk. */
  by: 'one' | 'two' | '';
  whom: 'self' | 'family';
  name: string;
  phone: string;
  /** Asked at the desk alone. */
  village: string;
}

const visit: fc.Arbitrary<Visit> = fc.record({
  day: fc.nat(DAYS.length - 1),
  by: fc.constantFrom('one' as const, 'two' as const, '' as const),
  whom: fc.constantFrom('self' as const, 'family' as const),
  name: fc.constantFrom('周大山', ' 周 大山', '李四', '王五'),
  phone: fc.constantFrom('', '', '13500000001', '13500000002'),
  village: fc.constantFrom('', 'v1', 'v4'),
});

interface HouseVisit {
  day: number;
  village: string;
  name: string;
}
const houseVisit: fc.Arbitrary<HouseVisit> = fc.record({
  day: fc.nat(DAYS.length - 1),
  village: fc.constantFrom('v1', 'v4'),
  name: fc.constantFrom('周大山', ' 周 大山', '李四', ''),
});

const plain = (name: string) => name.replace(/\s/g, '');

/** By hand: phone, else village and name, else whose phone it was, and of a family whom; '' : nobody knows. */
function whoIs({ by, whom, name, phone, village }: Visit): string {
  if (phone !== '') return phone;
  if (by === '') return village === '' ? '' : `${village} ${plain(name)}`;
  return whom === 'family' ? `${by} ${plain(name)}` : by;
}

function countByHand(keys: readonly string[]): Count {
  const known = keys.filter(Boolean);
  return { n: new Set(known).size, rows: keys.length, unknown: keys.length - known.length, entered: 0 };
}

const within = ({ day }: { day: number }, { from, to }: (typeof SPANS)[number]) =>
  (DAYS[day] ?? '') >= from && (DAYS[day] ?? '') <= to;

function toDay(date: string, at: number, visits: readonly Visit[]): DayDocument {
  const bookings: Record<string, Record<string, StoredBooking>> = {};
  const place: Record<string, string> = {};
  const met: Record<string, { s: 'met' }> = {};
  visits.forEach((one, n) => {
    if (one.day !== at) return;
    const account = one.by === '' ? `d${String(n).padStart(16, '0')}` : accountOf(`swept-${one.by}`);
    const short = `s${String(n)}`;
    const p = `h1-0830-${String(n + 1)}`;
    place[p] = `${account}-${short}`;
    met[p] = { s: 'met' };
    bookings[account] = {
      ...bookings[account],
      [short]: {
        state: 'booked',
        p,
        whom: one.whom,
        name: encryptField(one.name),
        ...(one.phone !== '' && { phone: encryptField(one.phone) }),
        ...(one.by === '' && one.village !== '' && { village: one.village }),
        keys: `k${String(n)}`,
        openid: '',
        at: 0,
      },
    };
  });
  return {
    _id: `${TOWNSHIP}~${date}`,
    township: TOWNSHIP,
    rev: 1,
    date,
    state: 'published',
    homes: { h1: { am: { start: '08:30', end: '11:30' } } },
    closesAt: {},
    seats: { 'h1-am-1': { person: 'p5', name: '', level: 'town' } },
    plan: {},
    place,
    by: {},
    of: {},
    moves: {},
    tries: {},
    acts: {},
    bookings,
    waiting: {},
    visits: met,
    history: [],
    outbox: [],
    outboxAt: Number.MAX_SAFE_INTEGER,
  } as unknown as DayDocument;
}

async function ask(duty: Duty, of: Measure): Promise<readonly Count[]> {
  duty.cloud.clock.set(duty.cloud.clock.now() + 5_000);
  const { data } = await duty.ask(STAFF, 'figures', { queries: SPANS.map((span) => ({ of, ...span })) });
  return (data as { counts: Count[] }).counts;
}

async function settle(duty: Duty): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    duty.cloud.clock.set(duty.cloud.clock.now() + 61_000);
    await duty.relay();
  }
}

async function expectRebuilt(duty: Duty): Promise<void> {
  await settle(duty);
  const read = (collection: string) =>
    duty.cloud.documents<{ township: string }>(collection).filter(({ township }) => township === TOWNSHIP);
  const ours = recountFrom(read, TOWNSHIP).filter(({ source }) => !source.startsWith('request~'));
  expect(ours.filter(({ source }) => /^(day|activity)~/.test(source))).toEqual([]);
}

let swept = 0;
let erased = 0;

it('persons and households of every span are as many after each night as before, and by a count by hand', async () => {
  const duty = await openDuty();
  await duty.relay();
  const now = () => duty.cloud.clock.now();
  const nights = fc.array(fc.nat(DAYS.length), { minLength: 1, maxLength: 3 });
  const histories = fc.tuple(
    fc.array(visit, { minLength: 2, maxLength: 14 }),
    fc.array(houseVisit, { minLength: 2, maxLength: 8 }),
    nights,
    fc.constantFrom('one', 'two', ''),
  );
  await fc.assert(
    fc.asyncProperty(histories, async ([visits, houses, ends, leaver]) => {
      for (const name of ['facts', 'activities', 'deadletters']) duty.cloud.replace(name, []);
      duty.cloud.replace(
        'days',
        DAYS.map((date, at) => toDay(date, at, visits)),
      );
      for (const date of DAYS) await onDayChanged({ township: TOWNSHIP, about: { date } } as never, now());
      for (const { day, village, name } of houses) {
        const household = name === '' ? {} : { household: { name } };
        const date = DAYS[day] ?? '';
        await duty.note(STAFF, { kind: 'household-visit', date, village, persons: ['p5'], ...household });
        duty.cloud.clock.set(now() + 10_000);
      }
      await settle(duty);
      const received = (keyOf: (one: Visit) => string) =>
        SPANS.map((span) => countByHand(visits.filter((one) => within(one, span)).map(keyOf)));
      const visited = SPANS.map((span) =>
        countByHand(
          houses
            .filter((one) => within(one, span))
            .map(({ village, name }) => name && `${village} ${plain(name)}`),
        ),
      );
      expect(await ask(duty, 'received')).toEqual(received(whoIs));
      expect(await ask(duty, 'visited')).toEqual(visited);
      for (const end of ends) {
        const slice = { before: DAYS[end] ?? '2026-11-06', after: '', limit: 50, endsAt: Infinity };
        await sweepDays(TOWNSHIP, slice, now());
        swept += (await sweepActivities(TOWNSHIP, slice, now())).count;
        await expectRebuilt(duty);
        expect(await ask(duty, 'received')).toEqual(received(whoIs));
        expect(await ask(duty, 'visited')).toEqual(visited);
      }
      if (leaver === '') return;
      const caller = { openid: `swept-${leaver}`, key: newKey() };
      await duty.cloud.invoke('reception', 'eraseOwn', { township: TOWNSHIP }, caller);
      erased++;
      await expectRebuilt(duty);
      // What came from their phone is theirs alone from now on.
      const afterwards = (one: Visit) => (one.by === leaver ? `gone ${whoIs(one)}` : whoIs(one));
      expect(await ask(duty, 'received')).toEqual(received(afterwards));
    }),
    { numRuns: RUNS },
  );
  expect(swept).toBeGreaterThan(RUNS);
  expect(erased).toBeGreaterThan(0);
});
