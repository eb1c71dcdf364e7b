/**
 * A list that could not be read is not said to be empty: where a page keeps the rows of a list apart from what it shows
 * (`rows`, `lines`), the sentence «there is none» asks whether there is a problem. What lies in a screen of its own
 * (`screen.…`) is there only once it was read.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../build/files';
import { root } from '../../build/paths';

const folder = join(root, 'miniprogram');

/** Conditions under which a template says that a plain list is empty, whether or not it was read. */
function findBold(template: string): string[] {
  const conditions = [...template.matchAll(/<empty-state\b[^>]*?wx:(?:if|elif)="\{\{(.*?)\}\}"/gs)].map(
    ([, condition = '']) => condition,
  );
  return conditions.filter(
    (condition) => /(?<![\w.])\w+\.length === 0/.test(condition) && !/problem/.test(condition),
  );
}

test('no page calls a list empty that it could not read', () => {
  const pages = listFiles(folder).filter((file) => file.endsWith('.wxml') && !file.includes('_npm'));
  const bold = pages.flatMap((file) =>
    findBold(readFileSync(join(folder, file), 'utf8')).map((condition) => `${file}: ${condition}`),
  );
  expect(pages.length).toBeGreaterThan(60);
  expect(bold).toEqual([]);
});

test('a planted one is found, one that asks and one of a screen are not', () => {
  expect(findBold('<empty-state wx:if="{{lines.length === 0}}" text="还没有。" />')).toEqual([
    'lines.length === 0',
  ]);
  expect(findBold('<empty-state wx:if="{{!problem && lines.length === 0}}" />')).toEqual([]);
  expect(findBold('<empty-state wx:if="{{screen.lines.length === 0}}" />')).toEqual([]);
});
