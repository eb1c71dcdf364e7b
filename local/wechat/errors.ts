import { randomBytes } from 'node:crypto';

/** The texts of WeChat, its own spelling included; each is sent with a ` rid: …` behind it. */
export const TEXTS = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40005: 'invalid file type',
  40007: 'invalid media_id',
  40009: 'invalid image size',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40033: 'invalid charset. please check your request, if include \\uxxxx will create fail!',
  40035: 'invalid parameter',
  40037: 'invalid template_id',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41005: 'media data missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  44004: 'empty content',
  45002: 'content size out of limit',
  45003: 'title size out of limit',
  45004: 'description size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45110: 'author size out of limit',
  45166: 'invalid content',
  47001: 'data format error',
  48001: 'api unauthorized',
  61010: 'user access record timeout',
} as const;

export type KnownCode = keyof typeof TEXTS;

export function isKnownCode(code: number): code is KnownCode {
  return Object.hasOwn(TEXTS, code);
}

/** Thrown inside an API to answer with a code, as WeChat does with status 200. */
export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    text?: string,
  ) {
    super(text ?? (isKnownCode(errcode) ? TEXTS[errcode] : 'system error'));
  }
}

/** Three times eight hexadecimal digits, another one for each call. */
export function newRid(): string {
  return [0, 0, 0].map(() => randomBytes(4).toString('hex')).join('-');
}

export function toBody({ errcode, message }: WechatError): { errcode: number; errmsg: string } {
  return { errcode, errmsg: `${message} rid: ${newRid()}` };
}
