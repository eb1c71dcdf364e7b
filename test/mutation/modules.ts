/**
 * The project's modules for one mutant: compiled once, evaluated anew, so that a table that is made when its module loads
 * is made under the mutant too. Packages and Node's own modules are loaded once for all.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';
import { transformSync } from '@swc/core';

interface Module {
  exports: unknown;
}

/** What a test may ask of `jest`; a file that asks for more is not run here. */
export interface Jest {
  mock(name: string, make: () => unknown): void;
  requireActual(name: string): unknown;
  requireMock(name: string): unknown;
  setTimeout(): void;
}

type Run = (
  module: Module,
  exports: unknown,
  require: (name: string) => unknown,
  file: string,
  folder: string,
  jest: Jest,
) => void;

const compiled = new Map<string, Run>();

function compile(file: string): Run {
  const known = compiled.get(file);
  if (known) return known;
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: {
      parser: { syntax: 'typescript' },
      target: 'es2022',
      // Calls of jest.mock come first, as under Jest.
      transform: { hidden: { jest: true } } as object,
    },
    module: { type: 'commonjs' },
    sourceMaps: false,
  });
  const wrapped = `(function (module, exports, require, __filename, __dirname, jest) {${code}\n})`;
  const run = new Script(wrapped, { filename: file }).runInThisContext() as Run;
  compiled.set(file, run);
  return run;
}

const resolved = new Map<string, string>();

/** A file of the project; a package's name or folder as it is. */
function resolve(from: string, name: string): string {
  if (!name.startsWith('.') && !isAbsolute(name)) return name;
  const path = isAbsolute(name) ? name : join(dirname(from), name);
  const known = resolved.get(path);
  if (known !== undefined) return known;
  const file = [path, `${path}.ts`, join(path, 'index.ts')].find(
    (each) => /\.\w+$/.test(each) && existsSync(each),
  );
  resolved.set(path, file ?? path);
  return file ?? path;
}

export class Modules {
  /** `instead`: files in place of packages. */
  constructor(private readonly instead: Readonly<Record<string, string>>) {}

  private readonly loaded = new Map<string, Module>();
  private readonly mocked = new Map<string, () => unknown>();

  load(file: string): unknown {
    const known = this.loaded.get(file);
    if (known) return known.exports;
    const module: Module = { exports: {} };
    this.loaded.set(file, module);
    if (file.endsWith('.json')) module.exports = JSON.parse(readFileSync(file, 'utf8'));
    else
      compile(file)(
        module,
        module.exports,
        (name) => this.require(file, name),
        file,
        dirname(file),
        this.jestOf(file),
      );
    return module.exports;
  }

  private require(from: string, name: string): unknown {
    const file = this.instead[name] ?? resolve(from, name);
    const mock = this.mocked.get(file);
    if (mock) {
      const known = this.loaded.get(`mock ${file}`) ?? { exports: mock() };
      this.loaded.set(`mock ${file}`, known);
      return known.exports;
    }
    return this.actual(from, file);
  }

  private actual(from: string, file: string): unknown {
    return isAbsolute(file) && /\.(ts|json)$/.test(file) ? this.load(file) : createRequire(from)(file);
  }

  private jestOf(from: string): Jest {
    return {
      mock: (name, make) => void this.mocked.set(resolve(from, name), make),
      requireActual: (name) => this.actual(from, resolve(from, name)),
      requireMock: (name) => this.require(from, name),
      setTimeout: () => undefined,
    };
  }
}
