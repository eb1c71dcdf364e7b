import type { OpinionRow } from '../../../miniprogram/contract/duty';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { isOffice } from '../activities/act-on-activity';
import {
  OPEN_OPINIONS,
  type ActivityDocument,
  type StoredOpinion,
} from '../activities/rules/activity-document';
import { openSaid, readActivities } from '../activities/store';
import { dutyInputs } from '../schemas';
import { openOpinion } from './open-opinion';
import { isOpenOpinion } from './rules/life-cycle';

type Listed = Output<'duty', 'listOpinions'>;

function rowsOf(
  activity: ActivityDocument,
  call: Call,
  wanted: (stored: StoredOpinion) => boolean,
): OpinionRow[] {
  if (activity.state !== 'held') return [];
  return Object.entries(activity.opinions)
    .filter(([, stored]) => wanted(stored))
    .map(([id, stored]) => ({
      ...openOpinion(id, stored, call),
      activity: activity._id,
      title: openSaid(activity).title ?? '',
      date: activity.date,
    }));
}

/** Open ones by their date, then those that are over. */
function rank({ state, due }: OpinionRow): string {
  return `${isOpenOpinion({ state }) ? '0' : '1'}${due}`;
}

/** Of the newest inspections: a unit, and a township, has few. One read after admit. */
export const listOpinions: Action<Input<'duty', 'listOpinions'>, Listed> = {
  write: false,
  input: dutyInputs.listOpinions,
  async run(call, { township }) {
    const unit = call.admitted?.unit ?? '';
    const office = isOffice(call);
    const list = office ? OPEN_OPINIONS : `unit.${unit}`;
    const wanted = office ? isOpenOpinion : (stored: StoredOpinion) => stored.unit === unit;
    const found = await readActivities(township, list, LIMITS.page);
    const opinions = found.flatMap((activity) => rowsOf(activity, call, wanted));
    return ok({ opinions: opinions.sort((one, other) => (rank(one) < rank(other) ? -1 : 1)) });
  },
};
