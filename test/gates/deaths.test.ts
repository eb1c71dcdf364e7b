/** Each suite about dying instances, run with instances that cannot die: whatever of it still passes proves nothing. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../build/paths';
import { PROOF } from '../support/fair-share';

// A process of its own with ten suites; each of their tests fails at its first act.
jest.setTimeout(300_000);

interface Report {
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
}

/** Files in which somebody dies, by the end of their names: all in the proof, one of each kind in `npm test`. */
const [SUITES, LEAST] = PROOF
  ? ['(crash|/relay|/push|/roster-to-day|/submit-from-visit|/add-township)\\.test\\.ts$', 14]
  : ['(reception/crash|/bans-crash|/roster-to-day|/add-township)\\.test\\.ts$', 4];

const folder = mkdtempSync(join(tmpdir(), 'nobody-dies-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What jest says of the tests whose name speaks of a death. */
function runWithoutDeaths(): Promise<Report> {
  const file = join(folder, 'report.json');
  const program = [join(root, 'node_modules/.bin/jest'), '--selectProjects', 'server', 'hardship'];
  const options = [
    '--json',
    '--outputFile',
    file,
    '--maxWorkers',
    '1',
    '--testNamePattern',
    '\\b(dies (before|after) call [13]\\b|kill)',
  ];
  return new Promise((done) => {
    const env = { ...process.env, NOBODY_DIES: '1', PROOF: '' };
    execFile(process.execPath, [...program, ...options, SUITES], { cwd: root, env }, () => {
      done(JSON.parse(readFileSync(file, 'utf8')) as Report);
    });
  });
}

test('a story of a death fails when nobody dies', async () => {
  const { testResults } = await runWithoutDeaths();
  const told = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== 'pending')
      .map(({ fullName, status }) => `${status}: ${name.slice(root.length + 1)}: ${fullName}`),
  );
  expect(testResults.length).toBeGreaterThanOrEqual(LEAST);
  expect(told.length).toBeGreaterThan(testResults.length);
  expect(told.filter((line) => !line.startsWith('failed'))).toEqual([]);
  // Each suite has some such test.
  const silent = testResults.filter(({ assertionResults }) =>
    assertionResults.every(({ status }) => status === 'pending'),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
