import type { PageView } from './page-view';

/** The open pages, the last one on top. Only the router changes it. */
export const stack: PageView[] = [];

export function topView(): PageView | null {
  return stack.at(-1) ?? null;
}
