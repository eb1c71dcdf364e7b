/** The nightly recount reads sources in pages and by name: of every kind the same follows as from the whole documents. */
import { main as duty } from '../../../../cloudfunctions/duty/index';
import { main as notify } from '../../../../cloudfunctions/notify/index';
import type { SessionDocument } from '../../../../cloudfunctions/congress/session/rules/session-document';
import type { StoredFact } from '../../../../cloudfunctions/duty/ledger/store';
import { LEDGER_KINDS, LEDGER_SOURCES } from '../../../../cloudfunctions/notify/recount/ledger-sources';
import { countSlice } from '../../../../cloudfunctions/notify/recount/count-slice';
import {
  countAgain,
  findThere,
  PARTS,
  type Counted,
} from '../../../../cloudfunctions/notify/recount/read-sources';
import { recountLedger } from '../../../../cloudfunctions/notify/recount/recount-ledger';
import type { StoredRecount } from '../../../../cloudfunctions/notify/recount/store';
import type { DayDocument } from '../../../../cloudfunctions/reception/days/rules/day-document';
import { rebuildFrom } from '../../../../local/recount';
import { startInProcess, type InProcessCloud } from '../../../support/in-process';
import { turnstile } from '../../../support/memory-database';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);
jest.setTimeout(60_000);

const NIGHT = Date.parse('2026-11-24T03:31:00+08:00');
const MINUTE_MS = 60_000;
let cloud: InProcessCloud;
let rebuilt: readonly StoredFact[];

const read = (collection: string) =>
  cloud.documents<{ _id: string; township: string }>(collection).filter(({ township }) => township === 'bh');

/** Somebody was received on each day that has a booking. */
function receive(): void {
  const days = cloud.documents<DayDocument>('days').map((day): DayDocument => {
    const [place] = Object.entries(day.place).find(([, booking]) => booking !== 0) ?? [];
    return place === undefined ? day : Object.assign({}, day, { visits: { [place]: { s: 'met' } } });
  });
  cloud.replace('days', days);
}

/** A deputy came to each session, and all are over. */
function hold(): void {
  const sessions = cloud.documents<SessionDocument>('sessions');
  cloud.replace(
    'sessions',
    sessions.map((one) => Object.assign({}, one, { state: 'closed' })),
  );
  const signed = { rev: 1, person: 'p5', kind: 'signed', sitting: 'b1', by: 'paper', at: NIGHT };
  const rows = sessions.map(({ _id, township, session }) => ({ _id: `${_id}-p5`, township, session }));
  cloud.replace(
    'attendance',
    rows.map((row) => Object.assign(row, signed)),
  );
}

beforeAll(async () => {
  cloud = await startInProcess({ duty, notify });
  receive();
  hold();
  const activity = { kind: 'study', title: '学习', date: '2026-11-20', persons: ['p5', 'p6'] };
  const caller = { openid: 'bh-staff', key: 'every-source-1' };
  expect(await cloud.invoke('duty', 'note', { township: 'bh', activity }, caller)).toMatchObject({
    ok: true,
  });
  rebuilt = rebuildFrom(read, 'bh');
});

/** The ledger holds these; what the round says at its end. */
async function countedOver(facts: readonly StoredFact[]) {
  cloud.replace('facts', facts);
  cloud.replace('recounts', []);
  for (const now of [NIGHT, NIGHT + 11 * MINUTE_MS]) {
    cloud.clock.set(now);
    await recountLedger(['bh'], now, Infinity);
  }
  return cloud.documents<StoredRecount>('recounts')[0]?.last;
}

it('agrees with a ledger made from the whole documents, and looks at each of them', async () => {
  const sources = LEDGER_KINDS.flatMap((kind) => read(LEDGER_SOURCES[kind].collection));
  expect(await countedOver(rebuilt)).toMatchObject({ looked: sources.length, differing: [] });
});

it.each(LEDGER_KINDS)('finds a row that is missing under a source of the kind %s', async (kind) => {
  const row = rebuilt.find(({ source }) => source.startsWith(`${kind}~`));
  expect(row).toBeDefined();
  const last = await countedOver(rebuilt.filter(({ _id }) => _id !== row?._id));
  expect(last?.differing).toEqual([row?.source]);
});

it.each(LEDGER_KINDS)('finds a row of a %s that is no more', async (kind) => {
  const row = rebuilt.find(({ source }) => source.startsWith(`${kind}~`));
  const source = `${kind}~bh~gone`;
  const last = await countedOver([...rebuilt, Object.assign({}, row, { _id: `${row?._id ?? ''}x`, source })]);
  expect(last?.differing).toEqual([source]);
});

async function readAll(limit: number): Promise<Counted[]> {
  const all: Counted[] = [];
  for (const readPart of PARTS)
    for (let after: string | undefined = ''; after !== undefined;) {
      const { counted, next } = await readPart('bh', after, limit);
      all.push(...counted);
      after = next;
    }
  return all;
}

it('reads each source once, in pages of whatever size, and by its name the same', async () => {
  const ids = LEDGER_KINDS.flatMap((kind) => read(LEDGER_SOURCES[kind].collection).map(({ _id }) => _id));
  for (const limit of [1, 2, 500])
    expect((await readAll(limit)).map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const one of await readAll(500)) expect(await countAgain('bh', one.kind, one.id)).toEqual(one);
});

it('of each kind those that are there are known by their names', async () => {
  for (const kind of LEDGER_KINDS) {
    const ids = read(LEDGER_SOURCES[kind].collection).map(({ _id }) => _id);
    const before = turnstile.calls;
    expect([...(await findThere('bh', kind, ['bh~gone', ...ids]))].sort()).toEqual([...ids].sort());
    // A hundred requests or activities take one call.
    if (kind === 'request' || kind === 'activity') expect(turnstile.calls - before).toBe(1);
    expect(await countAgain('bh', kind, 'bh~gone')).toBeUndefined();
  }
});

it('after the sources themselves: whose rows are left alone, and where to go on', async () => {
  const [row] = rebuilt;
  cloud.replace('facts', [...rebuilt, Object.assign({}, row, { _id: 'bh~x', source: 'day~bh~gone' })]);
  const last = { part: PARTS.length, after: '' };
  const found = await countSlice('bh', last);
  expect(found).toMatchObject({ suspects: ['day~bh~gone'], looked: 0, next: { part: PARTS.length } });
  const end = await countSlice('bh', { part: PARTS.length, after: 'z' });
  expect(end).toEqual({ suspects: [], looked: 0 });
  expect((await countSlice('bh', { part: 0, after: '' })).next).toEqual({ part: 1, after: '' });
});

it('says how many slices it went through, of townships side by side too', async () => {
  const slices = async (townships: readonly string[]) => {
    cloud.replace('recounts', []);
    cloud.clock.set(NIGHT);
    return recountLedger(townships, NIGHT, Infinity);
  };
  cloud.replace('facts', rebuilt);
  const [one, other] = [await slices(['bh']), await slices(['qs'])];
  expect(Math.min(one, other)).toBeGreaterThan(0);
  expect(await slices(['bh', 'qs'])).toBe(one + other);
});
