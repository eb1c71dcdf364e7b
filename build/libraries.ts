/**
 * Large libraries become files of their own beside a function's index.js, with what that function imports of them: an
 * instance reads one when an act first needs it, and starts without (docs/decisions/051).
 */
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type OutputFile, type Plugin } from 'esbuild';
import { bundleOptions } from './bundle-options';
import { root } from './paths';

/** The file of each; one that another uses stands after it. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['docx', 'docx.js'],
  ['write-excel-file/universal', 'write-excel-file.js'],
  ['fflate', 'fflate.js'],
]);

/** What a source imports of a library, `default` too; types are in no bundle. */
function namesOf(source: string, library: string): string[] {
  const imports = new RegExp(`^import (?:(\\w+),? )?(?:\\{([^}]*)\\} )?from ['"]${library}['"]`, 'gm');
  const found = [...source.matchAll(imports)].flatMap(([, whole, names = '']) => [
    ...(whole === undefined ? [] : ['default']),
    ...names.split(',').map((name) => name.trim()),
  ]);
  return found.filter((name) => /^\w+$/.test(name));
}

export class Libraries {
  /** `<fn> <library>` → names. */
  readonly #used = new Map<string, Set<string>>();

  constructor(private readonly sourceDir: string) {}

  /** Leaves the libraries out of a bundle and notes what is used of them. Of sources the folder says whose they are. */
  plugin(built?: { fn: string; library: string }): Plugin {
    const others = [...FILES.keys()].filter((library) => library !== built?.library);
    return {
      name: 'libraries',
      setup: (esbuild) => {
        esbuild.onResolve({ filter: new RegExp(`^(${others.join('|')})$`) }, ({ path, importer }) => {
          const [folder = ''] = relative(this.sourceDir, importer).split(sep);
          const key = `${built?.fn ?? folder} ${path}`;
          const names = namesOf(readFileSync(importer, 'utf8'), path);
          this.#used.set(key, new Set([...(this.#used.get(key) ?? []), ...names]));
          return { path: `./${FILES.get(path) ?? ''}`, external: true };
        });
      },
    };
  }

  /** The files of what was left out until now. */
  async build(functions: readonly string[], outDir: string): Promise<OutputFile[]> {
    const files: OutputFile[] = [];
    for (const [library, file] of FILES)
      for (const fn of functions) {
        const names = this.#used.get(`${fn} ${library}`);
        if (!names) continue;
        const options = bundleOptions();
        const { outputFiles } = await build({
          ...options,
          plugins: [this.plugin({ fn, library }), ...(options.plugins ?? [])],
          stdin: {
            contents: `export { ${[...names].sort().join(', ')} } from '${library}';`,
            resolveDir: root,
          },
          outfile: join(outDir, fn, file),
          minify: true,
        });
        files.push(...(outputFiles ?? []));
      }
    return files;
  }
}
