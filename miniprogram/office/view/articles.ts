/** Words about articles that more than one screen says. */
import type { ArticleState } from '../../contract/article';
import type { ArticleCard } from '../../contract/publicity';
import { ARTICLE_STATES } from '../../contract/publicity-labels';
import type { LocalDate } from '../../contract/wire';
import { toLocalDate, toLocalTime } from '../../contract/time';
import { sayDate, sayTime } from '../../view/dates';

export type Tone = 'waiting' | 'in-hand' | 'done' | 'late';

const SENTENCES: Readonly<Record<ArticleState, string>> = {
  draft: '正在写。核对完，送给主席审。',
  submitted: '已送审，等没有写过这一篇的主席来审。',
  approved: '审过了，可以推送到公众号。',
  pushing: '正在推送，图片一张一张传，断了会接着传。',
  'in-box': '已在公众号草稿箱里。请到公众平台看一遍再发布，发布后把链接贴回来。',
  publishing: '已提交发布，公众号正在处理，过一会儿就有结果。',
  published: '已经发布，群众在首页能看到链接。',
  handed: '已经送给区里或融媒体，等他们发。也还可以推送到公众号。',
  failed: '没有推成，文章都在。',
  dropped: '已作废，可以恢复。',
};

export function saySentence(state: ArticleState): string {
  return SENTENCES[state];
}

export function toState(state: ArticleState): { tag: string; tone: Tone } {
  const { label, shape } = ARTICLE_STATES[state];
  return { tag: label, tone: shape };
}

/** 12月7日 10:21, 王办: who wrote last. */
export function sayWriter(
  { by, changedAt }: Pick<ArticleCard, 'by' | 'changedAt'>,
  today: LocalDate,
): string {
  const day = toLocalDate(changedAt) === today ? '今天' : sayDate(toLocalDate(changedAt), today);
  return `${by} ${day} ${sayTime(toLocalTime(changedAt))} 改过`;
}
