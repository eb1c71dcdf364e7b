import type { LocalDatabase, Wire } from '../../local/cloudbase/database/types';

const WRITES: ReadonlySet<string> = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
]);

function changedSomething(action: string, reply: Wire): boolean {
  if (!WRITES.has(action) || reply['code'] !== undefined) return false;
  if (action === 'database.insertDocument') return true;
  const { updated, deleted, upsert_id: made } = reply['data'] as Wire;
  return Number(updated ?? deleted) > 0 || (made !== null && made !== undefined);
}

/**
 * Listens to every call from now on; the answer says how many have changed something so far. `except`: collections that
 * do not count. Comparing the whole database before and after, which says the same, took most of the time of a fuzz.
 */
export function countWrites(database: LocalDatabase, except: readonly string[] = []): () => number {
  let writes = 0;
  const execute = database.execute.bind(database);
  database.execute = async (action, body, cost) => {
    const reply = await execute(action, body, cost);
    const collection = body['collectionName'];
    if (changedSomething(action, reply) && !except.includes(String(collection))) writes++;
    return reply;
  };
  return () => writes;
}
