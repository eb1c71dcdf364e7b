/**
 * The last lines of `npm run proof`: each suite with its files, tests and cases, and all of it as one line of JSON. A case
 * is one comparison that a test made; an anomaly a test that failed, a file that could not run, or a writing action of
 * which nobody died. What `npm test` runs whole already is not in it (build/proof-files.ts).
 * `PROOF_SEED=<seed> npm run proof` draws the same random cases.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diedFile, proofFolder, writesFile } from '../../build/checks';
import { root } from '../../build/paths';
import { ACCESS } from '../../cloudfunctions/shared/access';

/** What Jest writes of a suite, as far as it is read here. */
export interface Outcome {
  readonly numTotalTestSuites: number;
  readonly numTotalTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly numPassingAsserts?: number }[];
  }[];
}

export interface Figures {
  readonly suites: number;
  readonly tests: number;
  readonly cases: number;
  readonly anomalies: number;
}

export function countOutcome(outcome: Outcome): Figures {
  const tests = outcome.testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    suites: outcome.numTotalTestSuites,
    tests: outcome.numTotalTests,
    cases: tests.reduce((sum, { numPassingAsserts = 0 }) => sum + numPassingAsserts, 0),
    anomalies: outcome.numFailedTests + outcome.numRuntimeErrorTestSuites,
  };
}

export function addFigures(all: readonly Figures[]): Figures {
  const sum = (name: keyof Figures): number => all.reduce((total, one) => total + one[name], 0);
  return { suites: sum('suites'), tests: sum('tests'), cases: sum('cases'), anomalies: sum('anomalies') };
}

function readLines(file: string): string[] {
  return readFileSync(join(root, file), 'utf8').split('\n').filter(Boolean);
}

/** Of all writing actions those of which nobody died. */
export function listUndying(died: readonly string[], writes: readonly string[]): string[] {
  const names = new Set(died.map((line) => line.split(' ')[0]));
  return writes.filter((name) => !names.has(name));
}

function main(): void {
  const folder = join(root, proofFolder);
  const named = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const outcome = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Outcome;
      return [basename(file, '.json'), countOutcome(outcome)] as const;
    });
  const all = addFigures(named.map(([, figures]) => figures));
  for (const [name, { suites, tests, cases, anomalies }] of [...named, ['all', all] as const])
    console.log(
      `${name.padEnd(36)} ${[suites, tests, cases, anomalies].map((n) => String(n).padStart(8)).join('')}`,
    );
  const [died, writes] = [readLines(diedFile), readLines(writesFile)];
  const undying = listUndying(died, writes);
  const anomalies = all.anomalies + undying.length;
  const deaths = died.reduce((sum, line) => sum + Number(line.split(' ')[1]), 0);
  console.log(
    `${String(writes.length - undying.length)} of ${String(writes.length)} writing actions died, at ${String(deaths)} calls`,
  );
  for (const name of undying) console.log(`nobody died in ${name}`);
  const actions = Object.values(ACCESS).reduce((sum, rows) => sum + Object.keys(rows).length, 0);
  console.log(
    JSON.stringify({
      suites: all.suites,
      actions,
      tests: all.tests,
      cases: all.cases,
      deaths,
      anomalies,
      seed: Number(process.env['PROOF_SEED']),
    }),
  );
  if (anomalies > 0) process.exitCode = 1;
}

if (require.main === module) main();
