/** Content security: POST /wxa/msg_sec_check and /wxa/media_check_async, version 2. */
import * as v from 'valibot';
import { callApi } from './call';
import type { WechatAnswer } from './errors';

/** `pass`, or a person must look. Congress requests often score as political (label 20001). */
export type Suggestion = 'pass' | 'review' | 'risky';

/** Characters of one text; longer ones go in parts. */
export const CHECKED_TEXT_CHARS = 2_500;

/** 2: a comment, the nearest of WeChat's kinds to what is written to an office (1 profile, 3 forum, 4 log). */
const SCENE = 2;

const suggestion = v.picklist(['pass', 'review', 'risky']);

const verdict = v.pipe(
  v.object({ trace_id: v.string(), result: v.object({ suggest: suggestion, label: v.number() }) }),
  v.transform(({ trace_id: traceId, result: { suggest, label } }) => ({ traceId, suggest, label })),
);

export interface TextVerdict {
  readonly traceId: string;
  readonly suggest: Suggestion;
  /** 100 all right, 20001 political, and others. */
  readonly label: number;
}

/** The openid must have opened the mini-program within two hours (61010). */
export function msgSecCheck(openid: string, content: string): Promise<WechatAnswer<TextVerdict>> {
  return callApi({
    account: 'mini',
    path: '/wxa/msg_sec_check',
    body: { version: 2, scene: SCENE, openid, content },
    repeatable: true,
    data: verdict,
  });
}

const trace = v.pipe(
  v.object({ trace_id: v.pipe(v.string(), v.minLength(1)) }),
  v.transform(({ trace_id: traceId }) => ({ traceId })),
);

/**
 * The verdict comes within 30 minutes as a push that names the trace id, perhaps before this answers. `url` must
 * be open to WeChat. Repeatable: a second check of the same file is only a second verdict.
 */
export function mediaCheckAsync(
  openid: string,
  media: { readonly url: string; readonly kind: 'sound' | 'picture' },
): Promise<WechatAnswer<{ traceId: string }>> {
  const { url, kind } = media;
  return callApi({
    account: 'mini',
    path: '/wxa/media_check_async',
    body: { version: 2, scene: SCENE, openid, media_url: url, media_type: kind === 'sound' ? 1 : 2 },
    repeatable: true,
    data: trace,
  });
}

/** What WeChat pushes to the function named in the console; only the fields that are read. */
export const mediaVerdictEvent = v.pipe(
  v.object({
    MsgType: v.literal('event'),
    Event: v.literal('wxa_media_check'),
    trace_id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
    errcode: v.optional(v.number(), 0),
    result: v.optional(v.object({ suggest: v.string(), label: v.optional(v.number(), 0) })),
  }),
  v.transform(({ trace_id: traceId, errcode, result }) => {
    const known = v.safeParse(suggestion, result?.suggest);
    // A check that failed, or a word that is not known yet: a person looks.
    return { traceId, suggest: errcode === 0 && known.success ? known.output : ('review' as const) };
  }),
);
