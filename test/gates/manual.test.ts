/** The manual (docs/manual) names pages and buttons as 「…」: each stands in the phone's sources as it is quoted. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listFiles } from '../../build/files';

const root = resolve(__dirname, '../..');
const manual = join(root, 'docs/manual');
const phone = join(root, 'miniprogram');

interface Quote {
  file: string;
  line: number;
  words: string;
}

/** Without comments: what only a comment says, nobody sees on a screen. */
function withoutComments(text: string): string {
  return text
    .replace(/<!--[^]*?-->/g, '')
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/\*|\*)/.test(line))
    .join('\n');
}

/** The manual itself, as the phone shows it, proves nothing. */
const sources = listFiles(phone, (path) => path === 'miniprogram_npm')
  .filter((file) => /\.(?:wxml|ts|json)$/.test(file) && !file.endsWith('manual/books.ts'))
  .map((file) => withoutComments(readFileSync(join(phone, file), 'utf8')))
  .join('\n');

const pages = listFiles(manual).filter((file) => file.endsWith('.md'));

function quotesOf(file: string, text: string): Quote[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      [...line.matchAll(/「([^」]+)」/g)].map(([, words = '']) => ({ file, line: at + 1, words })),
    );
}

/**
 * Whole words, not part of a longer one: «报告» is not named by «工作报告». A sentence of the product that quotes a
 * button is no proof of that button.
 */
function isNamed(words: string): boolean {
  const plain = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{Script=Han}「])${plain}(?!\\p{Script=Han})`, 'u').test(sources);
}

const missing = (quotes: readonly Quote[]): Quote[] => quotes.filter(({ words }) => !isNamed(words));

test('every page of the manual names pages and buttons', () => {
  const named = pages.map((file) => quotesOf(file, readFileSync(join(manual, file), 'utf8')).length);
  expect(pages.length).toBeGreaterThan(5);
  expect(Math.min(...named)).toBeGreaterThan(0);
});

test('every page and button that the manual names is on the phone', () => {
  const quotes = pages.flatMap((file) => quotesOf(file, readFileSync(join(manual, file), 'utf8')));
  expect(missing(quotes)).toEqual([]);
});

test('a button that is no more is told with its page and line', () => {
  const text = '先点「我要反映」。\n再点「没有这个按钮」和「要反」。';
  expect(missing(quotesOf('voter.md', text))).toEqual([
    { file: 'voter.md', line: 2, words: '没有这个按钮' },
    { file: 'voter.md', line: 2, words: '要反' },
  ]);
});

test('the table of contents leads to every page', () => {
  const contents = readFileSync(join(manual, 'README.md'), 'utf8');
  const unlinked = pages.filter((file) => file !== 'README.md' && !contents.includes(`](${file})`));
  expect(unlinked).toEqual([]);
});

test('the phone shows the manual as it is written', () => {
  const args = ['--import', 'tsx', 'build/manual.ts', '--check'];
  expect(() => execFileSync(process.execPath, args, { cwd: root, stdio: 'pipe' })).not.toThrow();
});

test('every picture that it shows is there, and none lies there unseen', () => {
  const shown = pages.flatMap((file) =>
    [...readFileSync(join(manual, file), 'utf8').matchAll(/\]\((pictures\/[^)]+)\)/g)].map(
      ([, path]) => path,
    ),
  );
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter((path) => !existsSync(join(manual, path ?? '')))).toEqual([]);
  const kept = listFiles(manual).filter((file) => file.endsWith('.png'));
  expect(kept.filter((file) => !shown.includes(file))).toEqual([]);
});
