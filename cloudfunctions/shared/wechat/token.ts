/**
 * The access token by `stable_token`, kept in the instance. It is the endpoint that many instances may ask at
 * once: without `force_refresh` each gets the same token, and the old one stays valid for five minutes after it
 * is renewed. `force_refresh` is allowed 20 times a day and at most every 30 s, so it is the last resort.
 */
import * as v from 'valibot';
import { readClock } from '../clock';
import type { Credentials } from './accounts';
import { refusal, toRefusal, type WechatAnswer } from './errors';
import { exchange } from './transport';

interface Kept {
  readonly token: string;
  /** From then on it is asked for again; before the platform's own renewal could leave it behind. */
  readonly until: number;
}

/** The platform renews this long before the end, with both tokens valid meanwhile (stable_token). */
const OVERLAP_MS = 300_000;
/** A token in its last minutes is used, but not for long. */
const SHORTEST_MS = 10_000;

const grant = v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() });

const kept = new Map<string, Kept>();
const asked = new Map<string, Promise<WechatAnswer<string>>>();

async function ask({ appid, secret }: Credentials, force: boolean): Promise<WechatAnswer<string>> {
  const askedAt = readClock();
  const reply = await exchange({
    path: '/cgi-bin/stable_token',
    query: {},
    body: { grant_type: 'client_credential', appid, secret, force_refresh: force },
  });
  if (!reply.ok) return { ...reply, maybeDone: false };
  if (!('json' in reply)) return refusal('bad-answer');
  const { errcode, errmsg } = reply.json;
  if (typeof errcode === 'number' && errcode !== 0) return toRefusal(errcode, String(errmsg));
  const read = v.safeParse(grant, reply.json);
  if (!read.success) return refusal('bad-answer');
  const { access_token: token, expires_in: seconds } = read.output;
  kept.set(appid, { token, until: askedAt + Math.max(seconds * 1_000 - OVERLAP_MS, SHORTEST_MS) });
  return { ok: true, data: token };
}

/** One question at a time for each account, however many calls begin at once. */
function askOnce(credentials: Credentials, force: boolean): Promise<WechatAnswer<string>> {
  const name = `${credentials.appid} ${String(force)}`;
  const running = asked.get(name);
  if (running) return running;
  const question = ask(credentials, force).finally(() => asked.delete(name));
  asked.set(name, question);
  return question;
}

/** Whether WeChat takes these keys at all: asked anew, whatever this instance knows. */
export function tryCredentials(credentials: Credentials): Promise<WechatAnswer<string>> {
  return ask(credentials, false);
}

export async function readToken(credentials: Credentials): Promise<WechatAnswer<string>> {
  const known = kept.get(credentials.appid);
  if (known && known.until > readClock()) return { ok: true, data: known.token };
  return askOnce(credentials, false);
}

/** Another token than the one that was refused: asked for, and forced only where the same comes back. */
export async function renewToken(credentials: Credentials, refused: string): Promise<WechatAnswer<string>> {
  const known = kept.get(credentials.appid);
  if (known && known.token !== refused) return { ok: true, data: known.token };
  kept.delete(credentials.appid);
  const answer = await askOnce(credentials, false);
  if (!answer.ok || answer.data !== refused) return answer;
  kept.delete(credentials.appid);
  return askOnce(credentials, true);
}
