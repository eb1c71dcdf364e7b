/**
 * What a new role costs. «Media officer», who may only draft articles, is written into the text of contract/roles.ts
 * and nowhere else: everything still type-checks (planted-types.test.ts), and the table of access, 工作台 and the invitations
 * know it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { root } from '../../build/paths';
import { planted, rolesFile } from '../support/planted-role';
import type * as AccessTable from '../../cloudfunctions/shared/access';
import type * as Roles from '../../miniprogram/contract/roles';
import type * as Workbench from '../../miniprogram/office/workbench/view';

function filesOf(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('miniprogram_npm'))
    .map((path) => join(root, room, path));
}

test('a new role may do what its lists say, and nothing else', () => {
  const { outputText } = ts.transpileModule(planted, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported = {};
  runInNewContext(outputText, { exports: exported });
  jest.doMock('../../miniprogram/contract/roles', () => exported);
  const { ROLE_IDS, invitedBy } = exported as typeof Roles;
  const media = ROLE_IDS.find((role) => (role as string) === 'media');
  if (!media) throw new Error('the role was not planted');
  const { ACCESS } = jest.requireActual<typeof AccessTable>('../../cloudfunctions/shared/access');
  const { listEntries } = jest.requireActual<typeof Workbench>('../../miniprogram/office/workbench/view');
  const may = Object.entries(ACCESS).flatMap(([name, actions]) =>
    Object.entries(actions).flatMap(([action, access]) =>
      'roles' in access && access.roles.includes(media) ? [`${name}.${action}`] : [],
    ),
  );
  expect(may).toEqual(expect.arrayContaining(['publicity.compose', 'publicity.save', 'publicity.submit']));
  // 工作台 is there for every role but a plain deputy; what stands on it is asked of each role again.
  expect(may.filter((action) => !action.startsWith('publicity.'))).toEqual([
    'media.takePicture',
    'overview.workbench',
  ]);
  expect(may).not.toContain('publicity.approve');
  expect(may).not.toContain('publicity.push');
  expect(listEntries([{ role: media, state: 'confirmed' }]).map(({ id }) => id)).toEqual(['articles']);
  expect(invitedBy('staff')).toContain(media);
});

/** Names of sets that are not roles: who does a step of a life, in whose hands something is. */
const OTHER_TABLES = ['request/life/rules/life-cycle.ts'];

/** Lists of two roles or more, and comparisons of a role with two names, in the text of a file. */
function repeatedSets(text: string): string[] {
  const { ROLE_IDS } = jest.requireActual<typeof Roles>('../../miniprogram/contract/roles');
  const names = new Set<string>(ROLE_IDS);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isArrayLiteralExpression(node)) {
      const all = node.elements.every((one) => ts.isStringLiteral(one) && names.has(one.text));
      if (all && node.elements.length > 1) found.push(node.getText());
    }
    if (
      ts.isBinaryExpression(node) &&
      /\brole [!=]== '\w+' (\|\||&&) \w*\.?role [!=]== '/.test(node.getText())
    ) {
      found.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('planted.ts', text, ts.ScriptTarget.ES2022, true));
  return found;
}

test.each([
  ['a list', "const office = ['staff', 'chief'];"],
  ['two comparisons', "const office = role === 'staff' || role === 'chief';"],
])('%s that repeats a set of roles is found', (_name, text) => {
  expect(repeatedSets(text)).toHaveLength(1);
});

test('sets of roles stand in contract/roles.ts alone', () => {
  const files = ['cloudfunctions', 'miniprogram']
    .flatMap(filesOf)
    .filter((path) => path !== rolesFile && !OTHER_TABLES.some((table) => path.endsWith(table)));
  expect(files.length).toBeGreaterThan(500);
  const repeats = files.flatMap((path) =>
    repeatedSets(readFileSync(path, 'utf8')).map((set) => `${path}: ${set}`),
  );
  expect(repeats).toEqual([]);
});
