import type { IncomingMessage, ServerResponse } from 'node:http';
import { costHeaders } from './admin';
import type { Cost } from './database/types';
import { type PlatformError, platformError, toPhone } from './errors';
import type { FunctionHost } from './functions/host';
import { BodyTooLarge, isOwnOrigin, parseJson, readBody, sendJson } from './http';

const API = 'cloud.callFunction';
/** A little above the event's own limit, which the host answers with its own code. */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;
const OPENID = /^[\x21-\x7e]{1,128}$/;

/**
 * The identity that the platform would have proved, taken from `x-wx-openid`; undefined without one.
 * This header is the whole login of the local run: it must never exist anywhere else.
 */
export function readOpenid(request: IncomingMessage): string | undefined {
  const value = request.headers['x-wx-openid'];
  return typeof value === 'string' && OPENID.test(value) ? value : undefined;
}

export interface GatewayParts {
  readonly host: FunctionHost;
  /** Told that somebody uses the mini-program. */
  readonly wechat: { see(openid: string): void };
}

/**
 * `POST /invoke/<function>` with the event as JSON, as `wx.cloud.callFunction({name, data})`.
 * Answers `{"result": …}` or `{"errCode": …, "errMsg": …}`, always with status 200 where the call reached
 * the function, and tells in `x-db-calls` and `x-db-examined` what it cost.
 */
export async function handleInvoke(
  { host, wechat }: GatewayParts,
  functionName: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (status: number, error: PlatformError): void => {
    sendJson(response, status, toPhone(error, API));
  };
  if (request.method !== 'POST') {
    refuse(405, platformError('invalidParam', 'POST only'));
    return;
  }
  if (!isOwnOrigin(request)) {
    refuse(403, platformError('invalidParam', 'a request of another web site'));
    return;
  }
  const body = await readBody(request, BODY_LIMIT_BYTES).catch((error: unknown) => {
    if (error instanceof BodyTooLarge) return undefined;
    throw error;
  });
  if (!body) {
    refuse(200, platformError('eventTooLarge'));
    return;
  }
  const event = body.length === 0 ? { value: {} } : parseJson(body.toString('utf8'));
  if (!event) {
    refuse(400, platformError('invalidParam', 'the body is no JSON'));
    return;
  }
  const cost: Cost = { calls: 0, examined: 0 };
  const origin = { openid: readOpenid(request), source: 'wx_client' };
  if (origin.openid !== undefined) wechat.see(origin.openid);
  const outcome = await host.invoke(functionName, event.value, origin, cost);
  const answer = outcome.ok ? { result: JSON.parse(outcome.text) as unknown } : toPhone(outcome.error, API);
  sendJson(response, 200, answer, costHeaders(cost));
}
