/**
 * WeChat pushed its verdict on a photo or a recording, of a request or of an activity. Pushed twice it settles nothing
 * twice. False when nobody asked about it, or the asking side has not written it down yet.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { joinVerdict } from '../../request/content-check/store';
import type { Suggestion } from '../../request/content-check/rules/content-check';
import { settleEither } from '../activities/store';

export function onMediaVerdict(
  { traceId, suggest }: { traceId: string; suggest: Suggestion },
  now: Instant,
): Promise<boolean> {
  return joinVerdict({ traceId, suggest, now }, settleEither);
}
