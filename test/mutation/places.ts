/** Which files are changed, where in them, and which tests are asked about them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../build/paths';

/** Of shared/, what only decides: neither reaches outside, nor hashes, nor is a table of who may do what. */
const SHARED =
  /^cloudfunctions\/shared\/(life\/rules\/.*|china-time|conditions|holidays|judge-answers|mask|read-numbers|say-date|visibility|window)\.ts$/;
const ROOMS = /^(cloudfunctions\/(?!shared\/).*\/rules\/.*|miniprogram\/(view|contract)\/.*)\.ts$/;

/** Below a function, what is no rule, no schema, no store and no table of actions. */
const ACTIONS =
  /^cloudfunctions\/(?!shared\/)[^/]+\/(?!index\.ts)(?!.*\/?rules\/)(?!.*(schemas?|store)\.ts$).*\.ts$/;
const UNIT = /^test\/(cloudfunctions\/(shared|.*\/rules)|miniprogram\/(view|contract))\/.*\.test\.ts$/;
/** On the functions, as artefacts or in process; those of minutes are not asked (jest.config.mjs). */
export const STORY =
  /^test\/cloudfunctions\/(?!shared\/)(?!.*\/rules\/)(?!.*(^|[-/])(crash|fuzz|storm|history|full-day|browser)\.test\.ts$).*\.test\.ts$/;

export type Kind = 'rules' | 'actions';

function git(...args: string[]): string[] {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}

/** All files, or those that are not as they were at a commit, new ones too. */
function listFiles(since?: string): string[] {
  const added = ['ls-files', '--others', '--exclude-standard'];
  if (since === undefined) return git(...added, '--cached');
  return [...git('diff', '--name-only', '--diff-filter=d', since), ...git(...added)];
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function isFunction(statement: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  const [first] = statement.declarationList.declarations;
  return first?.initializer !== undefined && ts.isArrowFunction(first.initializer);
}

/** A file of rules is one place, its tables too; of the phone each function is: its tables are words, labels and limits. */
export function placesOf(file: string): string[] {
  if (!file.startsWith('miniprogram/')) return [file];
  const tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022);
  const lineAt = (position: number): number => tree.getLineAndCharacterOfPosition(position).line + 1;
  return tree.statements
    .filter(isFunction)
    .map((one) => `${file}:${String(lineAt(one.getStart(tree)))}-${String(lineAt(one.end))}`);
}

/** Something to decide: a file of types, labels and numbers has no function. */
function isMeasured(kind: Kind, file: string): boolean {
  const isOfKind = kind === 'actions' ? ACTIONS.test(file) : SHARED.test(file) || ROOMS.test(file);
  if (!isOfKind) return false;
  return /\bfunction\b|=>/.test(read(file)) && placesOf(file).length > 0;
}

/** By name or folder, and with `since` only what is not as it was at that commit. */
export function listSources(kind: Kind, places: readonly string[], since: string | undefined): string[] {
  const isWanted = (file: string): boolean =>
    places.length === 0 ||
    places.some((place) => file === place || file.startsWith(`${place.replace(/\/$/, '')}/`));
  return listFiles(since).filter((file) => isWanted(file) && isMeasured(kind, file));
}

/** A function's tests are asked about its rules, those in a folder of the same name about shared/, view and contract. */
function testFolder(source: string): string {
  return `test/${source.split('/').slice(0, 2).join('/')}/`;
}

/** The table of actions that a story in process imports, wherever the story lies. */
function tableOf(source: string): string {
  return `${source.split('/').slice(0, 2).join('/')}/index'`;
}

/** What asks Jest for more than a module's double, such as another clock, is not asked. */
export function listTests(sources: readonly string[], quick: boolean): string[] {
  const folders = [...new Set(sources.map(testFolder))];
  const tables = quick ? [] : [...new Set(sources.map(tableOf))];
  return listFiles()
    .filter((file) => UNIT.test(file) || (!quick && STORY.test(file)))
    .filter(
      (file) =>
        folders.some((folder) => file.startsWith(folder)) ||
        tables.some((table) => read(file).includes(table)),
    )
    .filter((file) => !/\bjest\.(?!setTimeout|mock|requireActual|requireMock)/.test(read(file)));
}
