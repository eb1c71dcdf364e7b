import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { NotInPreviewError } from '../errors';
import { topView } from '../router-state';
import { pageOffset, pageRect } from './geometry';

type EngineElement = glassEasel.Element;
type Answer = Record<string, unknown> | null;
type Listener = (answer: never) => void;

interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
}

interface Request {
  readonly owner: object | null;
  /** null is the viewport. */
  readonly selector: string | null;
  readonly all: boolean;
  readonly fields: Fields;
  readonly listener: Listener | undefined;
}

const RECT: Fields = { id: true, dataset: true, rect: true, size: true };
const OFFSET: Fields = { id: true, dataset: true, scrollOffset: true };

/** wx.createSelectorQuery(), and `this.createSelectorQuery()` by way of `in(this)`. */
class SelectorQuery {
  private readonly requests: Request[] = [];
  private owner: object | null = null;

  in(owner: object): this {
    this.owner = owner;
    return this;
  }

  select(selector: string): NodesRef {
    return new NodesRef((fields, listener) => this.add(selector, false, fields, listener));
  }

  selectAll(selector: string): NodesRef {
    return new NodesRef((fields, listener) => this.add(selector, true, fields, listener));
  }

  selectViewport(): NodesRef {
    return new NodesRef((fields, listener) => this.add(null, false, fields, listener));
  }

  /** Answers asynchronously, in the order in which the requests were made. */
  exec(done?: (answers: unknown[]) => void): this {
    const requests = this.requests.splice(0);
    setTimeout(() => {
      const answers = requests.map((request) => answer(request));
      requests.forEach((request, index) => request.listener?.(answers[index] as never));
      done?.(answers);
    }, 0);
    return this;
  }

  private add(selector: string | null, all: boolean, fields: Fields, listener: Listener | undefined): this {
    this.requests.push({ owner: this.owner, selector, all, fields, listener });
    return this;
  }
}

class NodesRef {
  constructor(private readonly add: (fields: Fields, listener: Listener | undefined) => SelectorQuery) {}

  boundingClientRect(listener?: Listener): SelectorQuery {
    return this.add(RECT, listener);
  }

  scrollOffset(listener?: Listener): SelectorQuery {
    return this.add(OFFSET, listener);
  }

  fields(fields: Fields, listener?: Listener): SelectorQuery {
    return this.add(fields, listener);
  }

  node(): never {
    throw new NotInPreviewError('NodesRef.node()');
  }

  context(): never {
    throw new NotInPreviewError('NodesRef.context()');
  }
}

/** Elements of a component's template that a selector finds. */
export function selectElements(owner: object | null, selector: string, all: boolean): EngineElement[] {
  const component: { _$?: glassEasel.GeneralComponent } | undefined = owner ?? topView()?.caller;
  const root = component?._$?.getShadowRoot();
  if (!root) return [];
  if (all) return root.querySelectorAll(selector);
  const found = root.querySelector(selector);
  return found ? [found] : [];
}

function answer({ owner, selector, all, fields }: Request): Answer | Answer[] {
  if (fields.node || fields.context) throw new NotInPreviewError('node or context of a selector query');
  if (selector === null) return viewport(fields);
  const answers = selectElements(owner, selector, all).map((element) => describe(element, fields));
  return all ? answers : (answers[0] ?? null);
}

function viewport(fields: Fields): Answer {
  const view = topView();
  if (!view) return null;
  const {
    clientWidth: width,
    clientHeight: height,
    scrollTop,
    scrollLeft,
    scrollHeight,
    scrollWidth,
  } = view.scroller;
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? { scrollTop, scrollLeft, scrollHeight, scrollWidth } : {}),
  };
}

function describe(element: EngineElement, fields: Fields): Answer {
  const dom = element.$$ as unknown as HTMLElement | null;
  const result: Record<string, unknown> = {};
  if (fields.id) result['id'] = element.id;
  if (fields.dataset) result['dataset'] = element.dataset;
  if (fields.mark) result['mark'] = element.collectMarks();
  const rect = dom ? pageRect(dom) : new DOMRect();
  if (fields.rect)
    Object.assign(result, { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });
  if (fields.size) Object.assign(result, { width: rect.width, height: rect.height });
  if (fields.scrollOffset && dom) Object.assign(result, pageOffset(dom));
  if (fields.properties && glassEasel.Component.isComponent(element)) {
    const data = element.data as Record<string, unknown>;
    for (const name of fields.properties) result[name] = data[name];
  }
  if (fields.computedStyle && dom) {
    const style = getComputedStyle(dom);
    for (const name of fields.computedStyle) {
      result[name] = style.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    }
  }
  return result;
}

export function createSelectorQuery(): SelectorQuery {
  return new SelectorQuery();
}
