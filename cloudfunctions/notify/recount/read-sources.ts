/** The ledger's sources in slices, and single ones by their names, each with what follows from it. */
import { readSuggestion, readSuggestions } from '../../congress/suggestion/store';
import { readOldestRows, readRow } from '../../congress/presidium/store';
import { readAttendance, readRows, readSession, readSessions } from '../../congress/session/store';
import { readActivitiesById, readActivity, readOldest } from '../../duty/activities/store';
import type { Fact } from '../../duty/ledger/rules/fact';
import { readFactDay, readFactDays } from '../../duty/ledger/sources-store';
import { readTownship } from '../../registry/store';
import { EVERY } from '../../request/lists/rules/facets';
import { readKnown, readList, readRequest } from '../../request/store';
import { addDays } from '../../shared/china-time';
import { LEDGER_SOURCES, type Beside, type LedgerKind } from './ledger-sources';

/** Before every day that anybody kept. */
const FIRST_DAY = '2000-01-01';
const ALONE: Beside = { attendance: [], rows: [] };
/** What the ledger knows of a request. */
const OF_REQUEST = [
  'day',
  'village',
  'category',
  'group',
  'home',
  'deputy',
  'state',
  'due',
  'lead',
  'replies',
  'outcome',
  'rating',
  'name',
  'phone',
  'account',
  'livesIn',
  'dueSeq',
] as const;

export interface Counted {
  kind: LedgerKind;
  id: string;
  facts: readonly Fact[];
}

export interface SourcePage {
  counted: readonly Counted[];
  /** The last that was read; absent: there is no more. */
  next?: string;
}

function countOne(township: string, kind: LedgerKind, one: { _id: string }, beside: Beside = ALONE): Counted {
  return { kind, id: one._id, facts: LEDGER_SOURCES[kind].facts(township, one, beside) };
}

function toPage<T extends { _id: string }>(
  township: string,
  kind: LedgerKind,
  { found, limit, seq }: { found: readonly T[]; limit: number; seq: (one: T) => string },
): SourcePage {
  const counted = found.map((one) => countOne(township, kind, one));
  const last = found.at(-1);
  return { counted, ...(last && found.length === limit && { next: seq(last) }) };
}

async function countSession(township: string, id: string): Promise<Counted | undefined> {
  const session = id.slice(id.indexOf('~') + 1);
  const [directory, found, attendance, rows] = await Promise.all([
    readTownship(township),
    readSession(township, session),
    readAttendance(township, session),
    readRows(township, session),
  ]);
  return found && countOne(township, 'session', found, { attendance, rows, ...(directory && { directory }) });
}

type ReadPage = (township: string, after: string, limit: number) => Promise<SourcePage>;

const requestsThatAre =
  (open: boolean): ReadPage =>
  async (township, after, limit) => {
    const where = { open, facets: EVERY };
    const found = await readList(township, { where, by: 'dueSeq', after, limit, fields: OF_REQUEST });
    return toPage(township, 'request', { found, limit, seq: ({ dueSeq }) => dueSeq });
  };

/** A township's sessions are a handful, and each takes four calls: all at once. */
const sessions: ReadPage = async (township) => {
  const counted: Counted[] = [];
  for (const { _id } of await readSessions(township)) {
    const one = await countSession(township, _id);
    if (one) counted.push(one);
  }
  return { counted };
};

/** The parts of a round, in their order. A request that is closed meanwhile may be met twice, or the night after. */
export const PARTS: readonly ReadPage[] = [
  async (township, after, limit) => {
    const from = after === '' ? FIRST_DAY : addDays(after, 1);
    const found = await readFactDays(township, from, limit);
    return toPage(township, 'day', { found, limit, seq: ({ date }) => date });
  },
  requestsThatAre(true),
  requestsThatAre(false),
  async (township, after, limit) => {
    const found = await readOldest(township, after, limit);
    return toPage(township, 'activity', { found, limit, seq: ({ seq }) => seq });
  },
  sessions,
  async (township, after, limit) => {
    const page = { where: { facets: 'all' }, by: 'seq', limit, after } as const;
    const found = await readSuggestions(township, page);
    return toPage(township, 'suggestion', { found, limit, seq: ({ seq }) => seq });
  },
  async (township, after, limit) => {
    const found = await readOldestRows(township, after, limit);
    return toPage(township, 'presidium', { found, limit, seq: ({ seq }) => seq });
  },
];

const IDS = 100;

/** Which of these are still there. One call for a hundred requests or activities, else one for each. */
export async function findThere(
  township: string,
  kind: LedgerKind,
  ids: readonly string[],
): Promise<Set<string>> {
  const there = new Set<string>();
  for (let from = 0; from < ids.length; from += IDS) {
    const some = ids.slice(from, from + IDS);
    if (kind === 'request')
      for (const { _id } of await readKnown(township, some, undefined, ['seq'])) there.add(_id);
    else if (kind === 'activity')
      for (const { _id } of await readActivitiesById(township, some)) there.add(_id);
    else for (const id of some) if (await countAgain(township, kind, id)) there.add(id);
  }
  return there;
}

/** One source as it is now; undefined: it is no more, and has no rows. One call, four for a session. */
export async function countAgain(
  township: string,
  kind: LedgerKind,
  id: string,
): Promise<Counted | undefined> {
  if (kind === 'session') return countSession(township, id);
  const read = {
    day: async () => {
      const date = id.slice(id.indexOf('~') + 1);
      const found = await readFactDay(township, date);
      return found && Object.assign({}, found, { _id: id });
    },
    request: () => readRequest(township, id),
    activity: () => readActivity(township, id),
    suggestion: () => readSuggestion(township, id),
    presidium: () => readRow(township, id),
  }[kind];
  const found = await read();
  return found && countOne(township, kind, found);
}
