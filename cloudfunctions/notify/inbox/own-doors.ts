/** What every account may do about itself: only where there is such a township, and only so often. */
import type { Refused } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import type { Call } from '../../shared/serve';
import type { Window } from '../../shared/window';

/** No call while the directory is fresh in this instance, one otherwise. Undefined: go on. */
export async function refuseOwn(
  { township, account, now }: Call,
  window: Window,
): Promise<Refused | undefined> {
  const seconds = window.admits(account, now);
  if (seconds > 0) return refuse('rate-limited', { seconds });
  return (await recallTownship(township, now)) ? undefined : refuse('not-found');
}
