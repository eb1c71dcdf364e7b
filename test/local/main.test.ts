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

  it('a taken port', async () => {
    const { port } = taken.address() as AddressInfo;
    const run = start('--port', String(port), '--data', join(dir, 'port'));
    await expectOneSentence(run, new RegExp(`^Port ${port} is taken by another program`));
    expect(existsSync(join(dir, 'port/lock'))).toBe(false);
  });

  it('a folder that cannot be written', async () => {
    writeFileSync(join(dir, 'file'), '');
    await expectOneSentence(
      start('--port', '0', '--data', join(dir, 'file/data')),
      /^The data folder .* cannot be written/,
    );
  });

  it('a clock that is no time, and an option that does not exist', async () => {
    const [now, option] = [start('--now', 'tomorrow'), start('--dta', 'x')];
    await expectOneSentence(now, /^--now tomorrow is not a time with a zone/);
    await expectOneSentence(option, /--dta/);
  });
});

describe('npm start', () => {
  it('serves phone and cloud, answers a function, keeps others off its folder, and ends with all its children', async () => {
    const data = join(dir, 'whole');
    const run = start('--port', '0', '--data', data, '--now', '2026-11-23T09:00:00+08:00');
    const url = await address(run);
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    const state = (await (await fetch(`${url}/control`)).json()) as { now: string };
    expect(state.now).toMatch(/^2026-11-23T09:0/);
    const invoked = await fetch(`${url}/invoke/registry`, { method: 'POST', body: '{"action":"nobody"}' });
    expect(await invoked.json()).toMatchObject({ result: { ok: false } });

    await expectOneSentence(
      start('--port', '0', '--data', data),
      /^The data folder .* is in use by process \d+/,
    );

    const children = descendants(run.child.pid ?? 0);
    expect(children.length).toBeGreaterThanOrEqual(1);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await eventually(() => !children.some(lives));
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });

  it('starts again on a folder whose process was killed, and no instance of that one lives on', async () => {
    const data = join(dir, 'killed');
    const first = start('--port', '0', '--data', data);
    const url = await address(first);
    await fetch(`${url}/invoke/registry`, { method: 'POST', body: '{"action":"nobody"}' });
    const children = descendants(first.child.pid ?? 0);
    first.child.kill('SIGKILL');
    await first.ended;
    await eventually(() => !children.some(lives));
    const second = start('--port', '0', '--data', data);
    expect(await address(second)).toMatch(/^http/);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('ends when npm is told to, though npm tells only the shell in between', async () => {
    const data = join(dir, 'npm');
    const npm = watch(spawn('npm', ['start', '--', '--port', '0', '--data', data], SPAWNED));
    const url = await address(npm);
    const family = descendants(npm.child.pid ?? 0);
    npm.child.kill('SIGTERM');
    await eventually(() => !family.some(lives));
    await expect(fetch(url)).rejects.toThrow();
    expect(existsSync(join(data, 'lock'))).toBe(false);
  });
});
