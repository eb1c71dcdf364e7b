/**
 * What the WeChat app on the phone asks its own server, for the preview: `POST /wechat/phone/<what>` with a JSON body
 * and the header `x-wx-openid`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readOpenid } from '../cloudbase/gateway';
import { isOwnOrigin, isRecord, parseJson, readBody, sendJson } from '../cloudbase/http';
import { REGISTERED } from './accounts';
import { givePhoneCode } from './apis/phone';
import { answerSubscriptions, type Choice, readSubscriptions, setSubscriptions } from './people';
import type { World } from './world';

type Body = Readonly<Record<string, unknown>>;
type Door = (world: World, openid: string, body: Body) => Body;

function readChoices(value: unknown): Record<string, Choice> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Choice] => entry[1] === 'accept' || entry[1] === 'reject'),
  );
}

function subscriptions({ store }: World, openid: string): Body {
  const { mainSwitch, kept } = readSubscriptions(store, openid);
  const templates = REGISTERED.map(({ id, title }) => ({ id, title }));
  return { mainSwitch, kept, templates };
}

const DOORS: Readonly<Record<string, Door>> = {
  subscriptions,
  subscribe(world, openid, body) {
    answerSubscriptions(world.store, openid, readChoices(body['answers']), body['keep'] === true);
    return subscriptions(world, openid);
  },
  settings(world, openid, body) {
    const change = { mainSwitch: body['mainSwitch'] !== false, forget: body['forget'] === true };
    setSubscriptions(world.store, openid, change);
    return subscriptions(world, openid);
  },
  'phone-code': ({ store, clock }, openid) => ({ code: givePhoneCode(store, openid, clock.now()) }),
};

const BODY_BYTES = 64 * 1024;

export async function handlePhone(
  world: World,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const door = Object.hasOwn(DOORS, name) ? DOORS[name] : undefined;
  const openid = readOpenid(request);
  if (!door || request.method !== 'POST' || !isOwnOrigin(request) || openid === undefined) {
    sendJson(response, door ? 403 : 404, { errCode: -1, errMsg: `wechat/phone/${name}:fail` });
    return;
  }
  const body = parseJson((await readBody(request, BODY_BYTES)).toString('utf8'))?.value;
  sendJson(response, 200, door(world, openid, isRecord(body) ? body : {}));
}
