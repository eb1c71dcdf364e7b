/** How long a file and a function may be, planted one line longer, by the rules that stand for such a file. */
import { execFileSync } from 'node:child_process';
import { root } from '../../build/paths';

/** In a process of its own: ESLint loads its configuration as a module. */
const PROGRAM = `
  import { ESLint, Linter } from 'eslint';
  const eslint = new ESLint();
  const linter = new Linter();
  const said = [];
  for (const [path, code] of JSON.parse(process.argv[1])) {
    const { rules, plugins } = await eslint.calculateConfigForFile(path);
    const names = ['max-lines', 'max-lines-per-function', 'house/no-literal-spread'];
    const own = Object.fromEntries(names.map((name) => [name, rules[name] ?? 'off']));
    said.push(linter.verify(code, { plugins: { house: plugins.house }, rules: own }).map(({ ruleId }) => ruleId));
  }
  console.log(JSON.stringify(said));
`;

function lint(plants: readonly (readonly [path: string, code: string])[]): string[][] {
  const args = ['--input-type=module', '--eval', PROGRAM, JSON.stringify(plants)];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as string[][];
}

const lines = (count: number) => 'go();\n'.repeat(count);
/** A function of so many lines, with its first and its last. */
const functionOf = (count: number) => `function act() {\n${lines(count - 2)}}\n`;

const RULE = 'cloudfunctions/request/submit/rules/planted.ts';
const PAGE = 'miniprogram/pages/planted/planted.ts';
const PLANTS = [
  ['a file of 400 lines', RULE, lines(400), []],
  ['a file of 401', RULE, lines(401), ['max-lines']],
  ['blank lines and comments beside', RULE, `${lines(400)}\n\n// why\n`, []],
  ['a page of 200', PAGE, lines(200), []],
  ['a page of 201', PAGE, lines(201), ['max-lines']],
  ['a table of the contract', 'miniprogram/contract/planted.ts', lines(900), []],
  ['a function of 60', RULE, functionOf(60), []],
  ['a function of 61', RULE, functionOf(61), ['max-lines-per-function']],
  ['a function of a page of 61', PAGE, functionOf(61), ['max-lines-per-function']],
  ['a literal spread inside another', RULE, 'go({ ...{ a: 1 }, b: 2 });', ['house/no-literal-spread']],
] as const;

test('each length is held, to the line', () => {
  const said = lint(PLANTS.map(([, path, code]) => [path, code]));
  expect(PLANTS.map(([name], at) => [name, said[at]])).toEqual(
    PLANTS.map(([name, , , rules]) => [name, rules]),
  );
}, 120_000);
