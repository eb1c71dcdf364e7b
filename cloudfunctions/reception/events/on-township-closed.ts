/**
 * A day ahead in a closed township is closed as at its closing time: what villagers do there asks no other document. What
 * the desk does is refused at its door.
 */
import type { Consumer } from '../../shared/outbox';
import { bringClosing } from '../days/store';

/** For township-closed and township-opened. */
export const onTownshipClosed: Consumer = ({ township }, now) => bringClosing(township, now);
