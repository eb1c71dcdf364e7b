/** What lies in a data folder that no process holds, for the tools that read it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseFolder } from './cloudbase';
import { openDatabase } from './cloudbase/database';
import type { LocalDatabase } from './cloudbase/database/types';
import { openDataFolder } from './data-folder';
import { StartError } from './start-error';

/**
 * Opens the database, with its keys in the environment, and closes it again.
 * @throws StartError where there is none, or where another process holds the folder
 */
export async function withStoredData<T>(dir: string, look: (database: LocalDatabase) => T): Promise<T> {
  const at = resolve(dir);
  if (!existsSync(databaseFolder(at))) throw new StartError(`There is no database in ${dir}.`);
  const folder = openDataFolder(at);
  const database = openDatabase({ dir: databaseFolder(at), now: () => 0, indexes: {} });
  process.env['FIELD_KEYS'] = JSON.stringify(folder.fieldKeys);
  try {
    return look(database);
  } finally {
    await database.close();
    folder.release();
  }
}

/** Runs a tool of the command line; a StartError is told as its sentence. */
export function runTool(tool: () => Promise<void>): void {
  tool().catch((error: unknown) => {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
}
