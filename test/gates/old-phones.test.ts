/** What the compiler leaves as it is and older phones cannot read: one such line, and the whole script does not start. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../build/files';

const phone = join(__dirname, '../../miniprogram');

/** iOS reads `(?<=` and `(?<!` from 16.4 on. */
const LOOKS_BEHIND = /\(\?<[=!]/;

test('no script of the phone looks behind in a regular expression', () => {
  const scripts = listFiles(phone).filter(
    (file) => file.endsWith('.ts') && !file.includes('miniprogram_npm'),
  );
  expect(scripts.length).toBeGreaterThan(100);
  expect(scripts.filter((file) => LOOKS_BEHIND.test(readFileSync(join(phone, file), 'utf8')))).toEqual([]);
});

test.each([String.raw`/(?<!\d)0/`, String.raw`/(?<=村)\d/`])('%s would be found', (pattern) => {
  expect(LOOKS_BEHIND.test(pattern)).toBe(true);
  expect(LOOKS_BEHIND.test(String.raw`/(?<year>\d)(?!0)/`)).toBe(false);
});
