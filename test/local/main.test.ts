import {
  type ChildProcess,
  type ChildProcessByStdio,
  type SpawnOptionsWithStdioTuple,
  spawn,
} from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Server, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { eventually } from '../support/cloud';
import { fairShare, PROOF } from '../support/fair-share';

// Each start builds everything, on a machine that may be busy.
jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '../..');
const SPAWNED: SpawnOptionsWithStdioTuple<'ignore', 'pipe', 'pipe'> = {
  cwd: ROOT,
  stdio: ['ignore', 'pipe', 'pipe'],
};
const dir = mkdtempSync(join(tmpdir(), 'npm-start-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
}

/** As `npm start -- …` runs it, without npm around it. */
function start(...args: string[]): Run {
  return watch(spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...args], SPAWNED));
}

function watch(child: ChildProcessByStdio<null, Readable, Readable>): Run {
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, out: () => out, err: () => err, ended };
}

async function address(run: Run): Promise<string> {
  for (let waited = 0; waited < 30 && !run.out().includes('ready in'); waited++) {
    await Promise.race([once(run.child.stdout as NodeJS.ReadableStream, 'data'), run.ended]);
  }
  return /http:\/\/127\.0\.0\.1:\d+/.exec(run.out())?.[0] ?? `nothing: ${run.err()}`;
}

async function expectOneSentence(run: Run, says: RegExp): Promise<void> {
  expect(await run.ended).not.toBe(0);
  expect(run.err()).toMatch(says);
  expect(run.err().trim().split('\n')).toHaveLength(1);
  expect(run.out()).toBe('');
}

/** Every process that stems from this one, the kernel's own list. */
function descendants(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(file)
    ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    : [];
  return children.flatMap((child) => [child, ...descendants(child)]);
}

const lives = (pid: number): boolean => existsSync(`/proc/${pid}`);

describe('npm start says in one sentence what is in its way, and fails', () => {
  let taken: Server;
  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
  });
  afterAll(() => taken.close());

  const inTheWay: readonly (readonly [what: string, meet: () => Promise<void>])[] = [
    [
      'a taken port',
      async () => {
        const { port } = taken.address() as AddressInfo;
        const run = start('--port', String(port), '--data', join(dir, 'port'));
        await expectOneSentence(run, new RegExp(`^Port ${port} is taken by another program`));
        expect(existsSync(join(dir, 'port/lock'))).toBe(false);
      },
    ],
    [
      'a folder that cannot be written',
      () => {
        writeFileSync(join(dir, 'file'), '');
        const run = start('--port', '0', '--data', join(dir, 'file/data'));
        return expectOneSentence(run, /^The data folder .* cannot be written/);
      },
    ],
    [
      'a clock that is no time',
      () => expectOneSentence(start('--now', 'tomorrow'), /^--now tomorrow is not a time with a zone/),
    ],
    ['an option that does not exist', () => expectOneSentence(start('--dta', 'x'), /--dta/)],
  ];
  // What each says is asked of options and data folder without a process (options.test.ts, data-folder.test.ts).
  it.each(fairShare(inTheWay, 4))('%s', (_what, meet) => meet());
});

/** Asks a function, so that it has an instance; answers every process that the run has by then. */
async function processesOf(run: Run, url: string): Promise<number[]> {
  const invoked = await fetch(`${url}/invoke/registry`, { method: 'POST', body: '{"action":"nobody"}' });
  expect(await invoked.json()).toMatchObject({ result: { ok: false } });
  return descendants(run.child.pid ?? 0);
}

describe('npm start', () => {
  it('serves phone and cloud, keeps others off its folder, starts again after it was killed, and ends with all its children', async () => {
    const data = join(dir, 'whole');
    const options = ['--port', '0', '--data', data, '--now', '2026-11-23T09:00:00+08:00'];
    const killed = start(...options);
    const instances = await processesOf(killed, await address(killed));
    expect(instances.length).toBeGreaterThanOrEqual(1);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await eventually(() => !instances.some(lives));

    const npm = watch(spawn('npm', ['start', '--', ...options], SPAWNED));
    const url = await address(npm);
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    const state = (await (await fetch(`${url}/control`)).json()) as { now: string };
    expect(state.now).toMatch(/^2026-11-23T09:0/);
    // npm, the shell that it tells, the product and an instance.
    const family = await processesOf(npm, url);
    expect(family.length).toBeGreaterThanOrEqual(3);

    await expectOneSentence(
      start('--port', '0', '--data', data),
      /^The data folder .* is in use by process \d+/,
    );

    npm.child.kill('SIGTERM');
    await eventually(() => !family.some(lives));
    await expect(fetch(url)).rejects.toThrow();
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });
});

// Its handler is the one that npm's signal reaches.
if (PROOF)
  test('Ctrl-C ends it, and all its children', async () => {
    const data = join(dir, 'interrupted');
    const run = start('--port', '0', '--data', data);
    const instances = await processesOf(run, await address(run));
    expect(instances.length).toBeGreaterThanOrEqual(1);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await eventually(() => !instances.some(lives));
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });
