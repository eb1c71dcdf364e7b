import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { planInput } from '../schemas';
import { articleId, readStates } from '../articles/store';
import { readKept } from './store';

/** Two reads after admit. */
export const plan: Action<Input<'publicity', 'plan'>, Output<'publicity', 'plan'>> = {
  write: false,
  input: planInput,
  async run(_call, { township, year }) {
    const { activities = {} } = await readKept(township, `plan-${String(year)}`);
    const rows = Object.values(activities).map((activity) => ({
      activity,
      id: articleId(township, ['activity', `${String(year)}-${activity.id}`]),
    }));
    const found = await readStates(
      township,
      rows.map(({ id }) => id),
    );
    const shown = rows.map(({ activity, id }) => {
      const article = found.find(({ _id }) => _id === id);
      return article ? { ...activity, article: id, articleState: article.state } : activity;
    });
    shown.sort((one, other) => (one.date + one.id < other.date + other.id ? -1 : 1));
    return ok({ year, activities: shown });
  },
};
