/** docs/security.md: each promise names a rule and a test; that their files are there holds doc-names.test.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../build/paths';

const text = readFileSync(join(root, 'docs/security.md'), 'utf8');
/** Rows of the tables of promises: what, by which rule, by which test. */
const promises = text
  .split('\n')
  .map((line) => line.split('|').slice(1, -1))
  .filter(
    (cells) =>
      cells.length === 3 && !/^ (?:promise|-+) ?$/.test(cells[0] ?? '') && !/^-+$/.test(cells[0] ?? ''),
  );

test('no promise is without a rule and a test', () => {
  expect(promises.length).toBeGreaterThan(50);
  const bare = promises.filter(([, rule = '', by = '']) => rule.trim().length < 5 || by.trim().length < 5);
  expect(bare).toEqual([]);
});
