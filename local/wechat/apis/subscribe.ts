import { isRecord } from '../../cloudbase/http';
import { REGISTERED, type Template } from '../accounts';
import { WechatError } from '../errors';
import { useConsent } from '../people';
import { type Api, type ApiCall, OK } from '../world';
import { complainAbout } from './keyword-rules';

/** A message as it lies on the phone. */
export interface Sent {
  readonly openid: string;
  readonly template: Template;
  readonly page: string;
  readonly data: Readonly<Record<string, string>>;
  readonly at: number;
}

const OPENID = /^[\x21-\x7e]{1,128}$/;
const STATES = ['developer', 'trial', 'formal'];

/** All of the template's keywords, no others, each by its rule. */
function readData(template: Template, data: unknown): Record<string, string> {
  const given = isRecord(data) ? data : {};
  const read: Record<string, string> = {};
  for (const keyword of Object.keys(template.keywords)) {
    const entry = given[keyword];
    const value = isRecord(entry) ? entry['value'] : undefined;
    const complaint = complainAbout(keyword, value);
    if (complaint !== undefined) throw new WechatError(47003, complaint);
    read[keyword] = value as string;
  }
  const stranger = Object.keys(given).find((keyword) => !Object.hasOwn(template.keywords, keyword));
  if (stranger !== undefined) throw new WechatError(47003, `argument invalid! data.${stranger} invalid`);
  return read;
}

export function checkPage(pages: readonly string[], page: unknown): string {
  if (page === undefined || page === '') return '';
  const path = typeof page === 'string' ? page.replace(/\?.*$/s, '') : '';
  if (!pages.includes(path)) throw new WechatError(41030);
  return page as string;
}

function send({ world, body, now }: ApiCall): typeof OK {
  const { touser, template_id: templateId, page, data, miniprogram_state: state = 'formal' } = body;
  if (typeof touser !== 'string' || !OPENID.test(touser)) throw new WechatError(40003);
  const template = REGISTERED.find(({ id }) => id === templateId);
  if (!template) throw new WechatError(40037);
  if (!STATES.includes(String(state)))
    throw new WechatError(47003, 'argument invalid! miniprogram_state invalid');
  const read = readData(template, data);
  const opened = checkPage(world.pages(), page);
  if (!useConsent(world.store, touser, template.id)) throw new WechatError(43101);
  const sent: Sent = { openid: touser, template, page: opened, data: read, at: now };
  world.store.put(['message', world.store.next('message')], sent);
  return OK;
}

export const subscribeApis: Readonly<Record<string, Api>> = {
  '/cgi-bin/message/subscribe/send': {
    method: 'POST',
    of: 'mini',
    takes: 'json',
    perDay: 10_000_000,
    run: send,
  },
};
