/**
 * The provider of short messages, as a recorder: what SMS_GATEWAY names where the local run was started with it. Nothing
 * goes anywhere; the page of the local WeChat shows it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord, parseJson, readBody, sendJson } from '../cloudbase/http';
import type { World } from './world';

export interface ShortMessage {
  readonly phone: string;
  readonly text: string;
  readonly at: number;
}

export const SMS_PATH = 'sms';
const TOKEN = 'local-sms-token';
const BODY_BYTES = 16 * 1024;
/** Providers cut what is longer into several (70 letters each) and refuse more than this. */
const LETTERS = 500;

/** What a function finds in its environment where there is a gateway. */
export function smsEnvironment(origin: string): Record<string, string> {
  return { SMS_GATEWAY: `${origin}/wechat/${SMS_PATH}`, SMS_TOKEN: TOKEN };
}

export async function handleSms(
  { store, clock }: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = parseJson((await readBody(request, BODY_BYTES)).toString('utf8'))?.value;
  const { phone, text } = isRecord(body) ? body : {};
  const known = request.headers.authorization === `Bearer ${TOKEN}`;
  const whole = typeof text === 'string' && text.length > 0 && text.length <= LETTERS;
  if (request.method !== 'POST' || !known || !whole || !/^1\d{10}$/.test(String(phone))) {
    sendJson(response, known ? 400 : 401, { ok: false });
    return;
  }
  const sent: ShortMessage = { phone: String(phone), text, at: clock.now() };
  store.put(['sms', store.next('sms')], sent);
  sendJson(response, 200, { ok: true });
}
