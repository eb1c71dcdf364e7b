/**
 * The one table of an article's life: code, buttons and tests read it. `actor`: office (staff, chief), chief (one
 * who did not write it, for approving), system (the push itself).
 */
import type { ArticleAct, ArticleState } from '../../../../miniprogram/contract/article';

export type SystemAct = 'box' | 'fail' | 'start-publishing' | 'publish' | 'fail-publishing' | 'stay-in-box';
type LifeAct = 'compose' | ArticleAct | SystemAct;

export interface LifeStep {
  act: LifeAct;
  from: readonly ArticleState[];
  to: ArticleState;
  actor: 'office' | 'chief' | 'system';
  /** The outbox event. */
  event: string;
}

export const ARTICLE_LIFE: readonly LifeStep[] = [
  { act: 'compose', from: [], to: 'draft', actor: 'office', event: 'article-composed' },
  { act: 'save', from: ['draft'], to: 'draft', actor: 'office', event: 'article-saved' },
  { act: 'submit', from: ['draft'], to: 'submitted', actor: 'office', event: 'article-submitted' },
  { act: 'withdraw', from: ['submitted'], to: 'draft', actor: 'office', event: 'article-withdrawn' },
  { act: 'review', from: ['submitted'], to: 'submitted', actor: 'office', event: 'article-reviewed' },
  { act: 'approve', from: ['submitted'], to: 'approved', actor: 'chief', event: 'article-approved' },
  { act: 'send-back', from: ['submitted'], to: 'draft', actor: 'chief', event: 'article-returned' },
  {
    act: 'reopen',
    from: ['approved', 'in-box', 'failed', 'handed'],
    to: 'draft',
    actor: 'office',
    event: 'article-reopened',
  },
  {
    act: 'push',
    from: ['approved', 'failed', 'in-box', 'handed'],
    to: 'pushing',
    actor: 'office',
    event: 'article-push-begun',
  },
  { act: 'box', from: ['pushing'], to: 'in-box', actor: 'system', event: 'article-pushed' },
  { act: 'fail', from: ['pushing'], to: 'failed', actor: 'system', event: 'article-failed' },
  {
    act: 'start-publishing',
    from: ['pushing'],
    to: 'publishing',
    actor: 'system',
    event: 'article-publish-begun',
  },
  { act: 'publish', from: ['publishing'], to: 'published', actor: 'system', event: 'article-published' },
  // Refused before anything went out: the draft lies there for a person.
  { act: 'stay-in-box', from: ['publishing'], to: 'in-box', actor: 'system', event: 'article-failed' },
  { act: 'fail-publishing', from: ['publishing'], to: 'failed', actor: 'system', event: 'article-failed' },
  {
    act: 'mark-published',
    from: ['in-box', 'failed', 'handed'],
    to: 'published',
    actor: 'office',
    event: 'article-published',
  },
  // The district or its media centre has it: as good a way out as the official account.
  {
    act: 'hand-over',
    from: ['approved', 'in-box', 'failed'],
    to: 'handed',
    actor: 'office',
    event: 'article-handed',
  },
  { act: 'take-back', from: ['handed'], to: 'approved', actor: 'office', event: 'article-handed-back' },
  { act: 'drop', from: ['draft', 'failed'], to: 'dropped', actor: 'office', event: 'article-dropped' },
  { act: 'restore', from: ['dropped'], to: 'draft', actor: 'office', event: 'article-restored' },
];

/** The row of an act. */
export function stepOf(act: LifeAct): LifeStep {
  return ARTICLE_LIFE.find((step) => step.act === act) as LifeStep;
}

export function isLegal(act: LifeAct, state: ArticleState): boolean {
  return stepOf(act).from.includes(state);
}

export interface Caller {
  chief: boolean;
  /** Wrote in it. */
  wrote: boolean;
}

function isPersonal(step: LifeStep): step is LifeStep & { act: ArticleAct } {
  return step.actor !== 'system' && step.act !== 'compose';
}

/** Whoever wrote in it does neither. */
const OF_OTHERS: readonly LifeAct[] = ['review', 'approve'];

/** What the caller may do next. Whoever wrote in it cannot approve it, but may send it back to themselves. */
export function legalActs(state: ArticleState, { chief, wrote }: Caller): ArticleAct[] {
  return ARTICLE_LIFE.filter(isPersonal)
    .filter(({ from }) => from.includes(state))
    .filter(({ act, actor }) => (actor !== 'chief' || chief) && !(wrote && OF_OTHERS.includes(act)))
    .map(({ act }) => act);
}

const READY: ReadonlySet<ArticleState> = new Set([
  'approved',
  'pushing',
  'in-box',
  'publishing',
  'published',
  'handed',
  'failed',
]);

/** Leaves the office only once it was approved: whoever forwards it publishes it. */
export function isReady(state: ArticleState): boolean {
  return READY.has(state);
}
