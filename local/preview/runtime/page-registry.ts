import type { EngineComponent } from './engine-types';
import type { PageView } from './page-view';

const viewsByRoot = new WeakMap<EngineComponent, PageView>();

export function registerView(root: EngineComponent, view: PageView): void {
  viewsByRoot.set(root, view);
}

/** The page that an element of any depth belongs to. */
export function viewOf(component: EngineComponent): PageView | null {
  let root = component;
  while (root.ownerShadowRoot) root = root.ownerShadowRoot.getHostNode();
  return viewsByRoot.get(root) ?? null;
}
