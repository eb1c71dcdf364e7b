import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { listChecks, MODES, proofFolder, type Check, type Mode } from './checks';
import { root } from './paths';

/** Checks that run beside each other: each keeps a core at work for nearly all of its time. */
const lanes = availableParallelism();
/** Of the proof one more: its stories in the browser wait as long as they work. */
const lanesOf = (mode: Mode): number => (mode === 'proof' ? lanes + 1 : lanes);

interface Outcome {
  passed: number;
  failed: number;
  /** Of the checks that ended, in the order in which they ended. */
  seconds: (readonly [check: string, seconds: number])[];
}

const running = new Set<ChildProcess>();

/** Programs whose package has another name. */
const PACKAGES: Readonly<Record<string, string>> = { depcruise: 'dependency-cruiser' };

/** The script itself: what npm lays into .bin is no script on Windows. */
function scriptOf(program: string): string {
  const modules = join(root, 'node_modules');
  if (program.includes('/')) return join(modules, program);
  const folder = join(modules, PACKAGES[program] ?? program);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Readonly<Record<string, string>>;
  };
  return join(folder, typeof bin === 'string' ? bin : (bin[program] ?? ''));
}

function commandOf([program, ...args]: Check['run']): string[] {
  return program.endsWith('.ts') ? [scriptOf('tsx'), program, ...args] : [scriptOf(program), ...args];
}

/** Runs one check, keeping what it prints; resolves to that text and whether it passed. */
async function runCheck(check: Check): Promise<{ ok: boolean; text: string; seconds: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, commandOf(check.run), {
    cwd: root,
    env: {
      ...process.env,
      // Test suites need not build again: the check that builds came first.
      BUILT: '1',
      ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
      ...check.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  running.delete(child);
  return { ok: code === 0, text, seconds: (performance.now() - started) / 1000 };
}

/** The next check that may start now: one that wants the machine for itself waits until it is free. */
function takeNext(waiting: Check[], busy: number, atOnce: number): Check | undefined {
  if (busy >= atOnce) return undefined;
  if (waiting[0]?.alone === true && busy > 0) return undefined;
  return waiting.shift();
}

function report(check: Check, result: { ok: boolean; text: string; seconds: number }): void {
  console.log(
    `${result.ok ? 'passed' : 'FAILED'}  ${result.seconds.toFixed(1).padStart(6)} s  ${check.name}`,
  );
  if (!result.ok || check.tells === true) console.log(`\n${result.text.trim()}\n`);
}

/** Runs all; the first failure ends it, unless told to go on, and what runs beside it is stopped. */
export async function runAll(checks: readonly Check[], keepGoing: boolean, atOnce = lanes): Promise<Outcome> {
  const waiting = [...checks];
  const outcome: Outcome = { passed: 0, failed: 0, seconds: [] };
  const busy = new Map<Check, Promise<void>>();
  const goesOn = (): boolean => keepGoing || outcome.failed === 0;
  while ((waiting.length > 0 || busy.size > 0) && goesOn()) {
    const hasAlone = [...busy.keys()].some((check) => check.alone === true);
    const next = hasAlone ? undefined : takeNext(waiting, busy.size, atOnce);
    if (next === undefined) {
      await Promise.race(busy.values());
      continue;
    }
    const work = runCheck(next).then((result) => {
      busy.delete(next);
      if (!goesOn()) return;
      outcome[result.ok ? 'passed' : 'failed'] += 1;
      outcome.seconds.push([next.name, result.seconds]);
      report(next, result);
    });
    busy.set(next, work);
  }
  for (const child of running) child.kill();
  await Promise.all(busy.values());
  return outcome;
}

/** The last lines of a run: what took how long, the longest first, and how it ended. */
export function summarize(
  { passed, failed, seconds }: Outcome,
  wholeSeconds: number,
  atOnce = lanes,
): string {
  const rows = [...seconds]
    .sort(([, one], [, other]) => other - one)
    .map(([name, took]) => `${took.toFixed(1).padStart(7)} s  ${name}`);
  const all = `${wholeSeconds.toFixed(1).padStart(7)} s  all, ${String(atOnce)} at a time`;
  return ['', ...rows, all, `${String(passed)} passed, ${String(failed)} failed`].join('\n');
}

/** ESLint and stylelint want a newer Node than the product does. */
export function complainAboutNode(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19)) return undefined;
  return `The checks need Node 20.19, 22.13, or 24 and later; this is ${version}.`;
}

/** No suite of an earlier proof is counted into this one; the seed of its random cases is new, or is given. */
function beginProof(which: Mode): void {
  if (which !== 'proof') return;
  process.env['PROOF_SEED'] ??= String(randomInt(2 ** 31));
  const folder = join(root, proofFolder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

async function main(which: string | undefined, option: string | undefined): Promise<void> {
  const complaint = complainAboutNode(process.versions.node);
  if (complaint !== undefined) throw new Error(complaint);
  const mode = MODES.find((one) => one === which);
  if (mode === undefined) throw new Error(`say which checks: ${MODES.join(', ')}`);
  beginProof(mode);
  const started = performance.now();
  const atOnce = lanesOf(mode);
  const outcome = await runAll(listChecks(mode), option === '--keep-going', atOnce);
  console.log(summarize(outcome, (performance.now() - started) / 1000, atOnce));
  if (outcome.failed > 0) process.exitCode = 1;
}

if (require.main === module) {
  process.on('SIGINT', () => {
    for (const child of running) child.kill();
    process.exit(130);
  });
  main(process.argv[2], process.argv[3]).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
