/**
 * Whose app id and secret a call goes by. They come from the environment alone and leave it only in the body of
 * the token call: no answer, error or log line of this folder holds them.
 */

/** The mini-program, or the official account of a township: its own, else the district's. */
export type Account = 'mini' | { readonly officialOf: string };

export interface Credentials {
  readonly appid: string;
  readonly secret: string;
}

function readPair(prefix: string): Credentials | undefined {
  const appid = process.env[`${prefix}_APPID`] ?? '';
  const secret = process.env[`${prefix}_SECRET`] ?? '';
  return appid === '' || secret === '' ? undefined : { appid, secret };
}

/** `qing-shi` → `OA_QING_SHI`: names of variables hold letters, digits and `_`. */
function prefixOf(township: string): string {
  return `OA_${township.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}

/** Undefined where this deployment has none: the call answers `not-configured`. */
export function readCredentials(account: Account): Credentials | undefined {
  if (account === 'mini') return readPair('WECHAT');
  return readPair(prefixOf(account.officialOf)) ?? readPair('OA');
}

/** Whether calls for this account can be made at all; says nothing about their being right. */
export function isConfigured(account: Account): boolean {
  return readCredentials(account) !== undefined;
}

/** Which account is meant, without its secret: two townships on the district's account have the same. */
export function appidOf(account: Account): string | undefined {
  return readCredentials(account)?.appid;
}
