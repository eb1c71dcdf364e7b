/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clearScreen, showComponent } from '../../support/components';
import type { Shown } from '../../support/components';

afterEach(clearScreen);

interface FieldData {
  counted: string;
  over: string;
  shown: string;
  _typed: string;
}

function dataOf(field: Shown): FieldData {
  return field.data as unknown as FieldData;
}

function type(field: Shown, value: string): void {
  const { input } = field.instance as unknown as { input(event: { detail: { value: string } }): void };
  input.call(field.instance, { detail: { value } });
}

test('what is typed is told and not written back: a slow phone would swallow characters', () => {
  const field = showComponent('components/field/field', { label: '怎么称呼您' });
  type(field, '李婶');
  field.setData({ value: '李婶' });
  expect(dataOf(field).shown).toBe('');
});

test('what the page sets by itself is shown', () => {
  const field = showComponent('components/field/field', { value: '李婶' });
  expect(dataOf(field).shown).toBe('李婶');
  field.setData({ value: '张大爷' });
  expect(dataOf(field).shown).toBe('张大爷');
});

test('emptied by the page after typing, it is empty', () => {
  const field = showComponent('components/field/field', {});
  type(field, '路灯坏了');
  field.setData({ value: '路灯坏了' });
  field.setData({ value: '' });
  expect(dataOf(field)).toMatchObject({ shown: '', _typed: '' });
});

test.each([
  [0, '', ''],
  [1, '写了 1 字，最多 2000 字', ''],
  [1_880, '还能写 120 字', ''],
  [2_000, '还能写 0 字', ''],
  [2_003, '', '多了 3 个字，请删短一点'],
])(
  '%i of 2,000 signs: what is left is said when it is near, what is too much is not cut',
  (signs, counted, over) => {
    const field = showComponent('components/field/field', { lines: true, maxlength: 2_000 });
    // Rare characters of two code units count once.
    type(field, '𠮷'.repeat(signs));
    expect(dataOf(field)).toMatchObject({ counted, over });
  },
);

test('one line says it only when it is near', () => {
  const field = showComponent('components/field/field', { maxlength: 20 });
  type(field, '王'.repeat(16));
  expect(dataOf(field).counted).toBe('');
  type(field, '王'.repeat(17));
  expect(dataOf(field).counted).toBe('还能写 3 字');
});

test('every place for several lines is this one, with its counter', () => {
  const room = resolve(__dirname, '../../../miniprogram');
  const pages = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.wxml') && !file.includes('miniprogram_npm'),
  );
  const own = pages.filter((file) => readFileSync(join(room, file), 'utf8').includes('<textarea'));
  expect(own).toEqual([join('components', 'field', 'field.wxml')]);
});
