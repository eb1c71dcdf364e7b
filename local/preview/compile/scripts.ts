import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Message, Plugin } from 'esbuild';
import type { Problem } from '../types';
import type { Project } from './project';
import type { Sources } from './sources';

export interface Scripts {
  readonly code: string;
  readonly map: string;
  readonly problems: Problem[];
}

const ENTRY = 'preview:app';

/** Bundles app.ts and the scripts of all pages and components into one classic script with a source map. */
export async function compileScripts(sources: Sources, project: Project): Promise<Scripts> {
  const problems: Problem[] = [];
  const paths = new Map<string, string>();
  for (const id of Object.keys(project.configs)) {
    const file = sources.script(id);
    if (file) paths.set(file, id);
    else problems.push({ file: sources.display(`${id}.ts`), line: 0, column: 0, text: 'script is missing' });
  }
  const app = sources.script('app');
  const entry = [...(app ? [app] : []), ...paths.keys()].map((file) => `import ${JSON.stringify(file)};`);
  try {
    const result = await build({
      stdin: { contents: entry.join('\n'), sourcefile: ENTRY, resolveDir: sources.repositoryRoot },
      bundle: true,
      write: false,
      outfile: 'app.js',
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
      sourcemap: 'external',
      sourceRoot: '/',
      logLevel: 'silent',
      absWorkingDir: sources.repositoryRoot,
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
      plugins: [miniprogramModules(sources, paths)],
    });
    const text = (suffix: string): string =>
      result.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
    return { code: text('.js'), map: text('.map'), problems };
  } catch (error) {
    const { errors } = error as { errors?: Message[] };
    if (!errors) throw error;
    return { code: '', map: '', problems: [...problems, ...errors.map(toProblem)] };
  }
}

function toProblem(message: Message): Problem {
  const { file = '', line = 0, column = 0 } = message.location ?? {};
  return { file, line, column: column + 1, text: message.text };
}

/**
 * Resolves modules as the mini-program tools do, and puts before each component's script, on its first line, a call
 * that tells the runtime which path the next `Component()` or `Page()` belongs to.
 */
function miniprogramModules(sources: Sources, paths: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'miniprogram-modules',
    setup(plugin) {
      plugin.onResolve({ filter: /^[^.]/ }, (args) => {
        if (args.kind === 'entry-point' || existsSync(args.path)) return null;
        if (args.path.startsWith('/')) {
          return plugin.resolve(join(sources.miniprogramRoot, args.path), {
            kind: args.kind,
            importer: args.importer,
            resolveDir: args.resolveDir || dirname(args.importer),
          });
        }
        const file = sources.resolveModule(args.path, args.importer || sources.repositoryRoot);
        return file === null ? null : { path: file };
      });
      plugin.onLoad({ filter: /\.(ts|js)$/ }, (args) => {
        const id = paths.get(args.path);
        if (id === undefined) return null;
        const contents = `__component(${JSON.stringify(id)});${readFileSync(args.path, 'utf8')}`;
        return { contents, loader: args.path.endsWith('.ts') ? 'ts' : 'js' };
      });
    },
  };
}
