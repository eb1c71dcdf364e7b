import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { elementAround } from '../backend';
import { controlsIn } from './controls';
import type { BuiltIn, BuiltInNode } from './define';

const forms = new WeakMap<Element, BuiltInNode>();

/** Values of all named controls in the form, those of custom components with `wx://form-field` among them. */
function valuesIn(form: Element): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const element of form.querySelectorAll('*')) {
    const component = elementAround(element);
    if (!glassEasel.Component.isComponent(component) || (component.$$ as unknown) !== element) continue;
    const { name, value } = component.data as { name?: unknown; value?: unknown };
    const isField = typeof name === 'string' && name !== '' && !component.is.startsWith('wx://');
    if (isField && 'value' in component.data) values[name] = value;
  }
  for (const control of controlsIn(form)) {
    const name = control.node.data['name'];
    if (typeof name === 'string' && name !== '' && control.value) values[name] = control.value();
  }
  return values;
}

export function submitForm(form: Element): void {
  forms.get(form)?.triggerEvent('submit', { value: valuesIn(form), formId: '' }, { bubbles: false });
}

export function resetForm(form: Element): void {
  for (const control of controlsIn(form)) control.reset?.();
  forms.get(form)?.triggerEvent('reset', {});
}

export const form: BuiltIn = {
  name: 'form',
  accepted: ['reportSubmit', 'reportSubmitTimeout'],
  created(node) {
    forms.set(node.$$, node);
  },
};

export const label: BuiltIn = {
  name: 'label',
  properties: { for: '' },
  created(node) {
    node.addListener('tap', (event) => {
      const touched = (event.getOriginalEvent() as Event | undefined)?.target as Element | undefined;
      const own = controlsIn(node.$$);
      if (own.some((control) => touched && control.node.$$.contains(touched))) return;
      const wanted = node.data['for'] as string;
      const named = wanted === '' ? undefined : node.ownerShadowRoot?.getElementById(wanted);
      const target = named
        ? controlsIn(document.body).find((one) => (one.node as unknown) === named)
        : own[0];
      target?.activate?.();
    });
  },
};
