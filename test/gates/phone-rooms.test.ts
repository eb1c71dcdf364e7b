import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Lines planted in scripts of the phone: where, what, and what lint says of it; nothing where it may stand. */
const wx = 'export const shown = wx.getAppBaseInfo();\n';
const plants: [path: string, code: string, said: string][] = [
  ['miniprogram/view/words.ts', wx, 'Only miniprogram/platform/ touches wx.'],
  ['miniprogram/view/words.ts', 'export const at = Date.now();\n', 'The time is an argument.'],
  ['miniprogram/view/words.ts', 'export const one = Math.random();\n', 'Chance is an argument.'],
  ['miniprogram/view/words.ts', 'setTimeout(() => undefined, 1);\n', 'What is shown is pure.'],
  ['miniprogram/pages/home/home.ts', wx, 'Only miniprogram/platform/ touches wx.'],
  ['miniprogram/components/field/field.ts', wx, 'Only miniprogram/platform/ touches wx.'],
  ['miniprogram/services/request.ts', wx, 'Only miniprogram/platform/ touches wx.'],
  ['miniprogram/platform/fonts.ts', wx, ''],
];

/**
 * ESLint is loaded once, by a process of its own: its configuration is a module that jest cannot load. None of these rules
 * asks for types: without them nothing is compiled, and the planted text is what is read.
 */
const script = `
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
const said = [];
for (const [filePath, code] of ${JSON.stringify(plants)}) {
  const [report] = await eslint.lintText(code, { filePath });
  said.push(report.messages.map(({ message }) => message));
}
console.log(JSON.stringify(said));
`;

let said: string[][];

beforeAll(() => {
  const root = resolve(__dirname, '../..');
  const options = ['--input-type=module', '--eval', script];
  said = JSON.parse(execFileSync(process.execPath, options, { cwd: root }).toString()) as string[][];
}, 120_000);

test.each(plants.map(([path, code, message], at) => ({ path, code: code.trim(), message, at })))(
  '$path: $code «$message»',
  ({ message, at }) => {
    if (message === '') expect(said[at]).toEqual([]);
    else expect(said[at]?.join('\n')).toContain(message);
  },
);
