import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { listFiles } from './files';
import { root } from './paths';

export const miniprogramRoot = join(root, 'miniprogram');

/** Where npm's part of a package is built; what DevTools itself calls it. */
export const npmFolder = 'miniprogram_npm';

interface AppJson {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  usingComponents?: Record<string, string>;
  tabBar?: { list?: { pagePath: string; iconPath?: string; selectedIconPath?: string }[] };
}

interface PartJson {
  component?: boolean;
  usingComponents?: Record<string, string>;
}

export interface Miniprogram {
  root: string;
  /** Every page, in the order of app.json, as a path from the root without extension. */
  pages: string[];
  /** Roots of the subpackages, without a slash at the end. */
  subpackages: string[];
  /** Every source file except what was built from npm, as a path from the root. */
  files: string[];
  /** Tags declared for every page and component. */
  globalComponents: Record<string, string>;
  /** Pictures that the tab bar names, as paths from the root. */
  tabPictures: string[];
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path} is not JSON`, { cause });
  }
}

/** The mini-program as app.json describes it; an empty one while there is no app.json. */
export function readMiniprogram(folder: string = miniprogramRoot): Miniprogram {
  const path = join(folder, 'app.json');
  const app = existsSync(path) ? (readJson(path) as AppJson) : {};
  const packages = app.subPackages ?? app.subpackages ?? [];
  const trimmed = packages.map(({ root: at, pages }) => ({ root: at.replace(/^\/|\/$/g, ''), pages }));
  return {
    root: folder,
    pages: [
      ...(app.pages ?? []),
      ...trimmed.flatMap(({ root: at, pages }) => pages.map((page) => `${at}/${page}`)),
    ],
    subpackages: trimmed.map((each) => each.root),
    files: listFiles(folder, (file) => file.endsWith(npmFolder) || file.endsWith('node_modules')),
    globalComponents: app.usingComponents ?? {},
    tabPictures: (app.tabBar?.list ?? []).flatMap(({ iconPath, selectedIconPath }) =>
      [iconPath, selectedIconPath].filter((path) => path !== undefined),
    ),
  };
}

/** The settings of a page or component; empty when it has no json. `part` is its path without extension. */
export function readPart(folder: string, part: string): PartJson {
  const path = join(folder, `${part}.json`);
  return existsSync(path) ? (readJson(path) as PartJson) : {};
}

/**
 * Where a `usingComponents` value points, as a path from the root without extension: `/x/y` from the root,
 * anything else from the file that names it or, when nothing lies there, from npm's folder.
 */
export function resolveComponent(folder: string, from: string, value: string): string {
  if (value.startsWith('plugin://')) return value;
  const near = value.startsWith('/') ? value.slice(1) : posix.normalize(posix.join(dirname(from), value));
  if (value.startsWith('/') || value.startsWith('.') || existsSync(join(folder, `${near}.json`))) return near;
  return `${npmFolder}/${value}`;
}

/** Every component that app, pages and components of the sources name, as `resolveComponent` gives it. */
export function listUsedComponents(app: Miniprogram): Set<string> {
  const used = new Set(
    Object.values(app.globalComponents).map((value) => resolveComponent(app.root, 'app', value)),
  );
  for (const file of app.files.filter((each) => each.endsWith('.json') && each !== 'app.json')) {
    const part = file.replace(/\.json$/, '');
    for (const value of Object.values(readPart(app.root, part).usingComponents ?? {})) {
      used.add(resolveComponent(app.root, part, value));
    }
  }
  return used;
}
