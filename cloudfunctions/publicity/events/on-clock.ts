/**
 * Pushes whose phone or instance went away, and publications that are to be asked after. The work is done by
 * publicity's own instances (`resume`): neither the sanitizer nor the font is in the relay.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { callOwnFunction } from '../../shared/own-call';
import { readWaiting } from '../articles/store';

/** Of one minute; the next one finds the rest. */
const AT_ONCE = 10;

/** One look across the townships; one call for each push that waits. Answers how many. */
export async function onClock(townships: readonly string[], now: Instant): Promise<number> {
  if (townships.length === 0) return 0;
  const waiting = await readWaiting(townships, now, AT_ONCE);
  const resumed = await Promise.allSettled(
    waiting.map(({ township, _id: article }) =>
      callOwnFunction('publicity', 'resume', { township, article }),
    ),
  );
  return resumed.filter(({ status }) => status === 'fulfilled').length;
}
