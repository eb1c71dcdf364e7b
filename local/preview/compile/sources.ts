import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const NPM_FOLDER = 'miniprogram_npm';

/**
 * Where a mini-program's files lie. An *id* is a path from the mini-program's root without extension, as in
 * app.json; ids under `miniprogram_npm/` fall back, file by file, to the package in node_modules while that
 * folder has not been built.
 */
export class Sources {
  private readonly packageFolders = new Map<string, string | null>();

  constructor(
    readonly repositoryRoot: string,
    readonly miniprogramRoot: string,
  ) {}

  /** Absolute file of a root-relative path with extension, or null. */
  find(path: string): string | null {
    const own = join(this.miniprogramRoot, path);
    if (isFile(own)) return own;
    if (!path.startsWith(`${NPM_FOLDER}/`)) return null;
    const [, name, rest] = splitPackage(path.slice(NPM_FOLDER.length + 1));
    const folder = this.packageFolder(name);
    if (folder === null) return null;
    const file = join(folder, rest);
    return isFile(file) ? file : null;
  }

  read(path: string): string | null {
    const file = this.find(path);
    return file === null ? null : readFileSync(file, 'utf8');
  }

  /** For messages: the path from the repository's root. */
  display(path: string): string {
    return relative(this.repositoryRoot, this.find(path) ?? join(this.miniprogramRoot, path));
  }

  script(id: string): string | null {
    return this.find(`${id}.ts`) ?? this.find(`${id}.js`);
  }

  /** Id of the component that `specifier` names in the JSON of `fromId`, or null when there is none. */
  resolveComponent(specifier: string, fromId: string): string | null {
    for (const candidate of componentCandidates(specifier, fromId)) {
      if (this.find(`${candidate}.json`)) return candidate;
      if (this.find(`${candidate}/index.json`)) return `${candidate}/index`;
    }
    return null;
  }

  /** Absolute file of a module that a script imports by a bare name, or null when it is no mini-program package. */
  resolveModule(specifier: string, importer: string): string | null {
    // The topmost folder is its own parent: `/`, `C:\`.
    for (let folder = dirname(importer); folder !== dirname(folder); folder = dirname(folder)) {
      const found = moduleFile(join(folder, NPM_FOLDER, specifier));
      if (found) return found;
      if (folder === this.repositoryRoot) break;
    }
    const [, name, rest] = splitPackage(specifier);
    const own = moduleFile(join(this.miniprogramRoot, NPM_FOLDER, specifier));
    if (own) return own;
    const folder = this.packageFolder(name);
    return folder === null ? null : moduleFile(join(folder, rest));
  }

  /** The folder that a package declares for mini-programs ("miniprogram" in its package.json), or null. */
  private packageFolder(name: string): string | null {
    const known = this.packageFolders.get(name);
    if (known !== undefined) return known;
    const root = join(this.repositoryRoot, 'node_modules', name);
    let folder: string | null = null;
    if (existsSync(join(root, 'package.json'))) {
      const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
        miniprogram?: string;
      };
      if (manifest.miniprogram) folder = join(root, manifest.miniprogram);
      else if (existsSync(join(root, 'miniprogram_dist'))) folder = join(root, 'miniprogram_dist');
    }
    this.packageFolders.set(name, folder);
    return folder;
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function moduleFile(base: string): string | null {
  return [base, `${base}.js`, join(base, 'index.js')].find(isFile) ?? null;
}

/** 'tdesign-miniprogram/button/button' → [whole, package, rest]. */
function splitPackage(specifier: string): [string, string, string] {
  const parts = specifier.split('/');
  const length = specifier.startsWith('@') ? 2 : 1;
  return [specifier, parts.slice(0, length).join('/'), parts.slice(length).join('/')];
}

function componentCandidates(specifier: string, fromId: string): string[] {
  if (specifier.startsWith('/')) return [specifier.slice(1)];
  const folder = posix.dirname(fromId);
  const local = posix.join(folder, specifier);
  if (specifier.startsWith('.')) return [local];
  const candidates = [local];
  for (let at = folder; at !== '.' && at !== '/'; at = posix.dirname(at)) {
    candidates.push(posix.join(at, NPM_FOLDER, specifier));
  }
  candidates.push(posix.join(NPM_FOLDER, specifier));
  return candidates;
}
