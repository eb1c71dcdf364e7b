/** What was recorded and is not known to be sent: it stays on the phone under its key until it is in. */
import type { UnsentActivity } from './kept';
import { keep, recall } from './storage';

export function listUnsent(): readonly UnsentActivity[] {
  return recall('unsentActivities') ?? [];
}

/** False when the phone cannot keep it: then it must be sent now. */
export function addUnsent(activity: UnsentActivity): boolean {
  const others = listUnsent().filter(({ key }) => key !== activity.key);
  return keep('unsentActivities', [...others, activity]);
}

export function dropUnsent(key: string): void {
  keep(
    'unsentActivities',
    listUnsent().filter((each) => each.key !== key),
  );
}
