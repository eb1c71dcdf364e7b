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

function git(...args: string[]): string[] {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
}

function listFiles(): string[] {
  return git('ls-files', '--cached', '--others', '--exclude-standard');
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

/** Rules with something to decide: a file of types, labels and numbers has no function. */
function isMeasured(file: string): boolean {
  if (!SHARED.test(file) && !ROOMS.test(file)) return false;
  return /\bfunction\b|=>/.test(read(file)) && placesOf(file).length > 0;
}

/** By name or folder, and with `since` only what is not as it was at that commit. */
export function listSources(places: readonly string[], since: string | undefined): string[] {
  const files = since === undefined ? listFiles() : git('diff', '--name-only', '--diff-filter=d', since);
  const isWanted = (file: string): boolean =>
    places.length === 0 ||
    places.some((place) => file === place || file.startsWith(`${place.replace(/\/$/, '')}/`));
  return files.filter((file) => isWanted(file) && isMeasured(file));
}

/** A function's tests are asked about its rules; those of all functions about what lies in shared/ or the contract. */
function testFolder(source: string): string {
  const [room = '', name = '', ...inside] = source.split('/');
  if (name === 'contract') return 'test/';
  const isForAll = name === 'shared' && inside[0] !== 'life';
  return isForAll ? `test/${room}/` : `test/${room}/${name}/`;
}

/** Unit tests alone: what asks Jest for a module's double or another clock is about more than a rule. */
export function listTests(sources: readonly string[]): string[] {
  const folders = new Set(sources.map(testFolder));
  return listFiles()
    .filter((file) => /\/(rules|shared|view|contract)\/.*\.test\.ts$/.test(file))
    .filter((file) => [...folders].some((folder) => file.startsWith(folder)))
    .filter((file) => !/\bjest\.(?!setTimeout)/.test(read(file)));
}
