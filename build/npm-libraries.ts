import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Miniprogram } from './miniprogram';
import { root } from './paths';

/** Everything that is not a file of the sources stays outside, and its name is noted. */
function noteBare(found: Set<string>): Plugin {
  return {
    name: 'note-bare-imports',
    setup(setup) {
      setup.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        found.add(path);
        return { path, external: true };
      });
    },
  };
}

/** What the phone's scripts import from npm (`qrcode-generator`, `dayjs/plugin/utc`); types do not count. */
export async function listLibraries(app: Miniprogram): Promise<string[]> {
  const found = new Set<string>();
  const scripts = app.files.filter((file) => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'));
  if (scripts.length === 0) return [];
  await build({
    entryPoints: scripts.map((file) => join(app.root, file)),
    outdir: join(app.root, '.unused'),
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [noteBare(found)],
  });
  const machine = [...found].filter((name) => isBuiltin(name));
  if (machine.length > 0) throw new Error(`the phone has no ${machine.join(', ')}`);
  return [...found].sort();
}

/**
 * Bundles each library into one CommonJS file, its own path below npm's folder.
 * @param outDir npm's folder
 */
export async function bundleLibraries(
  names: readonly string[],
  outDir: string,
): Promise<Map<string, Uint8Array>> {
  if (names.length === 0) return new Map();
  const result = await build({
    entryPoints: names.map((name) => ({
      in: name,
      out: /^(@[^/]+\/)?[^/]+$/.test(name) ? `${name}/index` : name.replace(/\.js$/, ''),
    })),
    absWorkingDir: root,
    outdir: outDir,
    bundle: true,
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2018',
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  return new Map(result.outputFiles.map((file) => [file.path, file.contents]));
}
