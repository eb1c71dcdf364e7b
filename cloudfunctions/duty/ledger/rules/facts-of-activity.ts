/** What follows from an activity: one fact once it was held, none while it is planned or when it was withdrawn. */
import { shapeOf } from '../../../../miniprogram/contract/activity-kinds';
import type { ActivityDocument } from '../../activities/rules/activity-document';
import type { Fact } from './fact';

export type FactActivity = Pick<
  ActivityDocument,
  | 'state'
  | 'kind'
  | 'own'
  | 'date'
  | 'persons'
  | 'level'
  | 'group'
  | 'home'
  | 'village'
  | 'category'
  | 'household'
  | 'tag'
  | 'entered'
>;

export function factsOfActivity(activity: FactActivity): Fact[] {
  const { state, kind, date, persons, level, group, home, village, category, household, tag, entered } =
    activity;
  if (state !== 'held') return [];
  const { heading } = shapeOf(activity);
  return [
    {
      kind,
      part: '',
      date,
      persons,
      ...(heading !== undefined && { heading }),
      ...(level !== undefined && { level }),
      ...(group !== undefined && { group }),
      ...(home !== undefined && { home }),
      ...(village !== undefined && { village }),
      ...(category !== undefined && { category }),
      ...(household !== undefined && { household }),
      ...(tag !== undefined && { tag }),
      ...(entered && { entered }),
    },
  ];
}
