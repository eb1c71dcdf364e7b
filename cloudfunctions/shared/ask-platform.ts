/**
 * Asks a database of the platform what docs/limits.md says nobody confirmed. Each question makes documents of its own in
 * the collection given, under ids that begin with `stamp`, and removes them again, whatever the answer. It goes past
 * shared/database.ts because that port hides just these answers.
 */
import type { cloudApp } from './caller';

export type RawDatabase = ReturnType<ReturnType<typeof cloudApp>['database']>;
type Collection = ReturnType<RawDatabase['collection']>;

/** What each question may be answered with. */
export interface PlatformAnswers {
  /** `updateAndReturn` outside a transaction: the document after the change, before it, or not at all. */
  returns: 'after' | 'before' | 'refused';
  /** What `updated` counts: documents that matched, or those that differ afterwards. */
  counts: 'matches' | 'changes' | 'other';
  /** How a taken `_id` is told: by the documented code, by the database's own number in the text; `none`: it is not. */
  duplicate: 'code' | 'text' | 'other' | 'none';
  /** Rows of an aggregation without a limit. */
  rows: 'twenty' | 'all' | 'other';
  /** Rows of an aggregation with a limit above them. */
  limit: 'kept' | 'cut';
  /** How many of several matching documents one update changes when told to change one. */
  single: 'one' | 'several' | 'none';
  /** Whether an update whose condition does not hold changes nothing. */
  condition: 'held' | 'ignored';
}

/** More rows than the platform is said to give unasked. */
const MANY = 25;
const UNASKED = 20;
const OWNER = '~';

interface Asking {
  database: RawDatabase;
  rows: Collection;
  stamp: string;
}

const idOf = (stamp: string, name: string) => `${stamp}~${name}`;

async function make({ rows, stamp }: Asking, name: string, more: object = {}): Promise<string> {
  const _id = idOf(stamp, name);
  await rows.add({ _id, township: OWNER, rev: 1, of: stamp, n: 0, ...more });
  return _id;
}

async function read({ database, rows }: Asking, id: string): Promise<{ n?: number } | undefined> {
  const found = (await rows
    .where({ _id: database.command.eq(id) })
    .limit(1)
    .get()) as { data: { n?: number }[] };
  return found.data[0];
}

async function askReturns(asking: Asking): Promise<PlatformAnswers['returns']> {
  const { database, rows } = asking;
  const id = await make(asking, 'returns');
  const query = rows.where({ _id: database.command.eq(id), n: database.command.eq(0) }) as unknown as {
    updateAndReturn(data: object): Promise<{ updated?: number; doc?: { n?: number } | null }>;
  };
  try {
    const { updated, doc } = await query.updateAndReturn({ n: database.command.inc(1) });
    if (updated !== 1 || !doc) return 'refused';
    return doc.n === 1 ? 'after' : 'before';
  } catch {
    return 'refused';
  }
}

async function update(asking: Asking, where: object, data: object): Promise<number | undefined> {
  const changed = (await asking.rows.where(where).options({ multiple: false }).update(data)) as {
    updated?: number;
  };
  return changed.updated;
}

async function askCounts(asking: Asking): Promise<PlatformAnswers['counts']> {
  const { database } = asking;
  const id = await make(asking, 'counts');
  const updated = await update(asking, { _id: database.command.eq(id) }, { n: database.command.set(0) });
  if (updated === 1) return 'matches';
  return updated === 0 ? 'changes' : 'other';
}

async function askCondition(asking: Asking): Promise<PlatformAnswers['condition']> {
  const { database } = asking;
  const id = await make(asking, 'condition');
  const where = { _id: database.command.eq(id), n: database.command.gt(0) };
  const updated = await update(asking, where, { n: database.command.set(7) });
  return updated === 0 && (await read(asking, id))?.n === 0 ? 'held' : 'ignored';
}

async function askDuplicate(asking: Asking): Promise<PlatformAnswers['duplicate']> {
  await make(asking, 'duplicate');
  try {
    await make(asking, 'duplicate', { n: 7 });
    return 'none';
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    if (code === 'DATABASE_DUPLICATE_WRITE') return 'code';
    return String(message).includes('E11000') ? 'text' : 'other';
  }
}

/** The documents of `many` are there already. */
async function askRows(asking: Asking): Promise<Pick<PlatformAnswers, 'rows' | 'limit'>> {
  const { database, rows, stamp } = asking;
  const stages = () =>
    rows
      .aggregate()
      .match({ of: database.command.eq(`${stamp}~many`) })
      .group({ _id: '$_id', n: { $sum: 1 } });
  const bare = ((await stages().end()) as { data: unknown[] }).data.length;
  const asked = ((await stages().limit(1_000).end()) as { data: unknown[] }).data.length;
  const unasked = bare === UNASKED ? 'twenty' : 'other';
  return { rows: bare === MANY ? 'all' : unasked, limit: asked === MANY ? 'kept' : 'cut' };
}

async function askSingle(asking: Asking, ids: readonly string[]): Promise<PlatformAnswers['single']> {
  const { database, rows, stamp } = asking;
  await update(asking, { of: database.command.eq(`${stamp}~many`) }, { n: database.command.set(1) });
  const found = (await rows
    .where({ _id: database.command.in([...ids]), n: database.command.eq(1) })
    .limit(MANY)
    .get()) as { data: unknown[] };
  if (found.data.length === 0) return 'none';
  return found.data.length === 1 ? 'one' : 'several';
}

async function remove({ database, rows }: Asking, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await rows
      .where({ _id: database.command.eq(id) })
      .options({ multiple: false })
      .remove();
}

/** What an instance that died with this stamp left there. */
async function readLeft({ database, rows, stamp }: Asking): Promise<string[]> {
  const of = database.command.in([stamp, `${stamp}~many`]);
  const found = (await rows
    .where({ of })
    .limit(2 * MANY)
    .get()) as { data: { _id: string }[] };
  return found.data.map(({ _id }) => _id);
}

/** `stamp`: begins no other document's id; letters, digits and `~`. Throws what the platform throws unasked. */
export async function askPlatform(
  database: RawDatabase,
  collection: string,
  stamp: string,
): Promise<PlatformAnswers> {
  const rows = database.collection(collection);
  const asking: Asking = { database, rows, stamp };
  const names = Array.from({ length: MANY }, (_, n) => `m${String(n)}`);
  await remove(asking, await readLeft(asking));
  try {
    const returns = await askReturns(asking);
    const counts = await askCounts(asking);
    const condition = await askCondition(asking);
    const duplicate = await askDuplicate(asking);
    const ids: string[] = [];
    for (const name of names) ids.push(await make(asking, name, { of: `${stamp}~many` }));
    const some = await askRows(asking);
    const single = await askSingle(asking, ids);
    return { returns, counts, condition, duplicate, ...some, single };
  } finally {
    const all = ['returns', 'counts', 'condition', 'duplicate', ...names];
    await remove(
      asking,
      all.map((name) => idOf(stamp, name)),
    );
  }
}
