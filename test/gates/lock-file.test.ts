import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface Package {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const root = resolve(__dirname, '../..');
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>;
};
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
const paths = Object.keys(lock.packages);

test('every package of another platform is listed, or npm ci refuses the file', () => {
  const wanted = Object.values(lock.packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}));
  const listed = new Set(
    paths.map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  expect(wanted.filter((name) => !listed.has(name))).toEqual([]);
});

test('names no address of a download', () => {
  expect(Object.entries(lock.packages).filter(([, each]) => each.resolved !== undefined)).toEqual([]);
});

test('pins each package that the project names', () => {
  const named = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(named)) {
    // A package may stand under a second name, `npm:<package>@<version>`.
    const pinned = version.replace(/^npm:[^@]+@/, '');
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock.packages[`node_modules/${name}`]?.version).toBe(pinned);
  }
});
