import type { WindowConfig } from '../types';
import type { Caller } from './engine-types';

/** What `<page-meta>` has set on a page. */
export interface PageMeta {
  rootFontSize?: string;
  pageFontSize?: string;
  backgroundColor?: string;
  pageStyle?: string;
}

export type PageQuery = Record<string, string>;

/** An open page, as everybody but the router sees it. */
export interface View {
  readonly route: string;
  readonly query: PageQuery;
  readonly caller: Caller;
  /** The page's window between the bars, and what scrolls in it. */
  readonly element: HTMLElement;
  readonly scroller: HTMLElement;
  readonly meta: PageMeta;
  /** Shown in the navigation bar; wx.setNavigationBarTitle changes it. */
  bar: WindowConfig;
  applyMeta(): void;
  resize(size: object): void;
  /** Calls one of the page's own functions, when it has it. */
  call(name: string, ...args: unknown[]): unknown;
}
