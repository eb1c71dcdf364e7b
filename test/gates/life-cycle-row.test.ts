/** A row of a table of steps can say nothing that the code does not read: a word written wrong does not compile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../build/paths';

const TABLE = join(root, 'cloudfunctions/request/life/rules/life-cycle.ts');

/** What the compiler says of the table with this text in the place of its own. */
function complain(text: string): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (path) => (path === TABLE ? text : read(path));
  const program = ts.createProgram([TABLE], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(TABLE))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

test('`raeds` beside `reads` in the life cycle', () => {
  const table = readFileSync(TABLE, 'utf8');
  const planted = table.replaceAll('    reads: true,', '    raeds: true,\n    reads: true,');
  expect(planted).not.toBe(table);
  const rows = planted.split('raeds').length - 1;
  expect(complain(planted)).toEqual(
    Array(rows).fill(expect.stringContaining("'raeds' does not exist in type")),
  );
  expect(complain(table)).toEqual([]);
}, 120_000);
