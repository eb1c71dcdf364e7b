import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../../../local/cloudbase/database/index';
import { NOW } from '../harness';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'database-files-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
  jest.restoreAllMocks();
});

const openHere = (): ReturnType<typeof openDatabase> => openDatabase({ dir, now: () => NOW, indexes: {} });
const rights = (): string[] =>
  readdirSync(dir).map((name) => `${name} ${(statSync(join(dir, name)).mode & 0o777).toString(8)}`);

describe('the files of the database', () => {
  it('can be read by the owner alone, also those of an older run', async () => {
    const before = process.umask(0);
    try {
      await openHere().close();
      expect(rights()).toEqual(['data.mdb 600', 'lock.mdb 600']);
      chmodSync(join(dir, 'data.mdb'), 0o644);
      await openHere().close();
      expect(rights()).toEqual(['data.mdb 600', 'lock.mdb 600']);
    } finally {
      process.umask(before);
    }
  });

  it('are on the disk when close resolves', async () => {
    const database = openHere();
    await database.importDocuments('items', [{ _id: 1 }]);
    const handle = await open(join(dir, 'data.mdb'));
    const sync = jest.spyOn(Object.getPrototypeOf(handle) as { sync(): Promise<void> }, 'sync');
    await handle.close();
    expect(sync).not.toHaveBeenCalled();
    await database.close();
    expect(sync).toHaveBeenCalledTimes(1);
  });
});
