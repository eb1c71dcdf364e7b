import { ARTICLE_LIMITS } from '../../../miniprogram/contract/article';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { put } from '../../shared/conditions';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { actOnKept } from './act-on-kept-document';
import { saveActivityInput } from '../schemas';

/** Two clerks on two rows never refuse each other: each row keeps the version of the plan at which it was written. */
export const saveActivity: Action<Input<'publicity', 'saveActivity'>, Output<'publicity', 'saveActivity'>> = {
  write: true,
  input: saveActivityInput,
  run: (call, { year, edition, activity }) =>
    actOnKept(call, `plan-${String(year)}`, (kept) => {
      const { activities = {} } = kept;
      const there = Object.hasOwn(activities, activity.id) ? activities[activity.id] : undefined;
      if ((there?.edition ?? 0) !== edition) return refuse('row-changed');
      if (!there && Object.keys(activities).length >= ARTICLE_LIMITS.activities)
        return refuse('too-many-rows', { max: ARTICLE_LIMITS.activities });
      const next = kept.edition + 1;
      const changes = { [`activities.${activity.id}`]: put({ ...activity, edition: next }) };
      return { changes, of: activity.id, event: 'activity-saved', edition: next };
    }),
};
