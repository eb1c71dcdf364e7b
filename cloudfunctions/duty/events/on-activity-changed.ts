import { encryptField } from '../../shared/cipher';
import type { Consumer } from '../../shared/outbox';
import { openSaid, readActivity, toView } from '../activities/store';
import type { ActivityDocument } from '../activities/rules/activity-document';
import { keepInLine } from '../ledger/store';
import { promisesOfActivity } from '../promises/rules/promise';
import { keepPromises, markKept, markOpen } from '../promises/store';

async function keepWord(activity: ActivityDocument): Promise<void> {
  const { _id, township, keeps, state, persons } = activity;
  if (keeps === undefined) return;
  if (state === 'withdrawn') await markOpen(township, keeps, _id);
  else await markKept(township, { promise: keeps, activity: _id, persons });
}

/**
 * An activity that was recorded, corrected, held or withdrawn: its rows follow it as it is now, and so do the visits
 * that it promises, and the one that it keeps.
 */
export const onActivityChanged: Consumer = async ({ township, document }) => {
  const source = { township, kind: 'activity' as const, id: document };
  let activity: ActivityDocument | undefined;
  await keepInLine(source, async () => {
    activity = await readActivity(township, document);
    return activity && toView(activity);
  });
  if (!activity) return;
  const name = activity.promised === undefined ? undefined : openSaid(activity).household?.name;
  await keepPromises(source, promisesOfActivity(activity, name && encryptField(name)));
  await keepWord(activity);
};
