import { h } from '../dom';
import { NotInPreviewError, reportError } from '../errors';
import type { BuiltIn } from './define';
import { changeField, createField, fieldHints, fieldOf, fieldProperties } from './text-field';

/** The keyboard that the browser brings for each of WeChat's types. */
const INPUT_MODES: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'numeric',
  digit: 'decimal',
  tel: 'tel',
  idcard: 'text',
  nickname: 'text',
};

export const input: BuiltIn = {
  name: 'input',
  properties: { ...fieldProperties, type: 'text', password: false },
  accepted: fieldHints,
  created(node) {
    createField(node, h('input', { type: 'text' }) as HTMLInputElement, () => undefined);
  },
  changed(node, name, value) {
    changeField(node, name, value, () => undefined);
    const field = fieldOf(node) as HTMLInputElement | undefined;
    if (!field) return;
    if (name === 'password') field.type = value === true ? 'password' : 'text';
    if (name !== 'type') return;
    const mode = INPUT_MODES[String(value)];
    if (mode === undefined) reportError(new NotInPreviewError(`type "${String(value)}" of <input>`), 'input');
    else field.inputMode = mode;
  },
};
