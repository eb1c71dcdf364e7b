/** The local cloud in a process of its own, for `cloud.ts`: as in the local run, the caller is another process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../../local/cloudbase';
import { createClock } from '../../local/cloudbase/clock';
import { DOCUMENTS, INDEXES, makeDocument, PAGE } from './cloud-data';

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cloud-'));
  writeFileSync(join(folder, 'database.json'), JSON.stringify(INDEXES));
  const cloud = await startCloud({
    dataDir: join(folder, 'data'),
    functionsDir: folder,
    clock: createClock(),
    strictScans: 'error',
    timers: false,
  });
  await cloud.database.importDocuments(
    'requests',
    Array.from({ length: DOCUMENTS }, (_, n) => makeDocument(n)),
  );
  const cost = { calls: 0, examined: 0 };
  const reply = await cloud.database.execute(
    'database.getDocument',
    { collectionName: 'requests', ...PAGE },
    cost,
  );
  const server = createServer((request, response) => void cloud.handle(request, response));
  server.listen(0, '127.0.0.1', () => {
    cloud.setOrigin(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const { list } = reply['data'] as { list: string[] };
    process.send?.({
      port: (server.address() as AddressInfo).port,
      examined: cost.examined,
      rows: list.length,
    });
  });
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuUs: user + system });
  });
  process.once('disconnect', () => {
    server.closeAllConnections();
    server.close();
    void cloud.close().then(() => {
      rmSync(folder, { recursive: true, force: true });
    });
  });
}

void main();
