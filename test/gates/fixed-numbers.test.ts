/** A number that an office may set is never part of a sentence: the sentence takes it from the setting. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listFiles } from '../../build/files';

const root = resolve(__dirname, '../..');

const NUMBER = '(?:\\d+|[一二两三四五六七八九十]+)';
/** Spans, counts and shares of the kinds that stand in the table of settings, written out. */
const FIXED = new RegExp(
  [
    `${NUMBER} ?个?工作日`,
    `(?:保留|存) ?${NUMBER} ?天`,
    `(?:最多|至多)${NUMBER} ?次`,
    `百分之${NUMBER}`,
    `抽 ?${NUMBER} ?%`,
  ].join('|'),
);

/** No setting stands behind these. */
const NO_SETTING: readonly string[] = ['一天最多一次', '下一个工作日', '上一个工作日'];

/** The settings themselves: each reason is its own number's. */
const SETTINGS = /(?:rules\/settings|office\/directory\/fields)\.ts$/;

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function findIn(text: string): string[] {
  return withoutComments(text)
    .split('\n')
    .filter((line) => FIXED.test(NO_SETTING.reduce((left, each) => left.replaceAll(each, ''), line)))
    .map((line) => line.trim());
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const files = listFiles(root, (path) =>
  /(^|\/)(?:node_modules|miniprogram_npm|dist|\.git|\.cache)$/.test(path),
)
  .filter((file) => /^(?:miniprogram|cloudfunctions)\/.*\.(?:ts|wxml)$/.test(file))
  .filter((file) => !SETTINGS.test(file));

test('a planted sentence with a fixed number is found, one that takes it from a setting is not', () => {
  expect(findIn("hint: '交给承办单位，15 个工作日内答复',")).toHaveLength(1);
  expect(findIn("'请在五个工作日内写明理由'")).toHaveLength(1);
  expect(findIn("'没办好最多两次'")).toHaveLength(1);
  expect(findIn("'消息保留180天。'")).toHaveLength(1);
  expect(findIn("'抽到的百分之五'")).toHaveLength(1);
  expect(findIn('`请在${days}个工作日内写明理由`')).toEqual([]);
  expect(findIn('/** 15 个工作日. */')).toEqual([]);
});

test('no sentence of the phone or of the server has a number written out that a setting holds', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((file) => findIn(read(file)).map((line) => `${file}: ${line}`))).toEqual([]);
});
