import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { BUILT_IN_TAGS } from '../compile/tags';
import { convertValue } from '../compile/style-values';
import { addSheet } from './style-sheets';

export type EngineElement = glassEasel.Element;

const builtIn = new Set([...BUILT_IN_TAGS, 'page']);

/** DOM events that reach a listener as they are; all others are fired by the built-ins themselves. */
const DOM_EVENTS = new Set(['transitionend', 'animationstart', 'animationiteration', 'animationend']);

const tracked = new WeakMap<EventTarget, Set<string>>();

function createDomElement(tag: string): HTMLElement {
  const element = document.createElement(builtIn.has(tag) || !tag.includes('-') ? `wx-${tag}` : tag);
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name: string, value: string): void => {
    setAttribute(name, name === 'style' ? convertValue(value) : value);
  };
  return element;
}

/** The document as glass-easel sees it: `wx-` tags, rpx in inline styles, our own touch events. */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super();
    this.document = {
      createElement: createDomElement,
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as typeof this.document;
  }

  override appendStyleSheetPath(path: string): number {
    addSheet(path);
    return 0;
  }

  override setListenerStats(
    ...[element, type]: Parameters<glassEasel.CurrentWindowBackendContext['setListenerStats']>
  ): void {
    if (!(element as unknown)) return;
    const target = element as unknown as HTMLElement;
    const known = tracked.get(target) ?? new Set<string>();
    tracked.set(target, known);
    if (known.has(type)) return;
    known.add(type);
    if (!DOM_EVENTS.has(type)) return;
    target.addEventListener(type, (event) => {
      if (event.target === target) this.fire(target, type, {}, { bubbles: true, composed: true });
    });
  }

  /** Whether this very node has a listener of the type. */
  listens(node: Node, type: string): boolean {
    return tracked.get(node)?.has(type) ?? false;
  }

  /** Whether somebody from this node upwards listens to one of the types. */
  isHeard(from: Node | null, types: readonly string[]): boolean {
    for (let at = from; at; at = at.parentNode) {
      const known = tracked.get(at);
      if (known && types.some((type) => known.has(type))) return true;
    }
    return false;
  }

  /** Fires an event at the nearest framework element around a DOM node. Returns whether a handler prevented it. */
  fire(
    at: Node | null,
    type: string,
    detail: unknown,
    options: {
      bubbles: boolean;
      composed: boolean;
      extraFields?: Record<string, unknown>;
      originalEvent?: Event;
    },
  ): boolean {
    const target = elementAround(at);
    if (!target) return false;
    const event = new glassEasel.Event(type, detail, { capturePhase: true, ...options });
    glassEasel.Event.dispatchEvent(target, event);
    return event.defaultPrevented();
  }
}

/** The framework element that a DOM node belongs to. */
export function elementAround(node: Node | null): EngineElement | null {
  for (let at = node; at; at = at.parentNode) {
    const element = (at as { __wxElement?: EngineElement }).__wxElement;
    if (element) return element;
  }
  return null;
}
