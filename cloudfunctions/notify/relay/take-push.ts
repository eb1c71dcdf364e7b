/**
 * What WeChat pushes to this function: verdicts on photos and recordings. It shows no identity, and WeChat pushes it
 * again until it reads the text `success`. Whoever forges one knows no trace that was asked about, and writes nothing.
 */
import * as v from 'valibot';
import type { Answer } from '../../../miniprogram/contract/wire';
import { readOpenid } from '../../shared/caller';
import { readClock } from '../../shared/clock';
import { refuse } from '../../shared/errors';
import { logFault } from '../../shared/serve';
import { mediaVerdictEvent } from '../../shared/wechat/security';

/** Undefined: no push, but somebody's call. */
export async function takePush(raw: unknown): Promise<'success' | Answer<never> | undefined> {
  const read = v.safeParse(mediaVerdictEvent, raw);
  if (!read.success) return undefined;
  // An account that writes such an event is no platform.
  if (readOpenid() !== '') return refuse('not-allowed');
  try {
    const { takeMediaVerdict } = await import('./consumers');
    const known = await takeMediaVerdict(read.output, readClock());
    // Perhaps the asking side has not written its question down yet: pushed again, the verdict finds it.
    return known ? 'success' : refuse('busy');
  } catch (error) {
    logFault('notify', 'push', error);
    return refuse('busy');
  }
}
