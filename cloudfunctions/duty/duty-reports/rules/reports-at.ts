import type { ActivityDocument } from '../../activities/rules/activity-document';

/** Whether the activity is a 述职 of this deputy. */
export function reportsAt(activity: ActivityDocument | undefined, person: string): boolean {
  if (activity?.kind !== 'duty-report' || activity.state === 'withdrawn') return false;
  return activity.persons.includes(person) || person in activity.invited;
}
