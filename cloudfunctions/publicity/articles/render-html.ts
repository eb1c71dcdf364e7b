/** From what is written to the HTML, through the gate. */
import type { Content } from '../../../miniprogram/contract/article';
import { cleanHtml } from './clean-html';
import { miniAppid } from '../push/official-account';
import { renderArticle } from './rules/render-article';

/** `addresses`: of files and codes; what has none leaves its place empty. */
export function renderHtml(content: Content, addresses: ReadonlyMap<string, string>): Promise<string> {
  const html = renderArticle(content, {
    addressOf: (picture) => addresses.get(picture),
    appid: miniAppid(),
  });
  return cleanHtml(html, new Set(addresses.values()));
}
