import {
  ARTICLE_LIFE,
  isLegal,
  legalActs,
  stepOf,
  type LifeStep,
} from '../../../../../cloudfunctions/publicity/articles/rules/article-life';
import { ARTICLE_STATES } from '../../../../../miniprogram/contract/publicity-labels';
import type { ArticleState } from '../../../../../miniprogram/contract/article';

const states = Object.keys(ARTICLE_STATES) as ArticleState[];

/** Every state to which these steps lead from a draft. */
function reach(
  steps: readonly LifeStep[],
  from: ReadonlySet<ArticleState> = new Set(['draft']),
): Set<ArticleState> {
  const leads = steps.filter((step) => step.from.some((state) => from.has(state)));
  const next = new Set([...from, ...leads.map(({ to }) => to)]);
  return next.size === from.size ? next : reach(steps, next);
}

it('offers exactly what the table allows, state by state', () => {
  const offered = (chief: boolean, wrote: boolean) =>
    Object.fromEntries(states.map((state) => [state, legalActs(state, { chief, wrote })]));
  expect(offered(false, true)).toEqual({
    draft: ['save', 'submit', 'drop'],
    submitted: ['withdraw'],
    approved: ['reopen', 'push', 'hand-over'],
    pushing: [],
    'in-box': ['reopen', 'push', 'mark-published', 'hand-over'],
    publishing: [],
    published: [],
    handed: ['reopen', 'push', 'mark-published', 'take-back'],
    failed: ['reopen', 'push', 'mark-published', 'hand-over', 'drop'],
    dropped: ['restore'],
  });
  expect(offered(true, false).submitted).toEqual(['withdraw', 'review', 'approve', 'send-back']);
  expect(offered(false, false).submitted).toEqual(['withdraw', 'review']);
  expect(offered(true, true).submitted).toEqual(['withdraw', 'send-back']);
});

it('leaves no state without a way out but the last ones', () => {
  const closed = states.filter((state) => ARTICLE_LIFE.every(({ from }) => !from.includes(state)));
  expect(closed).toEqual(['published']);
});

it('reaches every state from the draft', () => {
  const reached = reach(ARTICLE_LIFE);
  expect([...reached].sort()).toEqual([...states].sort());
});

it('publishes nothing that was not approved', () => {
  const before = ARTICLE_LIFE.filter(({ act }) => act !== 'approve');
  const reached = reach(before);
  expect([...reached].sort()).toEqual(['draft', 'dropped', 'submitted']);
  expect(isLegal('push', 'draft')).toBe(false);
});

it.each([
  ['compose', '', 'draft', 'article-composed'],
  ['save', 'draft', 'draft', 'article-saved'],
  ['submit', 'draft', 'submitted', 'article-submitted'],
  ['withdraw', 'submitted', 'draft', 'article-withdrawn'],
  ['review', 'submitted', 'submitted', 'article-reviewed'],
  ['approve', 'submitted', 'approved', 'article-approved'],
  ['send-back', 'submitted', 'draft', 'article-returned'],
  ['reopen', 'approved in-box failed handed', 'draft', 'article-reopened'],
  ['push', 'approved failed in-box handed', 'pushing', 'article-push-begun'],
  // What the push does by itself: nobody is offered it.
  ['box', 'pushing', 'in-box', 'article-pushed'],
  ['fail', 'pushing', 'failed', 'article-failed'],
  ['start-publishing', 'pushing', 'publishing', 'article-publish-begun'],
  ['publish', 'publishing', 'published', 'article-published'],
  ['stay-in-box', 'publishing', 'in-box', 'article-failed'],
  ['fail-publishing', 'publishing', 'failed', 'article-failed'],
  ['mark-published', 'in-box failed handed', 'published', 'article-published'],
  ['hand-over', 'approved in-box failed', 'handed', 'article-handed'],
  ['take-back', 'handed', 'approved', 'article-handed-back'],
  ['drop', 'draft failed', 'dropped', 'article-dropped'],
  ['restore', 'dropped', 'draft', 'article-restored'],
] as const)('%s leads from «%s» to %s, and the relay hears of %s', (act, from, to, event) => {
  const step = stepOf(act);
  expect({ from: step.from.join(' '), to: step.to, event: step.event }).toEqual({ from, to, event });
});
