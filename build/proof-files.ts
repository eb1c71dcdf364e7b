/**
 * Which test files a suite of the proof runs: those that PROOF=1 makes whole, and those of the proof alone; what `npm test`
 * runs whole already is not run again, since neither it nor a file that it imports reads PROOF. And those whose acts run in
 * the test's own process, where each can be let die at each of its calls.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { root } from './paths';

const IMPORTED = /(?:from|import\() ?'(\.[^']+)'/g;

interface Wanted {
  word: string;
  /** The folder of all tests. */
  tests: string;
  /** What was found out by now, by file. */
  known: Map<string, boolean>;
}

/** Whether the word stands in the file, or in one of the tests' that it imports. */
function says(file: string, wanted: Wanted): boolean {
  const { word, tests, known } = wanted;
  const before = known.get(file);
  if (before !== undefined) return before;
  // A circle says nothing of itself.
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(IMPORTED)].map(([, path = '']) => `${resolve(dirname(file), path)}.ts`);
  const found =
    text.includes(word) ||
    imported.some((one) => one.startsWith(tests) && existsSync(one) && says(one, wanted));
  known.set(file, found);
  return found;
}

function listFiles(from: string, word: string): string[] {
  const tests = join(from, 'test') + sep;
  const wanted: Wanted = { word, tests, known: new Map() };
  return readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && says(join(tests, name), wanted))
    .map((name) => relative(from, join(tests, name)).replaceAll(sep, '/'))
    .sort();
}

/** From the root, with slashes. */
export function listProofFiles(from = root): string[] {
  const alone = readdirSync(join(from, 'test/proof')).filter((name) => name.endsWith('.test.ts'));
  return [...new Set([...listFiles(from, 'PROOF'), ...alone.map((name) => `test/proof/${name}`)])].sort();
}

/** The same. */
export function listInProcessFiles(from = root): string[] {
  return listFiles(from, 'startInProcess(');
}
