import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../build/checks';
import { complainAboutNode, runAll } from '../../build/run-checks';
import { plantTree } from '../support/plant';

/** Each notes when it starts and ends; the slow one would take a minute. */
const tree = plantTree({
  'ok.ts': `import { appendFileSync } from 'node:fs';
    appendFileSync(process.argv[2]!, 'start ' + process.argv[3] + '\\n');
    setTimeout(() => appendFileSync(process.argv[2]!, 'end ' + process.argv[3] + '\\n'), 150);`,
  'bad.ts': `console.log('what went wrong'); process.exitCode = 3;`,
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
  expect(await runAll([check('one', 'ok.ts'), check('two', 'ok.ts')], false)).toEqual({
    passed: 2,
    failed: 0,
  });
  expect(said.every((line) => /^passed +\d+\.\d s {2}(one|two)$/.test(line))).toBe(true);
});

test('the first failure ends it: what runs is stopped, what waits never starts', async () => {
  const checks = [check('bad', 'bad.ts'), check('slow', 'slow.ts'), check('later', 'ok.ts')];
  expect(await runAll(checks, false)).toEqual({ passed: 0, failed: 1 });
  expect(said.join('\n')).toContain('what went wrong');
  expect(existsSync(log)).toBe(false);
});

test('told to go on, it says all that is wrong', async () => {
  const checks = [check('bad', 'bad.ts'), check('worse', 'bad.ts'), check('fine', 'ok.ts')];
  expect(await runAll(checks, true)).toEqual({ passed: 1, failed: 2 });
});

test('a check that wants the machine for itself has nothing beside it', async () => {
  await runAll([check('one', 'ok.ts'), check('browser', 'ok.ts', true), check('two', 'ok.ts')], false);
  const lines = readFileSync(log, 'utf8').trim().split('\n');
  expect(lines).toEqual(['one', 'browser', 'two'].flatMap((name) => [`start ${name}`, `end ${name}`]));
});

test('a Node that the tools do not run on is named at once', () => {
  for (const version of ['20.19.0', '22.13.0', '24.0.0', '25.1.0'])
    expect(complainAboutNode(version)).toBeUndefined();
  for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.12.0', '23.5.0']) {
    expect(complainAboutNode(version)).toContain(version);
  }
});
