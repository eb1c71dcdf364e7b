/**
 * The ledger of facts (台账): its indexes, its reads, and the one way in which rows come and go. Whoever has a source
 * calls `keepInLine` from the consumer of its events, with what the source says now (docs/decisions/015-duty.md).
 */
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import {
  above,
  below,
  between,
  drop,
  oneOf,
  put,
  type Changes,
  type Condition,
  type Where,
} from '../../shared/conditions';
import {
  changeOne,
  countAlike,
  createOne,
  listValues,
  readOne,
  readPage,
  removeOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { facetOf, facetsOf, factSeq, type Fact, type SourceRef } from './rules/fact';
import type { Counted } from './rules/count';
import { findDifference } from './rules/difference';

export type { Fact, SourceRef } from './rules/fact';

const FACTS = 'facts';

export const collections = {
  [FACTS]: {
    indexes: [
      {
        name: 'facets',
        fields: [
          ['township', 1],
          ['facets', 1],
          ['seq', 1],
        ],
      },
      {
        name: 'source',
        fields: [
          ['township', 1],
          ['source', 1],
        ],
      },
    ],
  },
} as const satisfies CollectionSpecs;

export interface StoredFact extends Stored, Fact {
  /** `<kind of source>~<its id>`. */
  source: string;
  seq: string;
  facets: readonly string[];
}

/** Rows that one source may leave: a reception day of 500 places at most. */
const ROWS_OF_SOURCE = 600;
/** The source may move while its rows are written; more often than this the relay tries again later. */
const ROUNDS = 4;
/** Rows of one page when a number is counted: as many as one call brings. */
const COUNT_PAGE = 1_000;

/** What a rule decides about a row, in the order in which rows are compared. */
const BODY = [
  'kind',
  'part',
  'date',
  'persons',
  'level',
  'home',
  'group',
  'village',
  'category',
  'units',
  'party',
  'household',
  'tag',
  'result',
  'heading',
  'entered',
  'facets',
  'seq',
] as const;

export function factId({ township, kind, id }: SourceRef, fact: Pick<Fact, 'kind' | 'part'>): string {
  return `${township}~${hashParts(['fact', township, fact.kind, kind, id, fact.part])}`;
}

export function sourceName({ kind, id }: Pick<SourceRef, 'kind' | 'id'>): string {
  return `${kind}~${id}`;
}

/** The rows as they are to stand. */
export function toRows(source: SourceRef, facts: readonly Fact[]): StoredFact[] {
  return facts.map((fact) => {
    const _id = factId(source, fact);
    return {
      _id,
      township: source.township,
      rev: 1,
      source: sourceName(source),
      seq: factSeq(fact.date, _id),
      facets: facetsOf(fact),
      ...fact,
    };
  });
}

export function readRowsOf(source: SourceRef): Promise<StoredFact[]> {
  return readPage<StoredFact>(FACTS, source.township, {
    where: { source: sourceName(source) },
    order: [],
    limit: ROWS_OF_SOURCE,
  });
}

/** Rows of one call where several sources are asked for at once. */
const ROWS_OF_MANY = 1_000;

/** The rows under these sources; undefined: more than one call brings, so that each is to be asked for by itself. */
export async function readRowsOfMany(
  township: string,
  sources: readonly string[],
): Promise<StoredFact[] | undefined> {
  if (sources.length === 0) return [];
  const page = { where: { source: oneOf(sources) }, order: [], limit: ROWS_OF_MANY } as const;
  const found = await readPage<StoredFact>(FACTS, township, page);
  return found.length === ROWS_OF_MANY ? undefined : found;
}

/** Names of sources in their order, each as often as it has rows; `after` is the last one seen. One call. */
export async function readSourceNames(township: string, after: string): Promise<string[]> {
  const found = await readPage<StoredFact>(FACTS, township, {
    where: { source: above(after) },
    order: [['source', 'asc']],
    limit: COUNT_PAGE,
    fields: ['source'],
  });
  return found.map(({ source }) => source);
}

function changesTo(row: StoredFact): Changes {
  const fields = BODY.map((name): [string, Changes[string]] => {
    const value = row[name];
    return [name, value === undefined ? drop : put(value)];
  });
  return Object.fromEntries(fields);
}

/** Brings the rows of a source in line with these facts; true when something had to be written. */
export async function writeRows(source: SourceRef, facts: readonly Fact[]): Promise<boolean> {
  const wanted = toRows(source, facts);
  const { create, change, remove } = findDifference(await readRowsOf(source), wanted, BODY);
  const { township } = source;
  const place = async (row: StoredFact) => {
    if (!(await createOne(FACTS, row))) await changeOne(FACTS, township, row._id, {}, changesTo(row));
  };
  await Promise.all([
    ...create.map(place),
    ...change.map((row) => changeOne(FACTS, township, row._id, {}, changesTo(row))),
    ...remove.map((id) => removeOne(FACTS, township, id)),
  ]);
  return create.length + change.length + remove.length > 0;
}

/**
 * The rows of a source that has just been born: where its first one can be made, there were none before. That one is among
 * the source's rows as long as there are any.
 */
async function bearRows(source: SourceRef, facts: readonly Fact[]): Promise<boolean> {
  const [first, ...others] = toRows(source, facts);
  if (!first || !(await createOne(FACTS, first))) return writeRows(source, facts);
  await Promise.all(others.map((row) => createOne(FACTS, row)));
  return true;
}

/** A source as it is now: its revision, and the facts that follow from it. */
export interface View {
  rev: number;
  facts: readonly Fact[];
}

/**
 * Reads the source and brings its rows in line; `read` answers undefined where the source is no more, and its rows go.
 * 2 calls when all is in line already; otherwise one for each row and one that looks whether the source moved
 * meanwhile, in which case it is done again. `born`: this is what its birth left; 3 calls where it leaves one row. Throws
 * when it moves all the time: the relay tries again.
 */
export async function keepInLine(
  source: SourceRef,
  read: () => Promise<View | undefined>,
  { born = false } = {},
): Promise<void> {
  let view = await read();
  for (let round = 0; round < ROUNDS; round++) {
    const { rev = 0, facts = [] } = view ?? {};
    const write = born && round === 0 ? bearRows : writeRows;
    if (!(await write(source, facts))) return;
    view = await read();
    if ((view?.rev ?? 0) === rev) return;
  }
  throw new Error('a source of facts moves faster than its rows are written');
}

export interface Span {
  township: string;
  /** A measure, a kind, a heading, `all`. */
  name: string;
  by?: { dimension: string; value: string };
  /** Both inclusive. */
  from: LocalDate;
  to: LocalDate;
}

const AFTER_ALL = '~';

/** One page of exactly the rows behind a number, newest first; `after` is the `seq` of the last one seen. */
export function readFacts(span: Span, limit: number, after?: string): Promise<StoredFact[]> {
  const { township, name, by, from, to } = span;
  // Two bounds of one field do not fit into one condition: the lower one ends the reading (see listed).
  const upper: Condition = below(after ?? `${to}${AFTER_ALL}`);
  const where: Where = { facets: facetOf(name, by), seq: upper };
  return readPage<StoredFact>(FACTS, township, { where, order: [['seq', 'desc']], limit }).then((rows) =>
    rows.filter(({ date }) => date >= from),
  );
}

type CountedFields = Pick<StoredFact, 'seq' | 'date' | 'party' | 'household' | 'entered' | 'persons'>;

/** The rows of a span, those together that count alike; undefined: they are too many for one call. */
export async function readAlike(
  { township, name, by, from, to }: Span,
  key: 'party' | 'household' | undefined,
): Promise<Counted[] | undefined> {
  const where = { facets: facetOf(name, by), seq: between(from, `${to}${AFTER_ALL}`) };
  const fields = ['entered', ...(key === undefined ? [] : [key])] as const;
  const sets = await countAlike<StoredFact>(FACTS, township, where, fields);
  return sets?.map(({ of: { entered, party, household }, n }) => ({
    times: n,
    ...(entered && { entered }),
    ...(party && { party }),
    ...(household && { household }),
  }));
}

/** The rows of a span in pages, oldest first, with what counting needs of them. */
export async function* walkFacts(
  span: Span,
  fields: readonly (keyof StoredFact)[] = ['seq', 'date', 'party', 'household', 'entered', 'persons'],
): AsyncGenerator<readonly (CountedFields & Partial<StoredFact>)[]> {
  const { township, name, by, from, to } = span;
  let after: string = from;
  for (;;) {
    const rows = await readPage<StoredFact>(FACTS, township, {
      where: { facets: facetOf(name, by), seq: above(after) },
      order: [['seq', 'asc']],
      limit: COUNT_PAGE,
      fields,
    });
    const within = rows.filter(({ date }) => date <= to);
    yield within;
    const last = rows.at(-1);
    if (!last || rows.length < COUNT_PAGE || within.length < rows.length) return;
    after = last.seq;
  }
}

/**
 * Those of these persons of whom anything is noted in these days: among the newest rows, and whoever is not there under
 * their own entry of the index. Two calls, however many rows there are.
 */
export async function readActive(
  township: string,
  persons: readonly string[],
  { from, to }: Pick<Span, 'from' | 'to'>,
): Promise<Set<string>> {
  const seq = between(from, `${to}${AFTER_ALL}`);
  const newest = await readPage<StoredFact>(FACTS, township, {
    where: { facets: facetOf('all'), seq },
    order: [['seq', 'desc']],
    limit: COUNT_PAGE,
    fields: ['persons'],
  });
  const active = new Set(newest.flatMap(({ persons: named }) => named));
  const others = persons.filter((person) => !active.has(person));
  if (newest.length < COUNT_PAGE || others.length === 0) return active;
  const facets = others.map((value) => facetOf('all', { dimension: 'person', value }));
  const found = await listValues(FACTS, township, { facets: oneOf(facets), seq }, 'persons');
  return new Set([...active, ...found]);
}

export function readFact(township: string, id: string): Promise<StoredFact | undefined> {
  return readOne<StoredFact>(FACTS, township, id);
}
