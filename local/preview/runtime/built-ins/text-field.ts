import { convertValue } from '../../compile/style-values';
import { h } from '../dom';
import { toText } from '../values';
import { registerControl } from './controls';
import type { BuiltIn, BuiltInNode } from './define';
import { scopedClass } from './scoped-class';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** WeChat's limit when maxlength is not given; -1 lifts it. */
const DEFAULT_MAX_LENGTH = 140;

export const fieldProperties: NonNullable<BuiltIn['properties']> = {
  value: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: 'input-placeholder',
  disabled: false,
  maxlength: DEFAULT_MAX_LENGTH,
  focus: false,
  autoFocus: false,
  confirmType: 'done',
  confirmHold: false,
  cursor: -1,
  selectionStart: -1,
  selectionEnd: -1,
  name: '',
};

/** About the keyboard of a phone, which the browser brings itself. */
export const fieldHints: readonly string[] = [
  'cursorSpacing',
  'adjustPosition',
  'holdKeyboard',
  'alwaysEmbed',
  'cursorColor',
  'disableDefaultPadding',
  'showConfirmBar',
  'fixed',
  'adjustKeyboardTo',
  'safePasswordCertPath',
  'safePasswordLength',
  'safePasswordTimeStamp',
  'safePasswordNonce',
  'safePasswordSalt',
  'safePasswordCustomHash',
];

interface Parts {
  readonly field: Field;
  readonly placeholder: HTMLElement;
}

const parts = new WeakMap<BuiltInNode, Parts>();

export function fieldOf(node: BuiltInNode): Field | undefined {
  return parts.get(node)?.field;
}

/** Builds the browser's own field inside the component and turns its events into WeChat's. */
export function createField(node: BuiltInNode, field: Field, onText: () => void): void {
  const placeholder = h('div', { class: 'phone-placeholder', 'aria-hidden': 'true' });
  field.maxLength = DEFAULT_MAX_LENGTH;
  node.$$.append(placeholder, field);
  parts.set(node, { field, placeholder });
  const textChanged = (): void => {
    placeholder.hidden = field.value !== '';
    onText();
  };
  field.addEventListener('input', () => {
    textChanged();
    sendInput(node, field, textChanged);
  });
  field.addEventListener('focus', () => {
    node.triggerEvent('focus', { value: field.value, height: 0 });
  });
  field.addEventListener('blur', () => {
    node.triggerEvent('blur', { value: field.value, cursor: field.selectionEnd ?? field.value.length });
  });
  field.addEventListener('keydown', (event) => {
    const enter = (event as KeyboardEvent).key === 'Enter' && !(event as KeyboardEvent).isComposing;
    if (!enter || (field instanceof HTMLTextAreaElement && node.data['confirmType'] === 'return')) return;
    if (field instanceof HTMLTextAreaElement && node.data['confirmType'] === 'done') return;
    event.preventDefault();
    node.triggerEvent('confirm', { value: field.value });
    if (node.data['confirmHold'] !== true) field.blur();
  });
  registerControl({
    node,
    activate: () => {
      field.focus();
    },
    value: () => field.value,
    reset: () => {
      field.value = '';
      textChanged();
    },
  });
}

/** The handler of `bindinput` may answer with another text for the field. */
function sendInput(node: BuiltInNode, field: Field, textChanged: () => void): void {
  const cursor = field.selectionEnd ?? field.value.length;
  node.setData({ value: field.value });
  const detail = { value: field.value, cursor, keyCode: 0 };
  node.triggerEvent('input', detail, {
    handleListenerReturn: (answer) => {
      const text =
        typeof answer === 'object' && answer !== null ? (answer as { value?: unknown }).value : answer;
      if (typeof text !== 'string' || text === field.value) return;
      field.value = text;
      textChanged();
    },
  });
}

/** What input and textarea have in common when a property changes. */
export function changeField(node: BuiltInNode, name: string, value: unknown, onText: () => void): void {
  const { field, placeholder } = parts.get(node) ?? {};
  if (!field || !placeholder) return;
  if (name === 'value') {
    const text = toText(value);
    if (field.value !== text) field.value = text;
    placeholder.hidden = text !== '';
    onText();
  } else if (name === 'placeholder') {
    placeholder.textContent = String(value);
    // Transparent, for people who hear the page and for tests; the visible one is drawn with its own class.
    field.placeholder = toText(value);
  } else if (name === 'placeholderClass')
    placeholder.className = `phone-placeholder ${scopedClass(node, String(value))}`;
  else if (name === 'placeholderStyle') placeholder.setAttribute('style', convertValue(String(value)));
  else if (name === 'disabled') field.disabled = value === true;
  else if (name === 'maxlength') limitLength(field, Number(value));
  else if (name === 'focus' || name === 'autoFocus') focusField(field, value === true);
  else if (name === 'confirmType') field.enterKeyHint = value === 'return' ? 'enter' : String(value);
  else if (name === 'ariaLabel') field.setAttribute('aria-label', String(value));
  else if (name === 'cursor' && Number(value) >= 0) field.setSelectionRange(Number(value), Number(value));
}

function limitLength(field: Field, length: number): void {
  if (length < 0) field.removeAttribute('maxlength');
  else field.maxLength = length;
}

function focusField(field: Field, focus: boolean): void {
  if (!focus) field.blur();
  // The element is attached only after its properties have been set.
  else {
    setTimeout(() => {
      field.focus();
    }, 0);
  }
}
