/** Each promise of docs/security.md is broken once, in a copy, and its test must say so (sabotages.ts). */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listInProcessFiles } from '../../build/proof-files';
import { SABOTAGES as OF_RULES, type Sabotage } from './sabotages';
import { STORY_SABOTAGES } from './story-sabotages';
import { HOME_SABOTAGES } from './home-sabotages';

const SABOTAGES = [...OF_RULES, ...STORY_SABOTAGES, ...HOME_SABOTAGES];
const ROOT = resolve(__dirname, '../..');
const MINUTES_MS = 60_000;
/** Looked at and never written. */
const LENT = 'node_modules';
/** Their sources are run as they stand; of what is built they ask nothing that is broken here. */
const IN_PROCESS = new Set(listInProcessFiles());
const LEFT_OUT = new Set([LENT, '.git', '.cache', 'coverage', 'miniprogram_npm']);

const copy = mkdtempSync(join(tmpdir(), 'sabotaged-'));
beforeAll(() => {
  for (const name of readdirSync(ROOT)) {
    if (LEFT_OUT.has(name)) continue;
    const options = { recursive: statSync(join(ROOT, name)).isDirectory() };
    const filter = (path: string) => !LEFT_OUT.has(path.slice(path.lastIndexOf('/') + 1));
    cpSync(join(ROOT, name), join(copy, name), { ...options, filter });
  }
  symlinkSync(join(ROOT, LENT), join(copy, LENT));
}, MINUTES_MS);
afterAll(() => {
  rmSync(copy, { recursive: true });
});

/** Names of tests, by what became of them. */
interface Seen {
  failed: string[];
  passed: string[];
}

/** What Jest writes of a run, as far as it is read here. */
interface Told {
  testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** As a pattern that finds nothing else. */
const literally = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const pathOf = (test: string) => join('test/cloudfunctions', test);

/**
 * What these tests say in the copy, by their paths; those of these names alone, where some are given. The program's code
 * is not what is asked: a test that does not even begin is no answer.
 */
function runTests(
  project: Sabotage['project'],
  tests: readonly string[],
  names: readonly string[] = [],
): Promise<Map<string, Seen>> {
  const onArtefacts = project === 'server' && !tests.every((test) => IN_PROCESS.has(test));
  const args = [
    'node_modules/jest/bin/jest.js',
    ...tests,
    '--selectProjects',
    project,
    '--json',
    '--silent',
    '--forceExit',
    '--runInBand',
    ...(names.length > 0 ? ['--testNamePattern', `^(${names.map(literally).join('|')})$`] : []),
  ];
  // What is tried on the artefacts makes them from the broken source first.
  const env = { ...process.env, BUILT: onArtefacts ? 'sdk' : '1', CI: 'true', PROOF: '' };
  return new Promise((tell, fail) => {
    const options = { cwd: copy, env, maxBuffer: 100_000_000 };
    execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      const from = stdout.indexOf('{');
      if (from < 0) {
        fail(new Error(stderr));
        return;
      }
      const { testResults } = JSON.parse(stdout.slice(from)) as Told;
      const seen = testResults.map(({ name, assertionResults }) => {
        const list = (status: string) =>
          assertionResults.filter((one) => one.status === status).map(({ fullName }) => fullName);
        return [
          name.slice(realpathSync(copy).length + 1),
          { failed: list('failed'), passed: list('passed') },
        ] as const;
      });
      tell(new Map(seen));
    });
  });
}

/** Of each file the tests that caught something: the first one of each row. */
const turnedRed = new Map<string, Set<string>>();

test.each(SABOTAGES.map((row) => [row.promise, row] as const))(
  'caught: %s',
  async (_promise, row) => {
    const path = join(copy, row.file);
    const before = readFileSync(path, 'utf8');
    expect([row.file, before.split(row.text).length - 1]).toEqual([row.file, 1]);
    writeFileSync(
      path,
      before.replace(row.text, () => row.instead),
    );
    try {
      const test = pathOf(row.test);
      const [red] = (await runTests(row.project, [test])).get(test)?.failed ?? [];
      expect([row.test, red]).toEqual([row.test, expect.any(String)]);
      turnedRed.set(test, (turnedRed.get(test) ?? new Set()).add(String(red)));
    } finally {
      writeFileSync(path, before);
    }
  },
  5 * MINUTES_MS,
);

/** Of these tests those in whose copy what caught something is not green while nothing is broken. */
async function listRed(project: Sabotage['project'], tests: readonly string[], names: readonly string[]) {
  const seen = await runTests(project, tests, names);
  return tests.filter((test) => {
    const { failed = [], passed = [] } = seen.get(test) ?? {};
    return failed.length > 0 || [...(turnedRed.get(test) ?? [])].some((name) => !passed.includes(name));
  });
}

test(
  'is caught by tests that hold as long as nothing is broken',
  async () => {
    for (const project of ['unit', 'server', 'local'] as const) {
      const rows = SABOTAGES.filter((row) => row.project === project);
      const tests = [...new Set(rows.map(({ test }) => pathOf(test)))].filter((test) => turnedRed.has(test));
      const names = tests.flatMap((test) => [...(turnedRed.get(test) ?? [])]);
      // What follows from the tests before it in its file holds with them.
      const alone = await listRed(project, tests, names);
      expect(alone.length === 0 ? [] : await listRed(project, alone, [])).toEqual([]);
    }
  },
  30 * MINUTES_MS,
);
