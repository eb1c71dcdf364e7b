import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { npmFolder } from './miniprogram';
import { root } from './paths';

const source = join(root, 'node_modules', 'tdesign-miniprogram', 'miniprogram_dist');
/** Our drawing of the icons that the library's own parts show; its own sheet holds 2,000 and weighs 112 KB. */
const iconStub = join(root, 'build', 't-icon');

/** TypeScript's helpers, as far as the library's scripts import them. */
const helpers = { path: `${npmFolder}/tslib/index.js`, ours: join(root, 'build', 't-helpers', 'tslib.js') };

/** Where no button to close by is asked for, the library's popup still lays an empty one over its corner. */
const corner = {
  path: 'popup/popup.wxml',
  stands: '__close" bind:tap="handleClose"',
  instead: '__close" wx:if="{{closeBtn}}" bind:tap="handleClose"',
};

const dependencies: Readonly<Record<string, readonly RegExp[]>> = {
  js: [/\b(?:from|import)\s*["']([@.\w][\w@./-]*)["']/g, /\brequire\(["']([^"']+)["']\)/g],
  wxs: [/\brequire\(["']([^"']+)["']\)/g],
  wxml: [/<(?:import|include|wxs)\b[^>]*?\bsrc=["']([^"']+)["']/g],
  wxss: [/@import\s+["']([^"']+)["']/g],
};

/** Files of the component library that are used, by path inside it. */
export type Files = Map<string, string>;

interface Walk {
  files: Files;
  queue: string[];
}

function findFile(path: string, extension: string): string | undefined {
  const tries = [path, `${path}.${extension}`, `${path}/index.${extension}`];
  return tries.find((each) => /\.\w+$/.test(each) && existsSync(join(source, each)));
}

function followFile(walk: Walk, path: string): void {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (path === helpers.path) {
    walk.files.set(path, readFileSync(helpers.ours, 'utf8'));
    return;
  }
  const text = readFileSync(join(source, path), 'utf8');
  for (const pattern of dependencies[extension] ?? []) {
    for (const [, wanted = ''] of text.matchAll(pattern)) {
      // A bare name in a script is a library that the component library brings along.
      const isLibrary = extension === 'js' && !wanted.startsWith('.');
      const near = posix.normalize(posix.join(posix.dirname(path), wanted));
      const found = findFile(isLibrary ? `${npmFolder}/${wanted}` : near, extension);
      if (found === undefined)
        throw new Error(`tdesign-miniprogram/${path} refers to ${wanted}, which is not there`);
      walk.queue.push(found);
    }
  }
  walk.files.set(path, path === corner.path ? withoutCorner(text) : text);
}

/** Another TDesign may draw it otherwise: found when it is built. */
function withoutCorner(text: string): string {
  if (!text.includes(corner.stands)) throw new Error(`tdesign-miniprogram/${corner.path} has another corner`);
  return text.replace(corner.stands, corner.instead);
}

function followComponent(walk: Walk, component: string): void {
  if (component === 'icon/icon') {
    for (const extension of ['js', 'json', 'wxml', 'wxss']) {
      walk.files.set(`icon/icon.${extension}`, readFileSync(join(iconStub, `icon.${extension}`), 'utf8'));
    }
    return;
  }
  const settings = join(source, `${component}.json`);
  if (!existsSync(settings)) throw new Error(`tdesign-miniprogram has no component ${component}`);
  const { usingComponents = {} } = JSON.parse(readFileSync(settings, 'utf8')) as {
    usingComponents?: Record<string, string>;
  };
  for (const extension of ['js', 'json', 'wxml', 'wxss']) {
    const path = `${component}.${extension}`;
    if (existsSync(join(source, path))) walk.queue.push(path);
  }
  for (const value of Object.values(usingComponents)) {
    walk.queue.push(`component:${posix.normalize(posix.join(posix.dirname(component), value))}`);
  }
}

/** A newer TDesign may import a helper more: found when it is built, not on a phone. */
function checkHelpers(files: Files): void {
  const ours = files.get(helpers.path);
  if (ours === undefined) return;
  for (const [path, text] of files) {
    for (const [, names = ''] of text.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']tslib["']/g)) {
      const missing = names.split(',').find((name) => !ours.includes(`exports.${name.trim()} =`));
      if (missing !== undefined) throw new Error(`tdesign-miniprogram/${path} imports ${missing} of tslib`);
    }
  }
}

/**
 * The given components of tdesign-miniprogram (`button/button`), the components they use in turn, and every
 * script, template and sheet these refer to; nothing else of the library.
 */
export function gatherTDesign(components: Iterable<string>): Files {
  const walk: Walk = { files: new Map(), queue: [...components].map((each) => `component:${each}`) };
  const seen = new Set<string>();
  for (let next = walk.queue.pop(); next !== undefined; next = walk.queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.startsWith('component:')) followComponent(walk, next.slice('component:'.length));
    else followFile(walk, next);
  }
  checkHelpers(walk.files);
  return walk.files;
}
