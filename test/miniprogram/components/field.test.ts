import { clearScreen, showComponent } from '../../support/components';
import type { Shown } from '../../support/components';

afterEach(clearScreen);

interface FieldData {
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
