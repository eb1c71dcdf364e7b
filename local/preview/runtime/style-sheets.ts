import { appData } from './session';

const added = new Map<string, HTMLStyleElement>();

/** Sheets stand in the order app, components, pages, whatever the order in which they are first needed. */
const RANKS = { app: 0, component: 1, page: 2 } as const;

function rankOf(id: string): number {
  if (id === 'app') return RANKS.app;
  return appData().pages.includes(id) ? RANKS.page : RANKS.component;
}

/** Puts the sheet of a page or component into the document, once. */
export function addSheet(id: string): void {
  const sheet = appData().styles[id];
  if (!sheet || added.has(id)) return;
  const style = document.createElement('style');
  style.textContent = sheet.css;
  style.dataset['sheet'] = id;
  style.dataset['rank'] = String(rankOf(id));
  const next = [...document.head.querySelectorAll<HTMLStyleElement>('style[data-rank]')].find(
    (other) => Number(other.dataset['rank']) > rankOf(id),
  );
  document.head.insertBefore(style, next ?? null);
  added.set(id, style);
}

/** Lets only the page on top style the document: pages share their class names. */
export function activatePageSheet(id: string): void {
  for (const [other, style] of added) {
    if (style.sheet && rankOf(other) === RANKS.page) style.sheet.disabled = other !== id;
  }
}
