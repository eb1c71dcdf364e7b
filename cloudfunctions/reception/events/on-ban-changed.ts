import type { Consumer } from '../../shared/outbox';
import { bringBans } from '../bans/store';

/** For person-banned and ban-lifted: whatever the event said, the days are brought in line with the bans as they are now. */
export const onBarChanged: Consumer = ({ township }, now) => bringBans(township, now);
