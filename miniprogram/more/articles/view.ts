/** Published articles, each as a link: a title and a day, nothing of what is in them. */
import type { Output } from '../../contract/wire';
import type { LocalDate } from '../../contract/wire';
import { toLocalDate } from '../../contract/time';
import { sayDate } from '../../view/dates';

type Published = Output<'publicity', 'published'>['articles'];

export interface LinkLine {
  url: string;
  title: string;
  words: string;
}

export function toLinkLines(articles: Published, today: LocalDate): LinkLine[] {
  return articles.map(({ url, title, publishedAt }) => ({
    url,
    title,
    words: `${sayDate(toLocalDate(publishedAt), today)} · 在公众号里看`,
  }));
}

export const OPENED: Readonly<Record<'opened' | 'copied' | 'failed', string>> = {
  opened: '',
  copied: '链接已经复制。在微信里发给自己，点开就能看。',
  failed: '没有打开，也没有复制上。请到公众号里找这一篇。',
};
