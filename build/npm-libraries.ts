import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { npmFolder, type Miniprogram } from './miniprogram';
import { root } from './paths';

/** A library, and the package that carries it: the root of a subpackage, or '' for the main one. */
interface Library {
  name: string;
  home: string;
}

/** Everything that is not a file of the sources stays outside; its name is noted, and who asked for it. */
function noteBare(note: (name: string, importer: string) => void): Plugin {
  return {
    name: 'note-bare-imports',
    setup(setup) {
      setup.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
        if (kind === 'entry-point') return undefined;
        note(path, importer);
        return { path, external: true };
      });
    },
  };
}

/**
 * What the phone's scripts import from npm (`qrcode-generator`); types do not count. A script
 * finds a library in its own subpackage first, then in the main package: what only subpackages use lies in each of
 * them, so that the first opening does not wait for it.
 */
export async function listLibraries(app: Miniprogram): Promise<Library[]> {
  const found = new Map<string, Set<string>>();
  const note = (name: string, importer: string): void => {
    const home = app.subpackages.find((each) => importer.startsWith(join(app.root, each, '/'))) ?? '';
    found.set(name, (found.get(name) ?? new Set()).add(home));
  };
  const scripts = app.files.filter((file) => /\.[jt]s$/.test(file) && !file.endsWith('.d.ts'));
  if (scripts.length === 0) return [];
  await build({
    entryPoints: scripts.map((file) => join(app.root, file)),
    outdir: join(app.root, '.unused'),
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [noteBare(note)],
  });
  const machine = [...found.keys()].filter((name) => isBuiltin(name));
  if (machine.length > 0) throw new Error(`the phone has no ${machine.join(', ')}`);
  return [...found].flatMap(([name, homes]) =>
    homes.has('') ? [{ name, home: '' }] : [...homes].map((home) => ({ name, home })),
  );
}

/**
 * Bundles each library into one CommonJS file, its own path below its package's npm folder.
 * @param folder the mini-program
 */
export async function bundleLibraries(
  libraries: readonly Library[],
  folder: string,
): Promise<Map<string, Uint8Array>> {
  if (libraries.length === 0) return new Map();
  const result = await build({
    entryPoints: libraries.map(({ name, home }) => ({
      in: name,
      out: join(
        home,
        npmFolder,
        /^(@[^/]+\/)?[^/]+$/.test(name) ? `${name}/index` : name.replace(/\.js$/, ''),
      ),
    })),
    absWorkingDir: root,
    outdir: folder,
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
