import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options';
import { listFolders, writeIfChanged } from './files';
import { readFunctionConfig } from './function-config';
import { gatherIndexes } from './indexes';
import { functionsOut, root } from './paths';

/**
 * Packages that stay outside a function's bundle (native code, or large and seldom needed), by function. They go into its package.json with
 * the version pinned here, and the platform installs them.
 */
const externals: Readonly<Record<string, readonly string[]>> = {
  media: ['sharp'],
  publicity: ['sanitize-html', 'opentype.js'],
};

/** Files that a function reads beside its index.js, by function: name there, and where it comes from. */
const companions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  publicity: {
    'font.woff': '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
  },
};

export interface FunctionsOptions {
  /** Folder of the sources; the tests plant their own. */
  sourceDir?: string;
  outDir?: string;
}

/** The deployable functions: every folder of cloudfunctions/ with an index.ts; shared/ is bundled into each. */
export function listFunctions(sourceDir: string = join(root, 'cloudfunctions')): string[] {
  return listFolders(sourceDir).filter(
    (name) => name !== 'shared' && existsSync(join(sourceDir, name, 'index.ts')),
  );
}

function rootManifest(): { version: string; dependencies: Record<string, string> } {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as ReturnType<typeof rootManifest>;
}

function manifestOf(name: string): string {
  const { version, dependencies } = rootManifest();
  const wanted = (externals[name] ?? []).map((dependency): [string, string] => {
    const pinned = dependencies[dependency];
    if (pinned === undefined) throw new Error(`${dependency}, external in ${name}, is not a dependency`);
    return [dependency, pinned];
  });
  const manifest = {
    name,
    version,
    private: true,
    main: 'index.js',
    dependencies: Object.fromEntries(wanted),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function bundleFunctions(sourceDir: string, outDir: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const result = await build({
    ...bundleOptions(),
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(sourceDir, name, 'index.ts')]),
    ),
    outdir: outDir,
    external: [...new Set(Object.values(externals).flat())],
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
  });
  for (const file of result.outputFiles ?? []) writeIfChanged(file.path, file.contents);
}

/**
 * Writes each function as it would be uploaded, `<fn>/{index.js,index.js.map,package.json,config.json}`, and
 * `database.json`. The same sources give the same bytes; what no longer has a source is removed.
 * @throws when a source does not bundle, a config.json is malformed, or two stores name the same collection.
 */
export async function buildFunctions(options: FunctionsOptions = {}): Promise<void> {
  const sourceDir = options.sourceDir ?? join(root, 'cloudfunctions');
  const outDir = options.outDir ?? functionsOut;
  const names = listFunctions(sourceDir);
  for (const stale of listFolders(outDir)) {
    if (!names.includes(stale)) rmSync(join(outDir, stale), { recursive: true });
  }
  const [indexes] = await Promise.all([gatherIndexes(sourceDir), bundleFunctions(sourceDir, outDir, names)]);
  for (const name of names) {
    writeIfChanged(join(outDir, name, 'package.json'), manifestOf(name));
    for (const [file, source] of Object.entries(companions[name] ?? {})) {
      writeIfChanged(join(outDir, name, file), readFileSync(join(root, 'node_modules', source)));
    }
    writeIfChanged(
      join(outDir, name, 'config.json'),
      readFunctionConfig(join(sourceDir, name, 'config.json')),
    );
  }
  writeIfChanged(join(outDir, 'database.json'), `${JSON.stringify(indexes, null, 2)}\n`);
}
