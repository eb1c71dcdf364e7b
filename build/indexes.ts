import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options';
import { listFiles } from './files';

interface Index {
  name: string;
  /** Field path and direction, in order. */
  fields: [string, 1 | -1][];
  unique: boolean;
}

/** A store: `store.ts` or `<what>-store.ts`, beside the actions of its subject; shared/ has none. */
const STORE = /^(?!shared\/).*[/-]store\.ts$/;

type Table = Record<string, { indexes: Index[] }>;

interface Declared {
  indexes: readonly { name: string; fields: readonly (readonly [string, number])[]; unique?: boolean }[];
}

async function evaluateStores(
  sourceDir: string,
  paths: readonly string[],
): Promise<Record<string, unknown>[]> {
  const lines = paths.map((path) => `require(${JSON.stringify(join(sourceDir, path))})`);
  const stdin = { contents: `module.exports = [${lines.join(',')}];`, resolveDir: sourceDir };
  const result = await build({ ...bundleOptions(), stdin });
  const evaluated: { exports: Record<string, unknown>[] } = { exports: [] };
  const code = `(function (module, exports, require) {${result.outputFiles?.[0]?.text ?? ''}\n})`;
  const run = runInThisContext(code) as (...args: unknown[]) => void;
  run(evaluated, evaluated.exports, createRequire(join(sourceDir, 'index.js')));
  return evaluated.exports;
}

function readIndexes(collection: string, declared: Declared): Index[] {
  const names = new Set<string>();
  return declared.indexes.map(({ name, fields, unique = false }) => {
    if (names.has(name)) throw new Error(`${collection} declares the index ${name} twice`);
    names.add(name);
    if (fields.length === 0) throw new Error(`${collection}.${name} has no fields`);
    return { name, fields: fields.map(([path, way]) => [path, way === -1 ? -1 : 1]), unique };
  });
}

/**
 * The collections and indexes that the functions' store files declare, by collection in alphabetical order.
 * @throws when a store has no `collections`, or two stores name the same one.
 */
export async function gatherIndexes(sourceDir: string): Promise<Table> {
  const paths = listFiles(sourceDir).filter((path) => STORE.test(path));
  const stores = paths.length === 0 ? [] : await evaluateStores(sourceDir, paths);
  const found = new Map<string, { indexes: Index[] }>();
  stores.forEach((store, at) => {
    const collections = store['collections'] as Record<string, Declared> | undefined;
    if (collections === undefined) throw new Error(`${String(paths[at])} does not export collections`);
    for (const [collection, declared] of Object.entries(collections)) {
      if (found.has(collection)) throw new Error(`two stores name the collection ${collection}`);
      found.set(collection, { indexes: readIndexes(collection, declared) });
    }
  });
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
