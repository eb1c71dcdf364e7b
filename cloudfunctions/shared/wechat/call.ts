/**
 * One call of WeChat's server interface: token, one renewal of it, and only the retries that the table of codes
 * allows. What comes back is a value; nothing here throws for what WeChat or the network does.
 */
import * as v from 'valibot';
import { type Account, type Credentials, readCredentials } from './accounts';
import { classOf, refusal, toRefusal, type WechatAnswer, type WechatRefusal } from './errors';
import { readToken, renewToken } from './token';
import { exchange, type Reply, type Upload } from './transport';

/** Tries of one call; what is still busy then is the caller's to bring again later. */
const ATTEMPTS = 3;
/** Before the second and third try: this much and as much again by chance, in ms. */
const PAUSE_MS = 150;

export interface Call<T> {
  readonly account: Account;
  readonly path: string;
  readonly body?: object;
  readonly upload?: Upload;
  readonly query?: Readonly<Record<string, string>>;
  /** True: carried out twice it is as if once, so a lost answer is simply asked for again. */
  readonly repeatable: boolean;
  readonly data: v.GenericSchema<unknown, T>;
}

export interface Picture {
  readonly bytes: Buffer;
  readonly type: string;
}

function pause(attempt: number): Promise<void> {
  const ms = attempt * PAUSE_MS * (1 + Math.random());
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function codeOf(reply: Reply): WechatRefusal | undefined {
  if (!reply.ok) return reply;
  if (!('json' in reply)) return undefined;
  const { errcode, errmsg } = reply.json;
  return typeof errcode === 'number' && errcode !== 0 ? toRefusal(errcode, String(errmsg)) : undefined;
}

/** WeChat's "busy" means that nothing was done; a lost answer means that nobody knows. */
function isPassing(refused: WechatRefusal, repeatable: boolean): boolean {
  const kind = classOf(refused.code);
  return kind === 'busy' || (kind === 'network' && (repeatable || !refused.maybeDone));
}

type Sent = Exclude<Reply, WechatRefusal> | WechatRefusal;

async function send(call: Call<unknown>, token: string): Promise<Sent> {
  const { path, body, upload } = call;
  const reply = await exchange({
    path,
    query: { ...call.query, access_token: token },
    ...(body && { body }),
    ...(upload && { upload }),
  });
  return codeOf(reply) ?? reply;
}

/** With a token, renewed once when WeChat refuses it. */
async function sendWithToken(call: Call<unknown>, credentials: Credentials): Promise<Sent> {
  const token = await readToken(credentials);
  if (!token.ok) return token;
  const sent = await send(call, token.data);
  if (sent.ok || classOf(sent.code) !== 'token') return sent;
  const renewed = await renewToken(credentials, token.data);
  return renewed.ok ? send(call, renewed.data) : renewed;
}

async function sendPatiently(call: Call<unknown>): Promise<Sent> {
  const credentials = readCredentials(call.account);
  if (!credentials) return refusal('not-configured');
  for (let attempt = 1; ; attempt++) {
    const sent = await sendWithToken(call, credentials);
    if (sent.ok || attempt === ATTEMPTS || !isPassing(sent, call.repeatable)) return sent;
    await pause(attempt);
  }
}

/** For calls that answer JSON. */
export async function callApi<T>(call: Call<T>): Promise<WechatAnswer<T>> {
  const sent = await sendPatiently(call);
  if (!sent.ok) return sent;
  const read = 'json' in sent ? v.safeParse(call.data, sent.json) : undefined;
  return read?.success ? { ok: true, data: read.output } : refusal('bad-answer', true);
}

/** For the one call that answers a picture where it went well and JSON where it did not. */
export async function callForPicture(call: Omit<Call<unknown>, 'data'>): Promise<WechatAnswer<Picture>> {
  const sent = await sendPatiently({ ...call, data: v.unknown() });
  if (!sent.ok) return sent;
  return 'bytes' in sent ? { ok: true, data: { bytes: sent.bytes, type: sent.type } } : refusal('bad-answer');
}

/** Where the code says it all. */
export const nothing = v.pipe(
  v.unknown(),
  v.transform(() => undefined),
);

/** A number in one page of the documentation, a text in another. */
export const idText = v.pipe(
  v.union([v.pipe(v.string(), v.minLength(1)), v.number()]),
  v.transform((id) => String(id)),
);
