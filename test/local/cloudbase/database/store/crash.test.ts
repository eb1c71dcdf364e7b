import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../../../../build/paths';
import { openDatabase } from '../../../../../local/cloudbase/database/index';
import { NOW, seeds } from '../harness';
import { CRASH_INDEXES, WRITERS } from './crash-shape';

/** Where it finds the libraries. */
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'crash-writer-'));
const writerFile = join(folder, 'writer.cjs');
/** In one file, which starts at once: it is started for each kill. */
beforeAll(() => {
  const options = {
    entryPoints: [join(__dirname, 'fixtures/crash-writer.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: writerFile,
  };
  execFileSync(process.execPath, ['--eval', `require('esbuild').buildSync(${JSON.stringify(options)})`], {
    cwd: root,
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Acknowledged rounds of each writer. */
type Acknowledged = Map<string, number>;

/** Lets the writers run, kills them with SIGKILL in the midst of it, and notes what they were told. */
async function writeAndKill(dir: string, acknowledged: Acknowledged, lines: number): Promise<void> {
  const writer = spawn(process.execPath, [writerFile, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let seen = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    const [name = '', n = ''] = line.split(' ');
    // The last line may have been cut off by the kill; a shorter number is then no more than the true one.
    acknowledged.set(name, Math.max(acknowledged.get(name) ?? 0, Number(n)));
    if (++seen === lines) writer.kill('SIGKILL');
  }
  if (seen < lines) throw new Error(`the writers ended by themselves after ${seen} rounds`);
}

interface Stored {
  _id: string;
  kind: string;
  n: number;
  twice: number;
  last: number[];
}

/** Opens what is left and looks for lost, half and stray writes. */
async function examine(dir: string, acknowledged: Acknowledged): Promise<string[]> {
  const database = openDatabase({ dir, indexes: CRASH_INDEXES, now: () => NOW });
  const stored = new Map(
    [...(database.exportDocuments('items') as Iterable<Stored>)].map((one) => [one._id, one]),
  );
  const faults = database.checkIndexes();
  for (const writer of WRITERS) {
    const [a, b] = [stored.get(`${writer}-a`), stored.get(`${writer}-b`)];
    const told = acknowledged.get(writer) ?? 0;
    if (!a || !b) {
      if (told > 0) faults.push(`${writer} has lost its pair`);
      continue;
    }
    if (a.n < told) faults.push(`${writer} was told ${told} and has ${a.n}`);
    if (a.n !== b.n) faults.push(`${writer} changed only one of two: ${a.n}, ${b.n}`);
    for (const { n, twice, last } of [a, b]) {
      if (twice !== 2 * n || (n > 0 && last.at(-1) !== n)) faults.push(`${writer} has half a change at ${n}`);
    }
    for (let n = 1; n <= a.n; n++)
      if (!stored.has(`${writer}-${n}`)) faults.push(`${writer} lost its document ${n}`);
  }
  await database.close();
  return faults;
}

/** A folder is killed in so many times: more would only make it large. */
const KILLS_A_FOLDER = 5;

it('a killed process loses no acknowledged write, leaves no half one, and its indexes equal a rebuild', async () => {
  const kills = seeds(150);
  let dir = '';
  let acknowledged: Acknowledged = new Map();
  for (let kill = 0; kill < kills; kill++) {
    if (kill % KILLS_A_FOLDER === 0) {
      if (dir !== '') rmSync(dir, { recursive: true, force: true });
      dir = mkdtempSync(join(tmpdir(), 'crash-'));
      acknowledged = new Map();
    }
    await writeAndKill(dir, acknowledged, 50 + ((kill * 137) % 700));
    expect(await examine(dir, acknowledged)).toEqual([]);
    expect([...acknowledged.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(50);
  }
  rmSync(dir, { recursive: true, force: true });
});
