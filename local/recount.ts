/**
 * `npm run recount -- [--township ID] [--data DIR]`: makes the ledger of facts anew from its sources, as they lie in
 * the data folder, and prints what differs from what stands there. It writes nothing.
 */
import { parseArgs } from 'node:util';
import { LEDGER_KINDS, LEDGER_SOURCES, type Beside } from '../cloudfunctions/notify/recount/ledger-sources';
import type { Directory } from '../cloudfunctions/registry/directory/rules/directory';
import { compareLedger, type Mismatch } from '../cloudfunctions/duty/ledger/rules/compare-ledger';
import { toRows, type StoredFact } from '../cloudfunctions/duty/ledger/store';
import type { LocalDatabase } from './cloudbase/database/types';
import { runTool, withStoredData } from './stored-data';

/** Documents of one township, by collection, as they are stored. */
type Read = (collection: string) => readonly unknown[];

function besideOf(read: Read, township: string): Beside {
  const directory = (read('townships') as readonly (Directory & { _id: string })[]).find(
    ({ _id }) => _id === township,
  );
  return {
    attendance: read('attendance') as Beside['attendance'],
    rows: read('sessionrows') as Beside['rows'],
    ...(directory && { directory }),
  };
}

/** FIELD_KEYS must be in the environment: who is one person is told by keyed hashes. */
export function rebuildFrom(read: Read, township: string): StoredFact[] {
  const beside = besideOf(read, township);
  return LEDGER_KINDS.flatMap((kind) => {
    const { collection, facts } = LEDGER_SOURCES[kind];
    return (read(collection) as readonly { _id: string }[]).flatMap((one) =>
      toRows({ township, kind, id: one._id }, facts(township, one, beside)),
    );
  });
}

export function recountFrom(read: Read, township: string): Mismatch[] {
  return compareLedger(read('facts') as readonly StoredFact[], rebuildFrom(read, township));
}

export function recount(database: LocalDatabase, township: string): Mismatch[] {
  const read: Read = (collection) => {
    const all = [...database.exportDocuments(collection)] as unknown as { township: string }[];
    return all.filter((each) => each.township === township);
  };
  return recountFrom(read, township);
}

function listTownships(database: LocalDatabase): string[] {
  const all = [...database.exportDocuments('townships')] as unknown as { _id: string; township: string }[];
  return all.filter(({ _id, township }) => _id === township && _id !== '~').map(({ _id }) => _id);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { township: { type: 'string' }, data: { type: 'string', default: '.local' } },
  });
  await withStoredData(values.data, (database) => {
    const townships = values.township === undefined ? listTownships(database) : [values.township];
    for (const township of townships) {
      const found = recount(database, township);
      for (const { what, kind, date, source } of found)
        console.log(`${township} ${what} ${kind} ${date} ${source}`);
      console.log(
        `${township}: ${found.length === 0 ? 'the ledger equals its rebuild' : `${String(found.length)} rows differ`}`,
      );
      if (found.length > 0) process.exitCode = 1;
    }
  });
}

if (require.main === module) runTool(main);
