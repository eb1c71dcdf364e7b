/**
 * `npm run mutation [-- file or folder …] [-- --since ref] [-- --actions] [-- --quick] [-- --sample n]`: StrykerJS changes
 * the rules one place at a time, and the tests have to notice; with `--actions` the actions. `--quick` asks the unit tests
 * alone, not the stories; `--sample n` is about every n-th change. Prints survivors, a table by file and by room, and as
 * its last line one JSON object; ends with an error where fewer than 90 % were noticed, of actions 80 %.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bringPackage } from '../../build/on-demand';
import { root } from '../../build/paths';
import { EXPLAINED } from './explained';
import { listSources, listTests, placesOf, type Kind } from './places';
import {
  addScores,
  percentOf,
  roomOf,
  scoreOf,
  textAt,
  type Explained,
  type Mutant,
  type Score,
} from './score';

/** The last that runs on Node 20. */
const VERSION = '9.6.1';
const GOALS_PERCENT: Readonly<Record<Kind, number>> = { rules: 90, actions: 80 };
const CACHE = '.cache/mutation';
const KNOWN = join(root, CACHE, 'known.json');

interface StrykerModule {
  Stryker: new (options: object) => { runMutationTest(): Promise<Mutant[]> };
}

interface Asked {
  /** Every n-th change. */
  readonly sample: string;
  /** Unit tests alone. */
  readonly quick: boolean;
}

async function mutate(sources: readonly string[], { sample, quick }: Asked): Promise<Mutant[]> {
  const core = bringPackage('@stryker-mutator/core', VERSION);
  const { Stryker } = (await import(
    pathToFileURL(join(core, 'dist', 'src', 'index.js')).href
  )) as StrykerModule;
  mkdirSync(join(root, CACHE), { recursive: true });
  rmSync(KNOWN, { force: true });
  // Stryker's workers load the runner too.
  process.env['NODE_OPTIONS'] = '--import tsx';
  process.env['MUTATION_KNOWN'] = KNOWN;
  process.env['MUTATION_SAMPLE'] = sample;
  process.chdir(root);
  const mutants = await new Stryker({
    mutate: sources.flatMap(placesOf),
    testFiles: listTests(sources, quick),
    testRunner: 'in-process',
    plugins: [join(__dirname, 'runner.ts')],
    ignorers: ['words'],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 3_000,
    // The first run of everything, where others use the machine too.
    dryRunTimeoutMinutes: 20,
    tempDirName: `${CACHE}/sandbox`,
    ignorePatterns: ['/package.json', '/test/e2e', '/test/gates', '/dist', '/docs', '/.cache', '/.local'],
    reporters: ['progress-append-only'],
    logLevel: 'warn',
    warnings: { slow: false },
    disableTypeChecks: false,
  }).runMutationTest();
  return mutants.filter(({ id }) => Number(id) % Number(sample) === 0);
}

/** Which row says why it lives. */
function explain(mutant: Mutant, file: string, source: string): Explained | undefined {
  const from = textAt(source, mutant.location);
  return EXPLAINED.find((row) => row.file === file && row.from === from && row.to === mutant.replacement);
}

function printRow(name: string, score: Score): void {
  const { mutants, killed, survived, untested, explained } = score;
  const figures = [mutants, killed, survived, untested, explained].map((n) => String(n).padStart(9)).join('');
  console.log(`${name.padEnd(66)}${figures}${percentOf(score).toFixed(1).padStart(8)} %`);
}

function inOneLine(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  return words.length > 90 ? `${words.slice(0, 89)}…` : words;
}

/** Says what lives, and returns the score of each file. */
function judge(mutants: readonly Mutant[], sources: readonly string[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  const used = new Set<Explained>();
  for (const file of sources) {
    const source = readFileSync(join(root, file), 'utf8');
    const own = mutants.filter(({ fileName }) => relative(root, fileName) === file);
    const each = own.map((mutant) => {
      const why = explain(mutant, file, source);
      if (why) used.add(why);
      const score = scoreOf(mutant, why !== undefined);
      if (score.survived + score.untested > 0) {
        const { line } = mutant.location.start;
        const to = mutant.replacement ?? '';
        const from = textAt(source, mutant.location);
        console.log(`${mutant.status} ${file}:${String(line)}  ${inOneLine(from)}  →  ${inOneLine(to)}`);
      }
      return score;
    });
    scores.set(file, addScores(each));
  }
  for (const row of EXPLAINED)
    if (scores.has(row.file) && !used.has(row))
      console.log(`explained, but not there: ${row.file} ${row.from}`);
  return scores;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      since: { type: 'string' },
      actions: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      sample: { type: 'string', default: '1' },
    },
  });
  const kind: Kind = values.actions ? 'actions' : 'rules';
  const sources = listSources(kind, positionals, values.since);
  if (sources.length === 0) {
    console.log('nothing to change among them');
    return;
  }
  const mutants = await mutate(sources, values);
  const { leftOut } = JSON.parse(readFileSync(KNOWN, 'utf8')) as {
    leftOut: Readonly<Record<string, string>>;
  };
  for (const [file, words] of Object.entries(leftOut))
    console.log(`not asked, fails here: ${file}  ${inOneLine(words)}`);
  const scores = judge(mutants, sources);
  const columns = ['mutants', 'killed', 'survived', 'untested', 'explained'].map((name) => name.padStart(9));
  console.log(`${''.padEnd(66)}${columns.join('')}     score`);
  for (const [file, score] of scores) printRow(file, score);
  console.log('');
  for (const room of new Set(sources.map(roomOf)))
    printRow(
      room,
      addScores(sources.filter((file) => roomOf(file) === room).flatMap((file) => scores.get(file) ?? [])),
    );
  const all = addScores([...scores.values()]);
  console.log(JSON.stringify({ files: scores.size, ...all, percent: Number(percentOf(all).toFixed(2)) }));
  if (percentOf(all) < GOALS_PERCENT[kind]) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
