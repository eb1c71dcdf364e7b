import type { EngineComponent } from './engine-types';
import type { View } from './page-types';

const viewsByRoot = new WeakMap<EngineComponent, View>();

export function registerView(root: EngineComponent, view: View): void {
  viewsByRoot.set(root, view);
}

/** The page that an element of any depth belongs to. */
export function viewOf(component: EngineComponent): View | null {
  let root = component;
  while (root.ownerShadowRoot) root = root.ownerShadowRoot.getHostNode();
  return viewsByRoot.get(root) ?? null;
}
