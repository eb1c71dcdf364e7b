/** docs/security.md: each promise names a rule and a test that are there, in files that are there. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths';

const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');

const isThere = (name: string) => files.some((file) => file === name || file.endsWith(`/${name}`));

/** Rows of the tables of promises: what, by which rule, by which test. */
const promises = text
  .split('\n')
  .map((line) => line.split('|').slice(1, -1))
  .filter(
    (cells) =>
      cells.length === 3 && !/^ (?:promise|-+) ?$/.test(cells[0] ?? '') && !/^-+$/.test(cells[0] ?? ''),
  );

test('every file that it names is there', () => {
  const named = [...text.matchAll(/`([\w./-]+\.(?:ts|md))`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

test('no promise is without a rule and a test', () => {
  expect(promises.length).toBeGreaterThan(50);
  const bare = promises.filter(([, rule = '', by = '']) => rule.trim().length < 5 || by.trim().length < 5);
  expect(bare).toEqual([]);
});
