import {
  ARTICLE_LIFE,
  isLegal,
  legalActs,
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
