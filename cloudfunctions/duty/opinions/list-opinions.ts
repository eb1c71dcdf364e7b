import type { OpinionRow } from '../../../miniprogram/contract/duty';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { OVERSEERS, WITH_OPINIONS } from '../../../miniprogram/contract/roles';
import { listRoles } from '../../registry/invitations/grants-store';
import {
  OPEN_OPINIONS,
  type ActivityDocument,
  type StoredOpinion,
} from '../activities/rules/activity-document';
import { openSaid, readWholeList } from '../activities/store';
import { dutyInputs } from '../schemas';
import { openOpinion, toCaller } from './open-opinion';
import { isOpenOpinion, type OpinionCaller } from './rules/life-cycle';

type Listed = Output<'duty', 'listOpinions'>;

function rowsOf(
  activity: ActivityDocument,
  call: Call,
  callers: readonly OpinionCaller[],
  wanted: (stored: StoredOpinion) => boolean,
): OpinionRow[] {
  if (activity.state !== 'held') return [];
  return Object.entries(activity.opinions)
    .filter(([, stored]) => wanted(stored))
    .map(([id, stored]) => ({
      ...openOpinion(id, stored, call, callers),
      activity: activity._id,
      title: openSaid(activity).title ?? '',
      date: activity.date,
    }));
}

/** Open ones by their date, then those that are over. */
function rank({ state, due }: OpinionRow): string {
  return `${isOpenOpinion({ state }) ? '0' : '1'}${due}`;
}

/** Two reads after admit, one more for each hundred inspections. */
export const listOpinions: Action<Input<'duty', 'listOpinions'>, Listed> = {
  write: false,
  input: dutyInputs.listOpinions,
  async run(call, { township }) {
    const held = await listRoles(call, WITH_OPINIONS);
    const unit = held.find((one) => one.unit !== undefined)?.unit ?? '';
    const oversees = held.some(({ role }) => OVERSEERS.includes(role));
    const list = oversees ? OPEN_OPINIONS : `unit.${unit}`;
    const wanted = oversees ? isOpenOpinion : (stored: StoredOpinion) => stored.unit === unit;
    const found = await readWholeList(township, list);
    const callers = held.map(toCaller);
    const opinions = found.flatMap((activity) => rowsOf(activity, call, callers, wanted));
    return ok({ opinions: opinions.sort((one, other) => (rank(one) < rank(other) ? -1 : 1)) });
  },
};
