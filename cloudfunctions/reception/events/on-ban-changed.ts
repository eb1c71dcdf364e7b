import type { Consumer } from '../../shared/outbox';
import { bringBars } from '../bans/store';

/** For person-barred and bar-lifted: whatever the event said, the days are brought in line with the bars as they are now. */
export const onBarChanged: Consumer = ({ township }, now) => bringBars(township, now);
