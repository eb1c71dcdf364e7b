import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../build/checks';
import { complainAboutNode, runAll, summarize } from '../../build/run-checks';
import { plantTree } from '../support/plant';

/** Each notes when it starts and ends; the slow one would take a minute. */
const tree = plantTree({
  'ok.ts': `import { appendFileSync } from 'node:fs';
    appendFileSync(process.argv[2]!, 'start ' + process.argv[3] + '\\n');
    setTimeout(() => appendFileSync(process.argv[2]!, 'end ' + process.argv[3] + '\\n'), 150);`,
  'bad.ts': `console.log('what went wrong'); process.exitCode = 3;`,
  'told.ts': `console.log('all is well');`,
  'slow.ts': `setTimeout(() => undefined, 60_000);`,
});
const log = join(tree, 'log');
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  rmSync(log, { force: true });
  jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});

afterAll(() => {
  rmSync(tree, { recursive: true });
});

function check(name: string, script: string, alone = false): Check {
  return { name, run: [join(tree, script), log, name], quick: true, alone };
}

test('each check is named with its time, and all are counted', async () => {
  expect(await runAll([check('one', 'ok.ts'), check('two', 'ok.ts')], false)).toMatchObject({
    passed: 2,
    failed: 0,
  });
  expect(said.every((line) => /^passed +\d+\.\d s {2}(one|two)$/.test(line))).toBe(true);
});

test('the first failure ends it: what runs is stopped, what waits never starts', async () => {
  const checks = [check('bad', 'bad.ts'), check('slow', 'slow.ts'), check('later', 'ok.ts')];
  expect(await runAll(checks, false, 2)).toMatchObject({ passed: 0, failed: 1 });
  expect(said.join('\n')).toContain('what went wrong');
  expect(existsSync(log)).toBe(false);
});

test('what a check is run for is shown though it passed', async () => {
  await runAll([{ ...check('figures', 'told.ts'), tells: true }, check('quiet', 'told.ts')], false);
  expect(said.filter((line) => line.includes('all is well'))).toHaveLength(1);
});

test('told to go on, it says all that is wrong', async () => {
  const checks = [check('bad', 'bad.ts'), check('worse', 'bad.ts'), check('fine', 'ok.ts')];
  expect(await runAll(checks, true)).toMatchObject({ passed: 1, failed: 2 });
});

test('a check that wants the machine for itself has nothing beside it', async () => {
  await runAll([check('one', 'ok.ts'), check('browser', 'ok.ts', true), check('two', 'ok.ts')], false);
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  expect(lines).toEqual(['one', 'browser', 'two'].flatMap((name) => [`start ${name}`, `end ${name}`]));
});

test('the last lines: the longest first, the whole, and how it ended', () => {
  const outcome = { passed: 1, failed: 1, seconds: [['lint', 3.25] as const, ['build', 100] as const] };
  const lines = summarize(outcome, 101.5).trim().split('\n');
  expect(lines.slice(0, 2)).toEqual(['100.0 s  build', '    3.3 s  lint']);
  expect(lines[2]).toMatch(/^ +101\.5 s {2}all, \d+ at a time$/);
  expect(lines[3]).toBe('1 passed, 1 failed');
});

test('a Node that the tools do not run on is named at once', () => {
  for (const version of ['20.19.0', '22.13.0', '24.0.0', '25.1.0'])
    expect(complainAboutNode(version)).toBeUndefined();
  for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.12.0', '23.5.0']) {
    expect(complainAboutNode(version)).toContain(version);
  }
});
