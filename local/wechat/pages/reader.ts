/** An article as a reader sees it, of a draft or published. */
import type { NewsItem } from '../apis/articles';
import { escapeHtml, formatAt, toPage } from './html';

/** The content went through the same filter as it would there; the page is served without scripts. */
export function articlePage(article: NewsItem, account: string, at: number, foot: string): string {
  const { title, author, content } = article;
  const by = [author, account, formatAt(at)].filter((part) => part !== '').map(escapeHtml);
  return toPage(
    title,
    `<article><h1>${escapeHtml(title)}</h1><div class="by">${by.join('　')}</div>${content}
<p><small>${escapeHtml(foot)}</small></p></article>`,
  );
}
