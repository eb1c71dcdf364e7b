import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import cloudbase from '@cloudbase/node-sdk';
import { startTestCloud } from '../support/cloud';

const FUNCTIONS = resolve(__dirname, '../local/cloudbase/fixtures');
const SUPPORT = resolve(__dirname, '../support/cloud');
const LOADER = resolve(__dirname, '../../node_modules/tsx/dist/loader.mjs');
const dataDir = mkdtempSync(join(tmpdir(), 'killed-cloud-'));
/** Long enough that half of one could be told from a whole. */
const TEXT = '一'.repeat(2000);

// The SDK forgets to stop its "longer than 3s" timer when a call breaks off.
process.env['SILENCE'] = 'true';
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'r', SCF_NAMESPACE: 'local' });
afterAll(() => {
  rmSync(dataDir, { recursive: true });
});

interface Acknowledged {
  readonly documents: string[];
  readonly files: string[];
}

/** A cloud in a process of its own, to be killed; without the wrapper of tsx, so that the signal reaches it. */
async function startServer(): Promise<{ child: ChildProcess; url: string }> {
  const options = JSON.stringify({ functions: FUNCTIONS, dataDir, processes: true });
  const program = `require(${JSON.stringify(SUPPORT)}).startTestCloud(${options}).then(({ url }) => console.log(url))`;
  const child = spawn(process.execPath, ['--import', LOADER, '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

/** Each writer goes on until the server is gone; only what was answered counts. */
async function writeUntilGone(url: string, name: string, done: Acknowledged): Promise<void> {
  const app = cloudbase.init({
    env: 'local',
    secretId: 'i',
    secretKey: 'k',
    serviceUrl: `${url}/admin`,
    keepalive: true,
  });
  const acts: ((id: string) => Promise<void>)[] = [
    async (id) => {
      await app.database().collection('notes').add({ _id: id, text: TEXT });
      done.documents.push(id);
    },
    async (id) => {
      const body = JSON.stringify({ action: 'add', input: { id, text: TEXT } });
      const response = await fetch(`${url}/invoke/notes`, { method: 'POST', body });
      const answer = (await response.json()) as { result?: { ok: boolean } };
      if (answer.result?.ok) done.documents.push(id);
    },
    async (id) => {
      const { fileID } = await app.uploadFile({ cloudPath: `t1/${id}.txt`, fileContent: Buffer.from(TEXT) });
      done.files.push(fileID);
    },
  ];
  for (let n = 0; ; n++) {
    try {
      await acts[n % acts.length]?.(`${name}-${n}`);
    } catch {
      return;
    }
  }
}

async function checkAll({ documents, files }: Acknowledged): Promise<void> {
  const cloud = await startTestCloud({ functions: FUNCTIONS, dataDir });
  const app = cloudbase.init({
    env: 'local',
    secretId: 'i',
    secretKey: 'k',
    serviceUrl: `${cloud.url}/admin`,
  });
  const stored = [...cloud.database.exportDocuments('notes')] as { _id: string; text: string }[];
  const ids = new Set(stored.map(({ _id }) => _id));
  expect(documents.filter((id) => !ids.has(id))).toEqual([]);
  expect(stored.filter(({ text }) => text !== TEXT)).toEqual([]);
  expect(cloud.database.checkIndexes()).toEqual([]);
  for (const fileID of files) {
    const { fileContent } = await app.downloadFile({ fileID });
    expect(fileContent?.toString()).toBe(TEXT);
  }
  await cloud.close();
}

describe('kill -9 of the whole server under load', () => {
  it('loses nothing that was answered and leaves nothing half written, time after time', async () => {
    const done: Acknowledged = { documents: [], files: [] };
    for (const [round, documents] of [20, 60, 150].entries()) {
      const { child, url } = await startServer();
      const before = done.documents.length;
      const writers = Array.from({ length: 10 }, (_, i) => writeUntilGone(url, `r${round}w${i}`, done));
      while (done.documents.length < before + documents) {
        expect(child.exitCode).toBeNull();
        await sleep(5);
      }
      child.kill('SIGKILL');
      await Promise.all([once(child, 'close'), ...writers]);
      expect(done.documents.length).toBeGreaterThan(before);
      await checkAll(done);
    }
    expect(done.files.length).toBeGreaterThan(0);
  }, 600_000);
});
