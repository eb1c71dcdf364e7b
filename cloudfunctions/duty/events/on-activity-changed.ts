import type { Consumer } from '../../shared/outbox';
import { viewActivity } from '../activities/store';
import { keepInLine } from '../ledger/store';

/** An activity that was recorded, corrected, held or withdrawn: its rows follow it as it is now. */
export const onActivityChanged: Consumer = async ({ township, document }) => {
  await keepInLine({ township, kind: 'activity', id: document }, () => viewActivity(township, document));
};
