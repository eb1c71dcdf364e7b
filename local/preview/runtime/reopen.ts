import type { View } from './page-types';

const KEY = 'phone.reopen';

/** Before a saved file reloads the document: remembers the open pages. */
export function rememberPages(views: readonly View[]): void {
  if (views.length === 0) return;
  const urls = views.map(({ route, query }) => {
    const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    return search.length > 0 ? `/${route}?${search.join('&')}` : `/${route}`;
  });
  sessionStorage.setItem(KEY, JSON.stringify(urls));
}

/** The pages to open again, the first one at the bottom; null when the phone is opened afresh. */
export function takeRememberedPages(): string[] | null {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return text === null ? null : (JSON.parse(text) as string[]);
}
