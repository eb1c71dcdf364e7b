import { closest, controlsIn, registerControl } from './controls';
import type { Control } from './controls';
import { setAttribute } from './define';
import type { BuiltIn, BuiltInNode } from './define';

const groups = new WeakMap<Element, BuiltInNode>();
const initial = new WeakMap<BuiltInNode, boolean>();

function isChecked(node: BuiltInNode): boolean {
  return node.$$.getAttribute('aria-checked') === 'true';
}

function show(node: BuiltInNode, checked: boolean): void {
  setAttribute(node.$$, 'aria-checked', String(checked));
}

function checkedValues(group: Element): unknown[] {
  return controlsIn(group)
    .filter((control) => isChecked(control.node))
    .map((control) => control.node.data['value']);
}

function tapCheckbox(node: BuiltInNode): void {
  show(node, !isChecked(node));
  node.setData({ checked: isChecked(node) });
  const group = closest(node, 'wx-checkbox-group');
  if (group) groups.get(group)?.triggerEvent('change', { value: checkedValues(group) });
}

function tapRadio(node: BuiltInNode): void {
  if (isChecked(node)) return;
  const group = closest(node, 'wx-radio-group');
  for (const other of group ? controlsIn(group) : []) {
    show(other.node, false);
    other.node.setData({ checked: other.node === node });
  }
  show(node, true);
  if (group) groups.get(group)?.triggerEvent('change', { value: node.data['value'] });
}

function tapSwitch(node: BuiltInNode): void {
  show(node, !isChecked(node));
  node.setData({ checked: isChecked(node) });
  node.triggerEvent('change', { value: isChecked(node) });
}

/** checkbox, radio and switch: drawn by the style sheet from `aria-checked`. */
function choice(name: string, extra: BuiltIn['properties'], onTap: (node: BuiltInNode) => void): BuiltIn {
  return {
    name,
    properties: { checked: false, disabled: false, color: '', ...extra },
    created(node) {
      setAttribute(node.$$, 'role', name);
      setAttribute(node.$$, 'aria-checked', 'false');
      const activate = (): void => {
        if (node.data['disabled'] !== true) onTap(node);
      };
      node.addListener('tap', activate);
      const value = (): unknown => isChecked(node);
      const reset = (): void => {
        show(node, initial.get(node) ?? false);
      };
      const control: Control =
        name === 'switch' ? { node, activate, value, reset } : { node, activate, reset };
      registerControl(control);
    },
    changed(node, property, value) {
      if (property === 'checked') {
        if (!initial.has(node)) initial.set(node, value === true);
        show(node, value === true);
      }
      if (property === 'disabled') setAttribute(node.$$, 'aria-disabled', value === true ? 'true' : '');
      if (property === 'type') setAttribute(node.$$, 'kind', value);
      if (property === 'color') node.$$.style.setProperty('--choice-color', String(value));
    },
  };
}

function group(name: string, readValue: (values: unknown[]) => unknown): BuiltIn {
  return {
    name,
    properties: { name: '' },
    created(node) {
      groups.set(node.$$, node);
      if (name === 'radio-group') setAttribute(node.$$, 'role', 'radiogroup');
      registerControl({ node, value: () => readValue(checkedValues(node.$$)) });
    },
  };
}

export const checkbox = choice('checkbox', { value: '' }, tapCheckbox);
export const radio = choice('radio', { value: '' }, tapRadio);
export const switchControl = choice('switch', { type: 'switch', name: '' }, tapSwitch);
export const checkboxGroup = group('checkbox-group', (values) => values);
export const radioGroup = group('radio-group', (values) => values[0] ?? '');
