/**
 * The test files that PROOF=1 makes whole, and those of the proof alone. What `npm test` runs whole already is not run
 * again: these files neither read PROOF nor import a file that does.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { root } from './paths';

const IMPORTED = /(?:from|import\() ?'(\.[^']+)'/g;

/** Whether the file, or one below `tests` that it imports, reads PROOF. */
function readsProof(file: string, tests: string, known: Map<string, boolean>): boolean {
  const before = known.get(file);
  if (before !== undefined) return before;
  // A circle says nothing of itself.
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(IMPORTED)].map(([, path = '']) => `${resolve(dirname(file), path)}.ts`);
  const reads =
    text.includes('PROOF') ||
    imported.some((one) => one.startsWith(tests) && existsSync(one) && readsProof(one, tests, known));
  known.set(file, reads);
  return reads;
}

/** From the root, with slashes. */
export function listProofFiles(from = root): string[] {
  const tests = join(from, 'test') + sep;
  const known = new Map<string, boolean>();
  return readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => name.startsWith(`proof${sep}`) || readsProof(join(tests, name), tests, known))
    .map((name) => relative(from, join(tests, name)).replaceAll(sep, '/'))
    .sort();
}
