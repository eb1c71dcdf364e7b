/** README and docs/: source files, folders and actions that a page names in backticks are there. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths';
import { ACCESS } from '../../cloudfunctions/shared/access';

const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
const pages = files.filter((file) => /^(?:README(?:\.zh-CN)?|CONTRIBUTING|docs\/.*)\.md$/.test(file));
const paths = files.map((file) => `/${file}`);
/** What is built, found on a machine, or comes with the first change of a stored form. */
const MADE = /^(?:dist|\.\w+|test-results|miniprogram\/miniprogram_npm|build\/migrations)\//;
const actions = Object.entries(ACCESS).flatMap(([fn, table]) =>
  Object.keys(table).map((action) => `${fn}.${action}`),
);

/** `shared/act.ts`, `notify/tell/`: from any folder on. */
function isThere(name: string): boolean {
  const end = name.endsWith('/');
  return paths.some((path) => (end ? path.includes(`/${name}`) : path.endsWith(`/${name}`)));
}

function missingFiles(text: string): string[] {
  const quoted = text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:ts|mjs|wxss|md)))`/g);
  return [...quoted].map(([, name = '']) => name).filter((name) => !MADE.test(name) && !isThere(name));
}

/** `request.submit`: of a function of ours. */
function missingActions(text: string): string[] {
  const named = [...text.matchAll(/`(\w+\.\w+)`/g)].map(([, name = '']) => name);
  const ours = named.filter((name) => Object.hasOwn(ACCESS, name.split('.')[0] ?? ''));
  return ours.filter((name) => !/\.(?:ts|json)$/.test(name) && !actions.includes(name));
}

test.each(pages)('%s names what is there', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  expect([...missingFiles(text), ...missingActions(text)]).toEqual([]);
});

test('a file, a folder or an action that is no more is told', () => {
  expect(pages.length).toBeGreaterThan(40);
  const names = '`shared/act.ts`, `shared/gone.ts`, `notify/tell/`, `notify/gone/`, `dist/deploy/`';
  expect(missingFiles(names)).toEqual(['shared/gone.ts', 'notify/gone/']);
  expect(missingActions('`request.submit`, `request.gone`, `options.gone`')).toEqual(['request.gone']);
});
