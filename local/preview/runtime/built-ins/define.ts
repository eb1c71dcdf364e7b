import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { toText } from '../values';

/** An instance of a built-in component. */
export interface BuiltInNode {
  /** Its element in the document. */
  readonly $$: HTMLElement;
  readonly is: string;
  readonly id: string;
  readonly dataset: Record<string, unknown>;
  readonly data: Record<string, unknown>;
  readonly ownerShadowRoot: glassEasel.ShadowRoot | null;
  classList: { toggle(name: string, force: boolean, segment: number): boolean } | null;
  setNodeStyle(style: string, segment: number): void;
  /** Changes a property of its own accord; `model:` bindings hear it. */
  setData(data: Record<string, unknown>): void;
  addListener(
    name: string,
    listener: (event: BuiltInEvent) => unknown,
    options?: { capture?: boolean },
  ): void;
  triggerEvent(name: string, detail?: unknown, options?: EventOptions): void;
}

export interface BuiltInEvent {
  readonly detail: unknown;
  readonly touches: readonly { readonly pageX: number; readonly pageY: number }[];
  stopPropagation(): void;
  getOriginalEvent(): unknown;
}

interface EventOptions {
  readonly bubbles?: boolean;
  readonly composed?: boolean;
  readonly handleListenerReturn?: (answer: unknown) => void;
}

type Default = string | number | boolean | null | readonly unknown[];

/**
 * A built-in component. Attributes that are neither in `properties` nor in `accepted` are reported as not in the
 * preview.
 */
export interface BuiltIn {
  readonly name: string;
  /** Official properties with their defaults; the default's type is the property's. */
  readonly properties?: Readonly<Record<string, Default>>;
  /** Official properties that rightly change nothing here, such as hints for the phone's keyboard. */
  readonly accepted?: readonly string[];
  /** The component has no content of its own; what it draws it puts into `$$` itself. */
  readonly leaf?: boolean;
  created?(node: BuiltInNode): void;
  attached?(node: BuiltInNode): void;
  detached?(node: BuiltInNode): void;
  /** A property has another value than before; never called for defaults. */
  changed?(node: BuiltInNode, name: string, value: unknown): void;
}

const ARIA = [
  'role',
  'label',
  'hidden',
  'live',
  'checked',
  'disabled',
  'expanded',
  'selected',
  'pressed',
  'modal',
  'haspopup',
  'controls',
  'labelledby',
  'describedby',
  'description',
  'level',
  'valuemin',
  'valuemax',
  'valuenow',
  'valuetext',
  'busy',
  'atomic',
  'current',
  'invalid',
  'required',
  'readonly',
  'multiselectable',
  'orientation',
  'sort',
  'autocomplete',
  'posinset',
  'setsize',
  'roledescription',
  'owns',
  'activedescendant',
  'errormessage',
  'relevant',
  'flowto',
  'placeholder',
  'multiline',
  'colcount',
  'colindex',
  'rowcount',
  'rowindex',
  'rowspan',
  'colspan',
  'cellindex',
  'keyshortcuts',
  'details',
  'dropeffect',
  'grabbed',
];

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const ariaNames = new Map(
  ARIA.map((name) => [`aria${capitalize(name)}`, name === 'role' ? 'role' : `aria-${name}`]),
);

function propertyType(value: Default): unknown {
  if (Array.isArray(value)) return Array;
  if (typeof value === 'string') return String;
  if (typeof value === 'number') return Number;
  return typeof value === 'boolean' ? Boolean : null;
}

/** Sets or takes away an attribute of the DOM element. */
export function setAttribute(element: HTMLElement, name: string, value: unknown): void {
  if (
    value === '' ||
    value === null ||
    value === undefined ||
    (value === false && !name.startsWith('aria-'))
  ) {
    element.removeAttribute(name);
  } else element.setAttribute(name, value === true && !name.startsWith('aria-') ? '' : toText(value));
}

/** Not what a component creates although its page is gone: there is nothing to draw on, and WeChat says nothing of it. */
function isDrawn(node: BuiltInNode): boolean {
  return (node.$$ as HTMLElement | null) !== null;
}

/** Registers a built-in for every template of the space. */
export function registerBuiltIn(space: glassEasel.ComponentSpace, builtIn: BuiltIn): void {
  const properties: Record<string, unknown> = {};
  const add = (name: string, value: Default): void => {
    properties[name] = {
      type: propertyType(value),
      value,
      observer(this: BuiltInNode, next: unknown) {
        if (!isDrawn(this)) return;
        const aria = ariaNames.get(name);
        if (aria !== undefined) setAttribute(this.$$, aria, next);
        else if (name === 'hidden') setAttribute(this.$$, 'hidden', Boolean(next));
        builtIn.changed?.(this, name, next);
      },
    };
  };
  for (const name of [...ariaNames.keys(), ...(builtIn.accepted ?? [])]) add(name, null);
  add('hidden', false);
  for (const [name, value] of Object.entries(builtIn.properties ?? {})) add(name, value);
  const definition = space.defineComponent({
    is: `wx://${builtIn.name}`,
    properties,
    lifetimes: {
      created(this: BuiltInNode) {
        if (isDrawn(this)) builtIn.created?.(this);
      },
      attached(this: BuiltInNode) {
        if (isDrawn(this)) builtIn.attached?.(this);
      },
      detached(this: BuiltInNode) {
        builtIn.detached?.(this);
      },
    },
  } as never);
  space.setGlobalUsingComponent(builtIn.name, definition);
}
