/**
 * What the running product is made of, made once for all test files of this process where the checks have built it
 * (BUILT=1): the sources do not change under them.
 */
import { runInThisContext } from 'node:vm';
import { buildFunctions } from '../../build/functions';
import { buildMiniprogramNpm } from '../../build/miniprogram-npm';
import { type CompiledApp, compileApp } from '../../local/preview/compile';
import type { Making } from '../../local/start';

const isBuilt = process.env['BUILT'] === '1';

/** Outlives the test file: jest gives each a global object of its own. Holds text alone. */
const kept = runInThisContext("globalThis[Symbol.for('compiled phones')] ??= new Map()") as Map<
  string,
  string
>;

export const made: Required<Pick<Making, 'build' | 'compile'>> = {
  async build() {
    if (!isBuilt) await Promise.all([buildFunctions(), buildMiniprogramNpm()]);
  },
  async compile(repositoryRoot, folder = 'miniprogram') {
    const known = isBuilt ? kept.get(folder) : undefined;
    if (known !== undefined) return JSON.parse(known) as CompiledApp;
    const app = await compileApp(repositoryRoot, folder);
    kept.set(folder, JSON.stringify(app));
    return app;
  },
};
