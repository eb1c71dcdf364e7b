/** From an article to the words of 写文章. */
import { ARTICLE_ACT_LABELS } from '../../contract/publicity-labels';
import { lengthOf } from '../../contract/text';
import { ARTICLE_LIMITS } from '../../contract/article';
import type { Content } from '../../contract/article';
import type { ArticleView } from '../../contract/publicity';
import type { LocalDate } from '../../contract/wire';
import { sayMoment } from '../../view/dates';

export type Tab = 'write' | 'check' | 'look' | 'send';

export interface StepLine {
  key: string;
  title: string;
  words: string;
}

/** «12/32», and what is wrong when it is too long. */
export function countField(text: string, max: number): { hint: string; error: string } {
  const now = lengthOf(text);
  const over = now - max;
  return over > 0
    ? { hint: '', error: `${String(now)}/${String(max)}，多了 ${String(over)} 个字` }
    : { hint: `${String(now)}/${String(max)}`, error: '' };
}

export function countHead({ title, author, digest }: Content) {
  return {
    title: countField(title, ARTICLE_LIMITS.title),
    author: countField(author, ARTICLE_LIMITS.author),
    digest: countField(digest, ARTICLE_LIMITS.digest),
  };
}

/** What the server writes down beside the acts that somebody pressed. */
const STEPS: Readonly<Record<string, string | undefined>> = {
  ...ARTICLE_ACT_LABELS,
  compose: '写出初稿',
  overrule: '说明可以留',
  box: '放进了公众号草稿箱',
  fail: '没有推成',
  'start-publishing': '提交发布',
  publish: '发布了',
  'fail-publishing': '没有发成',
  'stay-in-box': '留在草稿箱',
};

function sayAct(act: string): string {
  return STEPS[act] ?? act;
}

/** What is said at each of the three readings. */
const READINGS: Readonly<Record<string, string>> = {
  submit: '初审意见：',
  review: '复审意见：',
  approve: '终审意见：',
};

export function toStepLines(view: Pick<ArticleView, 'steps'>, today: LocalDate): StepLine[] {
  return view.steps
    .map(({ at, act, by, words }, index) => ({
      key: String(index),
      title: `${sayMoment(at, today)} ${by}：${sayAct(act)}`,
      words: words === undefined ? '' : `${READINGS[act] ?? ''}${words}`,
    }))
    .reverse();
}

const TAB_KEYS: Readonly<Record<string, Tab>> = { '1': 'write', '2': 'check', '3': 'look', '4': 'send' };

/** What a key of a PC changes on the page: 1 to 4 open the tabs, the arrows go through the blocks. */
export function pressKey(
  key: string,
  blocks: readonly { id: string }[],
  open: string,
): { tab?: Tab; open?: string } {
  const tab = TAB_KEYS[key];
  if (tab) return { tab };
  if (key === 'Escape') return { open: '' };
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : undefined;
  return step ? { tab: 'write', open: stepThrough(blocks, open, step) } : {};
}

/** The block one further, or one back; the first when none is open. */
function stepThrough(blocks: readonly { id: string }[], open: string, by: 1 | -1): string {
  const at = blocks.findIndex(({ id }) => id === open);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), blocks.length - 1);
  return blocks[next]?.id ?? '';
}
