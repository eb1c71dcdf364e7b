import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { openOpinion } from './get-activity';
import { openSaid, readActivities } from './store';

type Listed = Output<'duty', 'listOpinions'>;

/** What the unit has of the newest inspections; a unit has few. One read after admit. */
export const listOpinions: Action<Input<'duty', 'listOpinions'>, Listed> = {
  write: false,
  input: dutyInputs.listOpinions,
  async run({ admitted }, { township }) {
    const unit = admitted?.unit ?? '';
    const found = await readActivities(township, `unit.${unit}`, LIMITS.page);
    const opinions = found.flatMap((activity) =>
      Object.entries(activity.opinions)
        .filter(([, stored]) => stored.unit === unit)
        .map(([id, stored]) => ({
          ...openOpinion(id, stored),
          activity: activity._id,
          title: openSaid(activity).title ?? '',
          date: activity.date,
        })),
    );
    const rank = (each: (typeof opinions)[number]) => `${each.state === 'answered' ? '1' : '0'}${each.due}`;
    return ok({ opinions: opinions.sort((one, other) => (rank(one) < rank(other) ? -1 : 1)) });
  },
};
