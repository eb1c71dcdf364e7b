import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { listFiles } from '../../build/files';

const root = resolve(__dirname, '../..');
const made = readFileSync(join(root, '.gitignore'), 'utf8')
  .split('\n')
  .filter((line) => line.endsWith('/'));
const skipped = new Set(['.git', ...made.map((line) => line.slice(0, -1))]);
const self = 'test/gates/words.test.ts';

const files = listFiles(root, (path) => skipped.has(path) || skipped.has(basename(path))).filter(
  (file) => file !== self,
);
const texts = files.filter((file) =>
  /\.(ts|mjs|cjs|js|json|wxml|wxss|wxs|md|html|css|ya?ml)$|(^|\/)run$/.test(file),
);

interface Found {
  file: string;
  line: number;
  text: string;
}

function find(pattern: RegExp, where: (file: string) => boolean = () => true): Found[] {
  return texts.filter(where).flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    return lines.flatMap((text, at) =>
      pattern.test(text) ? [{ file, line: at + 1, text: text.trim().slice(0, 120) }] : [],
    );
  });
}

function lineOf(file: string, line: number): string {
  return readFileSync(join(root, file), 'utf8').split('\n')[line - 1] ?? '';
}

const code = (file: string): boolean => /\.(ts|mjs|cjs|js|wxml|wxss|wxs)$/.test(file);

test('reads the sources, so that what follows is not empty', () => {
  expect(texts.length).toBeGreaterThan(50);
  expect(texts).toContain('package-lock.json');
});

test('no path of the machine it was written on', () => {
  expect(find(/(?<![\w.)}\]*-])\/(?:work|root|Users|home\/[a-z]+\/[a-z])\b\//)).toEqual([]);
  expect(find(/\b[A-Z]:\\{1,2}Users\\/)).toEqual([]);
});

test('no host from which packages come; each machine has its own', () => {
  expect(
    find(/registry\.npm|npmjs\.(?:org|com)|npmmirror|unpkg\.com|jsdelivr|yarnpkg|verdaccio|artifactory/i),
  ).toEqual([]);
});

test('nothing put off in a comment', () => {
  expect(find(/\b(?:TODO|FIXME|XXX|HACK)\b/, (file) => file !== 'package-lock.json')).toEqual([]);
});

test('no check switched off without a reason beside it', () => {
  const bare = find(/(?:eslint|stylelint)-disable(?!.* -- \S)/, code);
  expect(bare.filter(({ file, line }) => !/^\s*(\/\/|\/?\*)/.test(lineOf(file, line - 1)))).toEqual([]);
  expect(find(/@ts-(?:ignore|nocheck)|@ts-expect-error\s*(?:\*\/)?$|prettier-ignore/, code)).toEqual([]);
});

test('no key, no real app id', () => {
  expect(find(/-----BEGIN [A-Z ]*PRIVATE KEY|\bAKID[0-9A-Za-z]{20}|\bwx(?!0{16})[0-9a-f]{16}\b/)).toEqual([]);
});

test('no test that was left out or runs alone', () => {
  expect(
    find(/\b(?:test|it|describe)\.(?:only|skip|todo)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/, (file) =>
      file.startsWith('test/'),
    ),
  ).toEqual([]);
});

function linesOf(file: string): number {
  return readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
}

/** ESLint counts the scripts; these are the others. */
const limits: [string, RegExp, number][] = [
  ['templates and sheets', /\.wx(ml|ss|s)$/, 250],
  ['decisions, which are one page', /^docs\/decisions\/.*\.md$/, 80],
];

test.each(limits)('%s keep their length', (_, pattern, limit) => {
  const long = texts.filter((file) => pattern.test(file)).map((file) => ({ file, lines: linesOf(file) }));
  expect(long.filter(({ lines }) => lines > limit)).toEqual([]);
});

test('files and folders of the sources have kebab-case names', () => {
  const rooms = files.filter((file) => /^(miniprogram|cloudfunctions|local|build|test|typings)\//.test(file));
  const odd = rooms.filter(
    (file) => !/^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\/?)+(\.[a-z0-9]+)*$/.test(file),
  );
  expect(odd).toEqual([]);
});
