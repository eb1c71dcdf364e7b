/** @jest-environment jsdom */
import type { FormField } from '../../../miniprogram/view/form-field';
import { clearScreen, readScreen, showComponent } from '../../support/components';
import type { Shown } from '../../support/components';

afterEach(clearScreen);

const field = (more: Partial<FormField>): FormField => ({
  name: 'group',
  label: '代表小组',
  kind: 'choice',
  value: 'g2',
  hint: '',
  placeholder: '',
  maxlength: 30,
  choices: ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'].map((id) => ({ id, text: `第${id}组` })),
  ...more,
});
const press = (form: Shown, method: string, dataset: object, detail: object = {}) => {
  const methods = form.instance as unknown as Record<string, (event: object) => void>;
  methods[method]?.call(form.instance, { currentTarget: { dataset }, detail });
};

test('a long choice is folded to what is chosen, and folds again when it was answered', () => {
  const form = showComponent('office/row-form/row-form', { fields: [field({})] });
  expect(readScreen(form)).toContain('第g2组');
  expect(readScreen(form)).not.toContain('第g5组');
  press(form, 'unfold', { name: 'group' });
  expect(readScreen(form)).toContain('第g5组');
  press(form, 'choose', { name: 'group' }, { id: 'g5' });
  expect(readScreen(form)).not.toContain('第g6组');
});

test('opening one folds the other; several of several stay open while they are chosen', () => {
  const many = field({ name: 'villages', kind: 'many', value: '', label: '有哪些村' });
  const form = showComponent('office/row-form/row-form', { fields: [field({}), many] });
  expect(readScreen(form)).toContain('还没有选');
  press(form, 'unfold', { name: 'group' });
  press(form, 'unfold', { name: 'villages' });
  press(form, 'toggle', { name: 'villages', id: 'g1' });
  expect(form.querySelectorAll('.one')).toHaveLength(6);
});

test('a short choice stands open', () => {
  const form = showComponent('office/row-form/row-form', {
    fields: [field({ choices: field({}).choices.slice(0, 3) })],
  });
  expect(readScreen(form)).toContain('第g3组');
});
