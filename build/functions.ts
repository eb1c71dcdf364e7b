import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type OutputFile } from 'esbuild';
import { bundleOptions } from './bundle-options';
import { listFolders, writeIfChanged } from './files';
import { readFunctionConfig } from './function-config';
import { gatherIndexes } from './indexes';
import { Libraries } from './libraries';
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

/** The scripts of all functions with their maps, as they would be written. */
async function bundleFunctions(
  sourceDir: string,
  outDir: string,
  names: readonly string[],
): Promise<OutputFile[]> {
  if (names.length === 0) return [];
  const libraries = new Libraries(sourceDir);
  const options = bundleOptions();
  const { outputFiles = [] } = await build({
    ...options,
    plugins: [libraries.plugin(), ...(options.plugins ?? [])],
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(sourceDir, name, 'index.ts')]),
    ),
    outdir: outDir,
    external: [...new Set(Object.values(externals).flat())],
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
  });
  return [...outputFiles, ...(await libraries.build(names, outDir))];
}

/** Folders and files of an earlier build; what another build is just writing ends in `.new`. */
function removeStale(outDir: string, written: ReadonlySet<string>): void {
  for (const folder of listFolders(outDir)) {
    const path = join(outDir, folder);
    if (!written.has(join(path, 'index.js'))) rmSync(path, { recursive: true });
    else
      for (const { name } of readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile()))
        if (!written.has(join(path, name)) && !name.endsWith('.new'))
          rmSync(join(path, name), { force: true });
  }
}

/**
 * Writes each function as it would be uploaded, `<fn>/{index.js,index.js.map,package.json,config.json}` with the files
 * of its large libraries, and `database.json`. The same sources give the same bytes; what no longer has a source is
 * removed.
 * @throws when a source does not bundle, a config.json is malformed, or two stores name the same collection.
 */
export async function buildFunctions(options: FunctionsOptions = {}): Promise<void> {
  const sourceDir = options.sourceDir ?? join(root, 'cloudfunctions');
  const outDir = options.outDir ?? functionsOut;
  const names = listFunctions(sourceDir);
  const [indexes, scripts] = await Promise.all([
    gatherIndexes(sourceDir),
    bundleFunctions(sourceDir, outDir, names),
  ]);
  const files = new Map<string, string | Uint8Array>(scripts.map(({ path, contents }) => [path, contents]));
  for (const name of names) {
    files.set(join(outDir, name, 'package.json'), manifestOf(name));
    for (const [file, source] of Object.entries(companions[name] ?? {}))
      files.set(join(outDir, name, file), readFileSync(join(root, 'node_modules', source)));
    files.set(join(outDir, name, 'config.json'), readFunctionConfig(join(sourceDir, name, 'config.json')));
  }
  files.set(join(outDir, 'database.json'), `${JSON.stringify(indexes, null, 2)}\n`);
  for (const [path, content] of files) writeIfChanged(path, content);
  removeStale(outDir, new Set(files.keys()));
}
