/** `/weixin/…`: the door of api.weixin.qq.com, for functions of this machine. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { NotEmulatedError } from '../cloudbase/functions/loopback-only';
import { BodyTooLarge, isFromThisMachine, isRecord, parseJson, readBody, sendJson } from '../cloudbase/http';
import { codeApis } from './apis/codes';
import { draftApis } from './apis/drafts';
import { phoneApis } from './apis/phone';
import { pictureApis } from './apis/pictures';
import { publishApis } from './apis/publish';
import { securityApis } from './apis/security';
import { subscribeApis } from './apis/subscribe';
import { toBody, WechatError } from './errors';
import { countCall } from './limits';
import type { FailAs } from './settings';
import { grantToken, readToken } from './tokens';
import type { Api, ApiAnswer, ApiCall, World } from './world';

const APIS: Readonly<Record<string, Api>> = {
  ...subscribeApis,
  ...codeApis,
  ...phoneApis,
  ...securityApis,
  ...pictureApis,
  ...draftApis,
  ...publishApis,
};

const TOKEN_PATH = '/cgi-bin/stable_token';
const TOKEN_LIMITS = { perMinute: 10_000, perDay: 500_000 };
/** A little more than the largest material with its form around it. */
const BODY_BYTES = 12 * 1024 * 1024;

interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly method: string;
  readonly type: string;
  readonly bytes: Buffer;
  readonly ip: string;
}

async function readAsked(path: string, request: IncomingMessage): Promise<Asked> {
  const { searchParams: query } = new URL(request.url ?? '/', 'http://wechat');
  const ip = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return {
    path,
    query,
    ip,
    method: request.method ?? 'GET',
    type: request.headers['content-type'] ?? '',
    bytes: await readBody(request, BODY_BYTES),
  };
}

function readJson(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) throw new WechatError(44002);
  const body = parseJson(bytes.toString('utf8'))?.value;
  if (!isRecord(body)) throw new WechatError(47001);
  return body;
}

async function readForm({ bytes, type }: Asked): Promise<FormData> {
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- not in the open: 12 MB at most, of this machine
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new WechatError(41005);
  }
}

async function callApi(world: World, api: Api, asked: Asked): Promise<ApiAnswer> {
  if (api.method !== 'ANY' && api.method !== asked.method) throw new WechatError(43002);
  const account = readToken(world, asked.query.get('access_token'));
  if (account.kind !== api.of) throw new WechatError(48001);
  countCall(world, asked.path, account.appid, api);
  const call: ApiCall = {
    world,
    account,
    now: world.clock.now(),
    query: asked.query,
    body: api.takes === 'json' ? readJson(asked.bytes) : {},
    text: api.takes === 'json' ? asked.bytes.toString('utf8') : '',
    form: api.takes === 'form' ? await readForm(asked) : undefined,
  };
  return api.run(call);
}

function callToken(world: World, { path, method, bytes, ip }: Asked): ApiAnswer {
  if (method !== 'POST') throw new WechatError(43002);
  const body = readJson(bytes);
  const answer = grantToken(world, body, ip);
  countCall(world, path, String(body['appid']), TOKEN_LIMITS);
  return answer;
}

async function answer(world: World, asked: Asked): Promise<ApiAnswer> {
  try {
    if (asked.path === TOKEN_PATH) return callToken(world, asked);
    const api = Object.hasOwn(APIS, asked.path) ? APIS[asked.path] : undefined;
    if (!api) throw new NotEmulatedError(`the API ${asked.path} of WeChat is not emulated`);
    return await callApi(world, api, asked);
  } catch (error) {
    if (error instanceof WechatError) return toBody(error);
    throw error;
  }
}

function send(response: ServerResponse, body: ApiAnswer): void {
  if ('bytes' in body && Buffer.isBuffer(body.bytes)) {
    response.writeHead(200, { 'content-type': String(body['type']), 'content-length': body.bytes.length });
    response.end(body.bytes);
  } else sendJson(response, 200, body);
}

/** What was planned to go wrong with this call; true: it is dealt with. */
async function failAs(
  world: World,
  plan: FailAs | undefined,
  asked: Asked,
  response: ServerResponse,
): Promise<boolean> {
  if (plan === undefined) return false;
  if (plan === 'drop') {
    await answer(world, asked);
    response.destroy();
  } else if (plan === 'garbage') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>busy</html>');
  } else if (typeof plan === 'number') sendJson(response, 200, toBody(new WechatError(plan)));
  return true;
}

export async function handleApi(
  world: World,
  path: string,
  log: (line: string) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isFromThisMachine(request)) {
    sendJson(response, 403, { error: 'the server interface is for this machine' });
    return;
  }
  const { dead = false, latencyMs = 0 } = world.faults.settings;
  if (dead) {
    response.destroy();
    return;
  }
  try {
    const asked = await readAsked(path, request);
    if (latencyMs > 0) await sleep(latencyMs);
    if (await failAs(world, world.faults.planFor(path), asked, response)) return;
    send(response, await answer(world, asked));
  } catch (error) {
    if (error instanceof BodyTooLarge) sendJson(response, 200, toBody(new WechatError(40009)));
    else if (error instanceof NotEmulatedError) {
      log(`[wechat] ${error.message}`);
      sendJson(response, 501, { error: `NotEmulatedError: ${error.message}` });
    } else throw error;
  }
}
