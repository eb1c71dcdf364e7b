/**
 * Whose app id and secret a call goes by. They come from the environment, or are told to this instance by whoever keeps
 * them (publicity/keys), and go out only in the body of the token call: no answer, error or log line of this folder
 * holds them.
 */

/** No township is called so: the district's official account. */
export const DISTRICT_ACCOUNT = 'district~';

/** The mini-program, or the official account of a township, or the district's. None stands in for another. */
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

/** Township → what was entered for it, as this instance read it last. */
const entered = new Map<string, Credentials>();

/** `undefined`: none is entered, or it was revoked. */
export function rememberKeys(township: string, credentials: Credentials | undefined): void {
  if (credentials) entered.set(township, credentials);
  else entered.delete(township);
}

/** What the variables of the environment hold alone. */
export function readVariables({ officialOf }: { readonly officialOf: string }): Credentials | undefined {
  return readPair(officialOf === DISTRICT_ACCOUNT ? 'OA' : prefixOf(officialOf));
}

/** Undefined where this deployment has none: the call answers `not-configured`. */
export function readCredentials(account: Account): Credentials | undefined {
  if (account === 'mini') return readPair('WECHAT');
  return entered.get(account.officialOf) ?? readVariables(account);
}

/** Whether calls for this account can be made at all; says nothing about their being right. */
export function isConfigured(account: Account): boolean {
  return readCredentials(account) !== undefined;
}

/** Which account is meant, without its secret. */
export function appidOf(account: Account): string | undefined {
  return readCredentials(account)?.appid;
}
