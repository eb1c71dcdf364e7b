/** 写成稿件: what an article may tell of, and whose leave it takes. */
import { NEVER_TOLD } from '../../../../miniprogram/contract/activity-kinds';
import type { ActivityDocument } from './activity-document';

type Told = Pick<ActivityDocument, 'kind' | 'state' | 'persons' | 'story'>;

/** Who did it alone; undefined: nobody of the directory, or several. */
function soleOf({ persons }: Pick<Told, 'persons'>): string | undefined {
  return persons.length === 1 ? persons[0] : undefined;
}

/** What several did is the office's to tell; a story of one person takes that person's consent. */
export function mayTell(activity: Told): boolean {
  const { kind, state, story } = activity;
  if (state !== 'held' || NEVER_TOLD.includes(kind)) return false;
  const sole = soleOf(activity);
  return sole === undefined || story === sole;
}

export function mayConsent(activity: Told, actor: string): boolean {
  const { kind, state } = activity;
  return state === 'held' && !NEVER_TOLD.includes(kind) && soleOf(activity) === actor;
}
