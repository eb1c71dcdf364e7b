import { Linter, type Rule } from 'eslint';
import tseslint from 'typescript-eslint';

async function lint(code: string): Promise<{ found: number; fixed: string }> {
  const path: string = '../../build/lint/no-literal-spread.mjs';
  const { noLiteralSpread } = (await import(path)) as { noLiteralSpread: Rule.RuleModule };
  const linter = new Linter();
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house: { rules: { 'no-literal-spread': noLiteralSpread } } },
    rules: { 'house/no-literal-spread': 'error' },
  };
  const found = linter.verify(code, config, 'planted.ts').length;
  return { found, fixed: linter.verifyAndFix(code, config, 'planted.ts').output };
}

test.each([
  [
    'an object in an object',
    'const row = { ...{ raeds: true, write: true }, to: 1 };',
    '{ raeds: true, write: true, to: 1 }',
  ],
  ['an array in an array', "const names = [...(['a', 'b'] as const), 'c'];", "['a', 'b', 'c']"],
  ['arguments', "call(...['a', 'b']);", "call('a', 'b');"],
  ['one inside another', 'const row = { ...{ ...{ a: 1 }, b: 2 } };', '{ a: 1, b: 2 }'],
  ['an empty one', 'const row = { ...{}, a: 1 };', 'a: 1'],
])('%s that is spread is refused and written in place', async (_name, code, written) => {
  const { found, fixed } = await lint(code);
  expect(found).toBeGreaterThan(0);
  expect(fixed).toContain(written);
});

test.each([
  ['what may be absent', 'const row = { ...(phone !== undefined && { phone }) };'],
  ['another value', 'const row = { ...before, to: 1 };'],
  ['letters of a text', "const letters = [...'abc'];"],
])('%s may be spread', async (_name, code) => {
  expect((await lint(code)).found).toBe(0);
});
