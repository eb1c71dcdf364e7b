import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { add, put } from '../../shared/conditions';
import { recordActs } from '../../shared/outbox';
import { OPEN_OPINIONS, type ActivityDocument } from '../activities/rules/activity-document';
import { changeActivity, readWholeList, readActivity } from '../activities/store';
import { isLate } from '../opinions/rules/life-cycle';

/** Opinions of this activity whose date is past and was not told yet. */
function lateOf({ opinions, state }: Pick<ActivityDocument, 'opinions' | 'state'>, today: LocalDate) {
  if (state !== 'held') return [];
  return Object.entries(opinions).filter(([, each]) => isLate(each, today) && each.lateTold !== each.due);
}

async function tellLate(township: string, id: string, now: Instant): Promise<number> {
  const today = toLocalDate(now);
  const activity = await readActivity(township, id);
  const late = activity ? lateOf(activity, today) : [];
  if (!activity || late.length === 0) return 0;
  const acts = late.map(([opinion, { due, unit, state }]) => ({
    at: now,
    by: 'system',
    act: 'opinion-late',
    of: opinion,
    from: state,
    to: state,
    key: `late-${opinion}-${due}`,
    event: 'opinion-late',
    about: { activity: id, opinion, unit },
  }));
  const told = late.map(([opinion, { due }]) => [`opinions.${opinion}.lateTold`, put(due)] as const);
  const changes = { ...Object.fromEntries(told), edition: add(1), ...recordActs(acts) };
  const written = await changeActivity(township, id, { edition: activity.edition }, changes);
  return written ? late.length : 0;
}

/** Each morning: 视察意见 whose date is past, once for each date. One call where there is none. */
export async function tellLateOpinions(township: string, now: Instant): Promise<number> {
  const today = toLocalDate(now);
  const found = await readWholeList(township, OPEN_OPINIONS);
  let told = 0;
  for (const activity of found.filter((each) => lateOf(each, today).length > 0))
    told += await tellLate(township, activity._id, now);
  return told;
}
