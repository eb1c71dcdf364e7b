/** One slice of the recount: which sources do not agree with the rows that stand under them. */
import { compareLedger } from '../../duty/ledger/rules/compare-ledger';
import {
  readRowsOf,
  readRowsOfMany,
  readSourceNames,
  sourceName,
  toRows,
  type StoredFact,
} from '../../duty/ledger/store';
import { sideBySide } from '../../shared/side-by-side';
import { LEDGER_KINDS, LEDGER_SOURCES, type LedgerKind } from './ledger-sources';
import { countAgain, findThere, PARTS, type Counted } from './read-sources';

/** Sources of one slice. */
const SLICE = 50;
/** Rows of these are read in one call. */
const FEW_ROWS = 500;
const AT_ONCE = 10;

async function readRows(township: string, counted: readonly Counted[]): Promise<StoredFact[]> {
  const expected = counted.reduce((sum, { facts }) => sum + facts.length, 0);
  const few = expected < FEW_ROWS ? await readRowsOfMany(township, counted.map(sourceName)) : undefined;
  if (few) return few;
  const all: StoredFact[] = [];
  await sideBySide(counted, { atOnce: AT_ONCE, endsAt: Infinity }, async ({ kind, id }) => {
    all.push(...(await readRowsOf({ township, kind, id })));
  });
  return all;
}

/** Names of those that do not agree. */
async function compare(township: string, counted: readonly Counted[]): Promise<string[]> {
  const stored = await readRows(township, counted);
  const rebuilt = counted.flatMap(({ kind, id, facts }) => toRows({ township, kind, id }, facts));
  return [...new Set(compareLedger(stored, rebuilt).map(({ source }) => source))];
}

function isKind(kind: string): kind is LedgerKind {
  return Object.hasOwn(LEDGER_SOURCES, kind);
}

/** `activity~bh~…`: its kind, and the id that follows. */
function readName(name: string): { kind: string; id: string } {
  const at = name.indexOf('~');
  return { kind: name.slice(0, at), id: name.slice(at + 1) };
}

/** As the source and its rows are now. Three calls, a few more for a session. */
export async function differs(township: string, name: string): Promise<boolean> {
  const { kind, id } = readName(name);
  const found = isKind(kind) ? await countAgain(township, kind, id) : undefined;
  if (found) return (await compare(township, [found])).length > 0;
  return ((await readRowsOfMany(township, [name])) ?? [name]).length > 0;
}

export interface Slice {
  suspects: string[];
  looked: number;
  /** Where to go on; absent: the round is through. */
  next?: { part: number; after: string };
}

/** After the sources themselves: rows of a source that is no more, which nothing leads to. */
async function countOrphans(township: string, after: string): Promise<Slice> {
  const names = await readSourceNames(township, after);
  const sources = [...new Set(names)];
  const there = new Set<string>();
  for (const kind of LEDGER_KINDS) {
    const ids = sources.map(readName).filter((name) => name.kind === kind);
    const found = await findThere(
      township,
      kind,
      ids.map(({ id }) => id),
    );
    for (const id of found) there.add(sourceName({ kind, id }));
  }
  const suspects = sources.filter((name) => !there.has(name));
  const last = sources.at(-1);
  const next = last === undefined ? {} : { next: { part: PARTS.length, after: last } };
  return { suspects, looked: 0, ...next };
}

/** Two calls for fifty sources; more where a source has many rows. */
export async function countSlice(
  township: string,
  { part, after }: { part: number; after: string },
): Promise<Slice> {
  const read = PARTS[part];
  if (!read) return countOrphans(township, after);
  const { counted, next } = await read(township, after, SLICE);
  return {
    suspects: await compare(township, counted),
    looked: counted.length,
    next: next === undefined ? { part: part + 1, after: '' } : { part, after: next },
  };
}
