/**
 * Runs the unit tests for StrykerJS in its worker's own process: a mutant costs what its tests cost, not a start of Jest.
 * Describing and asserting is Jest's own; what is left out is its environment: fake timers and modules that a test
 * resets (docs/decisions/049-mutation.md).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'expect';
import fc from 'fast-check';
import * as circus from 'jest-circus';
import { buildFunctions } from '../../build/functions';
import { Modules } from './modules';
import { STORY } from './places';

type Block = ReturnType<typeof circus.getState>['rootDescribeBlock'];
type Test = Extract<Block['children'][number], { type: 'test' }>;

interface Result {
  id: string;
  name: string;
  fileName: string;
  timeSpentMs: number;
  /** Stryker's numbers: passed, failed, skipped. */
  status: 0 | 1 | 2;
  failureMessage?: string;
}

interface Wanted {
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly activeMutant: { readonly id: string };
  readonly disableBail: boolean;
}

/** How often each mutant's place was reached. */
type Counts = Readonly<Record<string, number>>;

/** What Stryker's code in a mutated file reads and writes. */
interface Shared {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Counts; perTest: Record<string, Counts> };
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}

/** What is remembered of the first run, beyond the death of a worker whose mutant ran too long. */
interface Known {
  readonly fileOf: Record<string, string>;
  /** Of a test, as of a whole file: of the processor, which others that use the machine do not change. */
  readonly ms: Record<string, number>;
  readonly fileMs: Record<string, number>;
  /** Test files that do not pass here, with what they said. */
  readonly leftOut: Record<string, string>;
}

/** Where it stands: outside the sandbox, which goes. */
const KNOWN = process.env['MUTATION_KNOWN'] ?? '';
/** One of so many mutants is asked about; the others are as if nothing reached them. */
const SAMPLE = Number(process.env['MUTATION_SAMPLE'] ?? 1);
/** After so long, by what they took in the first run, no further file is asked about a mutant. */
const BUDGET_MS = 3_000;
/** Tests by chance try the same cases each time, need not find a smaller one, and end in good time. */
const CHANCE = { seed: 1, endOnFailure: true, interruptAfterTimeLimit: 500 };

const shared: Shared = ((globalThis as { __stryker__?: Shared }).__stryker__ ??= {});

function isStory(file: string): boolean {
  return STORY.test(relative(process.cwd(), file));
}

/** A story that lies among the tests of rules costs what stories cost: quick ones come before it. */
function isSlow(file: string): boolean {
  return isStory(file) || readFileSync(file, 'utf8').includes('startInProcess(');
}

/** Of test/support/kept-sample.ts. */
function keptSamples(): Map<string, unknown> {
  const kept = globalThis as unknown as Record<symbol, Map<string, unknown> | undefined>;
  return kept[Symbol.for('kept samples')] ?? new Map<string, unknown>();
}

async function runHooks(block: Block, type: Block['hooks'][number]['type']): Promise<void> {
  for (const hook of block.hooks) if (hook.type === type) await (hook.fn as () => unknown)();
}

/** From the outermost block inwards. */
function blocksOf(test: Test): Block[] {
  const blocks: Block[] = [];
  for (let block: Block | undefined = test.parent; block; block = block.parent) blocks.unshift(block);
  return blocks;
}

/** The tests of one file, in their order. */
class TestFile {
  private readonly modules: Modules;

  constructor(
    private readonly file: string,
    instead: Readonly<Record<string, string>>,
  ) {
    this.modules = new Modules(instead);
  }

  private result(id: string, startedAt: number, failure?: unknown): Result {
    const timeSpentMs = performance.now() - startedAt;
    const outcome = { id, name: id, fileName: this.file, timeSpentMs };
    if (failure === undefined) return { ...outcome, status: 0 };
    return { ...outcome, status: 1, failureMessage: failure instanceof Error ? failure.message : 'failed' };
  }

  private async runTest(test: Test, id: string, startedAt: number): Promise<Result> {
    const blocks = blocksOf(test);
    shared.currentTestId = id;
    try {
      for (const block of blocks) await runHooks(block, 'beforeEach');
      await (test.fn as () => unknown)();
      for (const block of blocks.reverse()) await runHooks(block, 'afterEach');
      return this.result(id, startedAt);
    } catch (error) {
      return this.result(id, startedAt, error ?? 'nothing');
    } finally {
      shared.currentTestId = undefined;
    }
  }

  /** `isWanted`: of a test's id. Ends at the first failure where that is enough. */
  async run(isWanted: (id: string) => boolean, bail: boolean): Promise<Result[]> {
    const results: Result[] = [];
    let count = 0;
    const file = relative(process.cwd(), this.file);
    const over = (): boolean => bail && results.some(({ status }) => status === 1);
    const runBlock = async (block: Block): Promise<void> => {
      if (block.mode === 'skip') return;
      try {
        await runHooks(block, 'beforeAll');
        for (const child of block.children) {
          if (over()) break;
          if (child.type === 'describeBlock') {
            await runBlock(child);
            continue;
          }
          // By its place: a name may be made of what the mutant changed.
          const id = `${file} #${String(++count)}`;
          if (child.mode === 'skip' || !isWanted(id)) continue;
          results.push(await this.runTest(child, id, startedAt));
          startedAt = performance.now();
        }
      } finally {
        // What was opened is closed, whatever failed.
        await runHooks(block, 'afterAll');
      }
    };
    // What loading took is the first test's: Stryker waits for a mutant as long as its tests took, and for all else.
    let startedAt = performance.now();
    const { now } = Date;
    circus.resetState();
    try {
      this.modules.load(this.file);
      await runBlock(circus.getState().rootDescribeBlock);
    } catch (error) {
      results.push(this.result(file, startedAt, error ?? 'nothing'));
    } finally {
      // Functions in process have a clock of their own.
      Date.now = now;
    }
    return results;
  }
}

class InProcessRunner {
  private instead: Readonly<Record<string, string>> = {};
  private known: Known = { fileOf: {}, ms: {}, fileMs: {}, leftOut: {} };

  init(): void {
    const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
    Object.assign(globalThis, { expect, describe, it, test, beforeAll, beforeEach, afterAll, afterEach });
    fc.configureGlobal(CHANCE);
    this.instead = { '@cloudbase/node-sdk': `${process.cwd()}/test/support/lazy-sdk.ts` };
    if (existsSync(KNOWN)) this.known = JSON.parse(readFileSync(KNOWN, 'utf8')) as Known;
  }

  /** A module's tables are made anew for each mutant. */
  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  /** The sources with all mutants in them, as they would be uploaded; each instance in a story is made of these bytes. */
  private async build(): Promise<void> {
    const outDir = join(process.cwd(), 'dist', 'cloudfunctions');
    await buildFunctions({ sourceDir: join(process.cwd(), 'cloudfunctions'), outDir });
  }

  async dryRun({ testFiles = [] }: { readonly testFiles?: readonly string[] }) {
    const tests: Result[] = [];
    const perTest: Record<string, Counts> = {};
    if (testFiles.some(isStory)) await this.build();
    for (const file of testFiles) {
      const coverage = (shared.mutantCoverage ??= { static: {}, perTest: {} });
      Object.assign(coverage, { static: {}, perTest: {} });
      const before = process.cpuUsage();
      const results = await new TestFile(file, this.instead).run(() => true, false);
      this.known.fileMs[file] = process.cpuUsage(before).user / 1000;
      const failed = results.find(({ status }) => status === 1);
      if (failed) {
        this.known.leftOut[relative(process.cwd(), file)] = failed.failureMessage ?? '';
        continue;
      }
      const spent = results.reduce((sum, { timeSpentMs }) => sum + timeSpentMs, 0);
      for (const { id, timeSpentMs } of results) {
        this.known.fileOf[id] = file;
        this.known.ms[id] = (timeSpentMs / spent) * (this.known.fileMs[file] ?? 0);
        // What runs when the file loads, or before its tests, every test of it may see.
        const counts = Object.entries({ ...coverage.static, ...coverage.perTest[id] });
        perTest[id] = Object.fromEntries(counts.filter(([mutant]) => Number(mutant) % SAMPLE === 0));
      }
      tests.push(...results);
    }
    writeFileSync(KNOWN, JSON.stringify(this.known));
    return { status: 'complete', tests, mutantCoverage: { static: {}, perTest } };
  }

  /** The files of these tests, rules before stories and the quickest first, as far as the budget reaches. */
  private plan(ids: Iterable<string>): string[] {
    const { fileOf, ms, fileMs } = this.known;
    const cost = new Map<string, number>();
    for (const id of ids) {
      const file = fileOf[id];
      if (file === undefined) continue;
      cost.set(file, isStory(file) ? (fileMs[file] ?? 0) : (cost.get(file) ?? 0) + (ms[id] ?? 0));
    }
    const rank = (file: string): number => (isSlow(file) ? 1 : 0);
    let spent = 0;
    return [...cost]
      .sort(([one, oneMs], [other, otherMs]) => rank(one) - rank(other) || oneMs - otherMs)
      .filter(([, fileCost]) => {
        const isFirst = spent === 0;
        spent += fileCost;
        return isFirst || spent <= BUDGET_MS;
      })
      .map(([file]) => file);
  }

  /** A place that is reached ten times as often as in the first run is in a loop without end; Stryker would wait for a hundred. */
  async mutantRun(wanted: Wanted) {
    const ids = new Set(wanted.testFilter);
    shared.activeMutant = wanted.activeMutant.id;
    const hitLimit = wanted.hitLimit === undefined ? undefined : wanted.hitLimit / 10;
    shared.hitLimit = hitLimit;
    shared.hitCount = hitLimit === undefined ? undefined : 0;
    let nrOfTests = 0;
    const killedBy: string[] = [];
    let failureMessage = '';
    const samples = new Set(keptSamples().keys());
    try {
      for (const file of this.plan(ids)) {
        // What a test of a story does, the next one goes on from.
        const isWanted = isStory(file) ? () => true : (id: string) => ids.has(id);
        const results = await new TestFile(file, this.instead).run(isWanted, !wanted.disableBail);
        nrOfTests += results.length;
        const asked = wanted.testFilter?.filter((id) => this.known.fileOf[id] === file) ?? [];
        // A test that is not there any more did not pass.
        const failed = results.some(({ status }) => status === 1);
        if (!failed && results.length < asked.length) killedBy.push(...asked.slice(results.length));
        for (const { id, status, failureMessage: message = '' } of results)
          if (status === 1) {
            killedBy.push(id);
            failureMessage ||= message;
          }
        if (killedBy.length > 0 && !wanted.disableBail) break;
      }
    } finally {
      shared.activeMutant = undefined;
      // What the mutant made is not kept for the next one.
      for (const key of keptSamples().keys()) if (!samples.has(key)) keptSamples().delete(key);
    }
    if (wanted.hitLimit !== undefined && (shared.hitCount ?? 0) > wanted.hitLimit)
      return { status: 'timeout' };
    if (killedBy.length > 0) return { status: 'killed', killedBy, failureMessage, nrOfTests };
    return { status: 'survived', nrOfTests };
  }
}

/** Of Babel's node, as far as it is read here. */
interface Path {
  readonly node: {
    readonly type: string;
    readonly value?: unknown;
    readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
  };
}

/**
 * Words are no rule: a string for people, with a Chinese character, and what an error says to programmers, with a space.
 * A sentence with a value in it stays, since losing the value is a fault; so does an id.
 */
function shouldIgnore({ node }: Path): string | undefined {
  const only =
    node.type === 'TemplateLiteral' && node.quasis?.length === 1 ? node.quasis[0]?.value.raw : undefined;
  const text = node.type === 'StringLiteral' ? node.value : only;
  return typeof text === 'string' && /[\p{Script=Han} ]/u.test(text) ? 'words' : undefined;
}

/** The name under which StrykerJS looks for what a plugin brings. */
export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner },
  { kind: 'Ignore', name: 'words', value: { shouldIgnore } },
];
