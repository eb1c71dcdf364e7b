import { randomBytes } from 'node:crypto';
import { hashText } from '../../cloudbase/random';
import { WechatError } from '../errors';
import type { WechatStore } from '../store';
import type { Api, ApiAnswer, ApiCall } from '../world';

interface PhoneCode {
  readonly phone: string;
  readonly at: number;
  readonly used: boolean;
}

const LIFE_MS = 5 * 60_000;

/** Always the same invented number for a person: 1990000 and four digits, a block that is not given out. */
function phoneOf(openid: string): string {
  return `1990000${String(hashText(openid) % 10_000).padStart(4, '0')}`;
}

/** What the button gives the page. */
export function givePhoneCode(store: WechatStore, openid: string, now: number): string {
  const code = randomBytes(32).toString('hex');
  const given: PhoneCode = { phone: phoneOf(openid), at: now, used: false };
  store.put(['phonecode', code], given);
  return code;
}

function readPhone({ world, account, body, now }: ApiCall): ApiAnswer {
  const { code } = body;
  if (typeof code !== 'string' || code === '' || code.length > 128) throw new WechatError(40029);
  const given = world.store.get<PhoneCode>(['phonecode', code]);
  if (!given || given.used || now - given.at > LIFE_MS) throw new WechatError(40029);
  world.store.put(['phonecode', code], { ...given, used: true });
  const { phone } = given;
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: phone,
      purePhoneNumber: phone,
      countryCode: '86',
      watermark: { timestamp: Math.floor(now / 1000), appid: account.appid },
    },
  };
}

export const phoneApis: Readonly<Record<string, Api>> = {
  '/wxa/business/getuserphonenumber': { method: 'POST', of: 'mini', takes: 'json', run: readPhone },
};
