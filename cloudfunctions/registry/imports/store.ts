/**
 * The collections `imports` (what a file would change, in numbers) and `importslices` (the lines, encrypted, as many in one
 * document as one act commits). Report writes them, the owning function commits them, notify clears them away after
 * KEPT_DAYS.
 */
import type { ImportFault, ImportLine, ImportState, TableId } from '../../../miniprogram/contract/imports';
import type { Instant } from '../../../miniprogram/contract/wire';
import { DAY_MS } from '../../shared/china-time';
import { decryptField, encryptField } from '../../shared/cipher';
import { below, oneOf, put } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readOne,
  readPage,
  removeFirst,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import type { PlannedLine } from './rules/plan';

const IMPORTS = 'imports';
const SLICES = 'importslices';

export const collections = {
  [IMPORTS]: { indexes: [inTownship('at', '-at'), inTownship('old', 'at')] },
  [SLICES]: { indexes: [inTownship('import', 'import', 'n'), inTownship('at', 'at')] },
} satisfies CollectionSpecs;

/** A plan may be taken back for seven days; after a month nobody looks at it any more. */
export const TAKE_BACK_MS = 7 * DAY_MS;
const KEPT_MS = 30 * DAY_MS;

export interface Import extends Stored {
  table: TableId;
  /** Account that brought the file. */
  by: string;
  at: Instant;
  /** Hash of what was asked, to tell a key that comes back with another file. */
  hash: string;
  reason: string;
  lines: number;
  counts: { new: number; changed: number; same: number; gone: number };
  faults: readonly ImportFault[];
  slices: number;
}

export type SliceState = 'planned' | 'done' | 'taken-back';

/** What the commit answered: under which ids the lines stand, and the tags of the rows as they were written. */
export interface Standing {
  ids: readonly string[];
  tags: readonly string[];
}

interface StoredSlice extends Stored {
  import: string;
  n: number;
  at: Instant;
  state: SliceState;
  /** The lines as encrypted JSON: of some tables they name people. */
  body: string;
  standing?: Standing;
}

export interface Slice<B = unknown> extends Omit<StoredSlice, 'body'> {
  lines: readonly PlannedLine<B>[];
}

const sliceId = (id: string, n: number): string => `${id}~${String(n)}`;

/** Slices first: an import that is there is whole. One call for each slice, and one. */
export async function keepImport(
  head: Import,
  slices: readonly (readonly PlannedLine<unknown>[])[],
): Promise<void> {
  const { _id, township, at } = head;
  for (const [n, lines] of slices.entries()) {
    const body = encryptField(JSON.stringify(lines));
    const slice: StoredSlice = {
      _id: sliceId(_id, n),
      township,
      rev: 1,
      import: _id,
      n,
      at,
      state: 'planned',
      body,
    };
    await createOne(SLICES, slice);
  }
  await createOne(IMPORTS, head);
}

export function readImport(township: string, id: string): Promise<Import | undefined> {
  return readOne<Import>(IMPORTS, township, id);
}

export async function readSlice<B>(township: string, id: string, n: number): Promise<Slice<B> | undefined> {
  const found = await readOne<StoredSlice>(SLICES, township, sliceId(id, n));
  if (!found) return undefined;
  const { body, ...slice } = found;
  return { ...slice, lines: JSON.parse(decryptField(body)) as PlannedLine<B>[] };
}

/** Shown in the list of the last ones. */
const LISTED = 10;
/** Slices of ten imports of the largest table. */
const STATES_AT_MOST = 600;

export function listImports(township: string): Promise<Import[]> {
  return readPage<Import>(IMPORTS, township, { where: {}, order: [['at', 'desc']], limit: LISTED });
}

export type SliceStates = readonly Pick<StoredSlice, 'import' | 'n' | 'state'>[];

export function readStates(township: string, imports: readonly string[]): Promise<SliceStates> {
  if (imports.length === 0) return Promise.resolve([]);
  return readPage<StoredSlice>(SLICES, township, {
    where: { import: oneOf(imports) },
    order: [],
    limit: STATES_AT_MOST,
    fields: ['import', 'n', 'state'],
  });
}

/** Where the import stands, by its slices. */
export function stateOf(
  { slices }: Pick<Import, 'slices'>,
  states: SliceStates,
): { state: ImportState; done: number } {
  const done = states.filter(({ state }) => state === 'done').length;
  if (done === slices && slices > 0) return { state: 'done', done };
  if (done > 0) return { state: 'half', done };
  return { state: states.some(({ state }) => state === 'taken-back') ? 'taken-back' : 'planned', done };
}

/** False when it was in another state by now. */
export function turnSlice(
  { _id, township }: Pick<Slice, '_id' | 'township'>,
  from: SliceState,
  to: SliceState,
  standing?: Standing,
): Promise<boolean> {
  const changes = { state: put(to), ...(standing && { standing: put(standing) }) };
  return changeOne(SLICES, township, _id, { state: from }, changes);
}

/** Called by notify once a day: what is older than a month goes. Answers how many documents went. */
export async function clearImports(township: string, now: Instant, limit: number): Promise<number> {
  const where = { at: below(now - KEPT_MS) };
  const slices = await removeFirst(SLICES, township, { where, order: [['at', 'asc']], limit });
  if (slices === limit) return slices;
  return (
    slices + (await removeFirst(IMPORTS, township, { where, order: [['at', 'asc']], limit: limit - slices }))
  );
}

export function toImportLine({ line, mark, title, words }: ImportLine): ImportLine {
  return { line, mark, title, words };
}
