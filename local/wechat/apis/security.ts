import { randomBytes } from 'node:crypto';
import { WechatError } from '../errors';
import { judgeBytes, judgeText, type Verdict } from '../verdicts';
import type { Api, ApiAnswer, ApiCall } from '../world';

const TEXT_CHARS = 2_500;
/** 61010: the person must have used the mini-program within two hours. */
const PRESENT_MS = 2 * 3_600_000;
const MEDIA_BYTES = 10 * 1024 * 1024;

/** A check as it is shown at /wechat: never the text itself. */
export interface Checked {
  readonly traceId: string;
  readonly what: 'text' | 'picture' | 'sound';
  readonly openid: string;
  readonly at: number;
  readonly suggest: Verdict['suggest'];
  readonly label: number;
}

/** A verdict that waits to be pushed; gone when the function has answered `success`. */
export interface Pending {
  readonly traceId: string;
  readonly event: Readonly<Record<string, unknown>>;
}

function readCommon({ world, body, now }: ApiCall): string {
  const { openid, scene, version } = body;
  if (version !== 2) throw new WechatError(40035);
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) throw new WechatError(40129);
  if (typeof openid !== 'string' || openid === '') throw new WechatError(40003);
  if (now - (world.seen.get(openid) ?? -Infinity) > PRESENT_MS) throw new WechatError(61010);
  return openid;
}

function detailOf({ suggest, label, keyword }: Verdict): object[] {
  const found = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
  return [keyword === undefined ? found : { ...found, keyword }];
}

function note(call: ApiCall, checked: Checked): void {
  call.world.store.put(['check', call.world.store.next('check')], checked);
}

function checkText(call: ApiCall): ApiAnswer {
  const { content } = call.body;
  if (typeof content !== 'string' || content === '') throw new WechatError(44002);
  if (content.length > TEXT_CHARS) throw new WechatError(45002);
  const openid = readCommon(call);
  const verdict = judgeText(content);
  const { suggest, label } = verdict;
  const traceId = newTrace();
  note(call, { traceId, what: 'text', openid, at: call.now, suggest, label });
  const result = { suggest, label };
  return { errcode: 0, errmsg: 'ok', trace_id: traceId, result, detail: detailOf(verdict) };
}

function newTrace(): string {
  const [a, b, c] = [4, 4, 4].map((bytes) => randomBytes(bytes).toString('hex'));
  return `${String(a)}-${String(b)}-${String(c)}`;
}

function toEvent(call: ApiCall, traceId: string, openid: string, verdict: Verdict | undefined): Pending {
  const common = {
    ToUserName: 'gh_0000000000000',
    FromUserName: openid,
    CreateTime: Math.floor(call.now / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: call.account.appid,
    trace_id: traceId,
    version: 2,
  };
  // A file that cannot be fetched or is too large: the check itself failed.
  const outcome = verdict
    ? { errcode: 0, errmsg: 'ok', detail: detailOf(verdict), result: pick(verdict) }
    : { errcode: -1008, errmsg: 'download media failed', detail: [], result: { suggest: '', label: 0 } };
  return { traceId, event: { ...common, ...outcome } };
}

const pick = ({ suggest, label }: Verdict): object => ({ suggest, label });

/** Asynchronous as there: the verdict comes by push, before this answer or after it. */
async function checkMedia(call: ApiCall): Promise<ApiAnswer> {
  const { media_url: url, media_type: type } = call.body;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) throw new WechatError(40035);
  if (type !== 1 && type !== 2) throw new WechatError(40035);
  const openid = readCommon(call);
  const { world } = call;
  const bytes = await world.download(url);
  const verdict = bytes && bytes.length <= MEDIA_BYTES ? judgeBytes(bytes) : undefined;
  const traceId = newTrace();
  const { suggest, label } = verdict ?? { suggest: 'review' as const, label: 0 };
  const what = type === 1 ? 'sound' : 'picture';
  note(call, { traceId, what, openid, at: call.now, suggest, label });
  world.store.put(['pending', traceId], toEvent(call, traceId, openid, verdict));
  const { pushes = 'after' } = world.faults.settings;
  if (pushes === 'before') await world.push(traceId);
  if (pushes === 'after') setImmediate(() => void world.push(traceId));
  return { errcode: 0, errmsg: 'ok', trace_id: traceId };
}

const common = { method: 'POST', of: 'mini', takes: 'json' } as const;

export const securityApis: Readonly<Record<string, Api>> = {
  '/wxa/msg_sec_check': { ...common, perMinute: 4_000, perDay: 2_000_000, run: checkText },
  '/wxa/media_check_async': { ...common, perMinute: 2_000, perDay: 200_000, run: checkMedia },
};
