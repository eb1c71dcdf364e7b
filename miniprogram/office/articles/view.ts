/** From articles to the lines of 文章. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import type { ArticleState } from '../../contract/article';
import type { ArticleCard } from '../../contract/publicity';
import { ARTICLE_STATES } from '../../contract/publicity-labels';
import type { LocalDate } from '../../contract/wire';
import { saySentence, sayWriter, toState } from '../view/articles';
import type { Tone } from '../view/articles';

export interface ArticleLine {
  article: string;
  title: string;
  words: string;
  tag: string;
  tone: Tone;
  /** «要核对 2 处» */
  flag: string;
  sentence: string;
}

/** States in which an article rests; what passes by itself is among all. */
const SHOWN: readonly ArticleState[] = [
  'draft',
  'submitted',
  'approved',
  'in-box',
  'published',
  'handed',
  'failed',
  'dropped',
];
/** Shorter on a button than beside an article. */
const BRIEF: Partial<Record<ArticleState, string>> = {
  approved: '待推送',
  'in-box': '在草稿箱',
  handed: '已送区里',
};
export const FILTERS: readonly Choice[] = [
  { id: '', text: '全部' },
  ...SHOWN.map((id) => ({ id, text: BRIEF[id] ?? ARTICLE_STATES[id].label })),
];

export function toLine(card: ArticleCard, today: LocalDate): ArticleLine {
  return {
    article: card.article,
    title: card.title || '（还没有标题）',
    words: `${card.sourceWords} · ${sayWriter(card, today)}`,
    ...toState(card.state),
    flag: card.openMarks > 0 ? `要核对 ${String(card.openMarks)} 处` : '',
    sentence: saySentence(card.state),
  };
}

/** The line one further, or one back; the first when none is chosen. */
export function stepThrough(lines: readonly ArticleLine[], chosen: string, by: 1 | -1): string {
  const at = lines.findIndex(({ article }) => article === chosen);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), lines.length - 1);
  return lines[next]?.article ?? '';
}

/** What is said when there is none. */
export function sayNone(state: string): { text: string; hint: string } {
  if (state === '') return { text: '还没有文章。', hint: '接访日过后、事情办成以后，从那件事写一篇最省事。' };
  return { text: `没有“${ARTICLE_STATES[state as ArticleState].label}”的文章。`, hint: '' };
}
