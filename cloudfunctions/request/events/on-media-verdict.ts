/**
 * WeChat pushed its verdict on a photo or a recording. Pushed twice it settles nothing twice. False when nobody asked
 * about it, or the asking side has not written it down yet.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { joinVerdict } from '../content-check/store';
import type { Suggestion } from '../content-check/rules/content-check';

export function onMediaVerdict(
  { traceId, suggest }: { traceId: string; suggest: Suggestion },
  now: Instant,
): Promise<boolean> {
  return joinVerdict(traceId, suggest, now);
}
