/** WeChat pushed its verdict on a photo or a recording. Pushed twice it settles nothing twice. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { joinVerdict } from '../content-check/store';
import type { Suggestion } from '../content-check/rules/content-check';

export function onMediaVerdict(
  { traceId, suggest }: { traceId: string; suggest: Suggestion },
  now: Instant,
): Promise<void> {
  return joinVerdict(traceId, suggest, now);
}
