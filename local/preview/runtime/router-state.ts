import type { View } from './page-types';

const state: { stack: readonly View[] } = { stack: [] };

/** The router's open pages, the last one on top; it stays the router's own array. */
export function shareStack(stack: readonly View[]): void {
  state.stack = stack;
}

export function topView(): View | null {
  return state.stack.at(-1) ?? null;
}
