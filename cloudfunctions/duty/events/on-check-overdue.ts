/** A check that WeChat never answered goes to a person of the office. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { expireTraces } from '../../request/content-check/store';
import { settleEither } from '../activities/store';

/** After a long pause the next minutes do the rest. */
const TRACES_AT_ONCE = 50;

/** One look when none is overdue. */
export function onClock(
  _townships: readonly string[],
  now: Instant,
  endsAt: Instant = Infinity,
): Promise<number> {
  return expireTraces({ now, endsAt, limit: TRACES_AT_ONCE }, settleEither);
}
