import type { BuiltInNode } from './define';

/** What a form, a label or a group may do with a control, whatever kind of control it is. */
export interface Control {
  readonly node: BuiltInNode;
  /** What a tap on its label does. */
  activate?(): void;
  /** Its value in a form's submit. */
  value?(): unknown;
  reset?(): void;
}

const controls = new WeakMap<Element, Control>();

export function registerControl(control: Control): void {
  controls.set(control.node.$$, control);
}

/** All controls below an element, in document order. */
export function controlsIn(element: Element): Control[] {
  return [...element.querySelectorAll('*')].flatMap((one) => controls.get(one) ?? []);
}

/** The nearest element of a tag upwards. */
export function closest(node: BuiltInNode, tag: string): Element | null {
  return node.$$.closest(tag);
}
