/** Whose official account a township's articles go to, in the terms of the client (shared/wechat). */
import { appidOf } from '../../shared/wechat/accounts';

/** No township is called so: the client then finds the district's keys. */
const DISTRICT = 'district~';

export type AccountKind = 'own' | 'district';

/** The `township` to name to the client. */
export function clientName(township: string, account: AccountKind): string {
  return account === 'own' ? township : DISTRICT;
}

/** A township without keys of its own falls to the district's, which is not its own. */
export function hasKeys(township: string): { own: boolean; district: boolean } {
  const [own, district] = [appidOf({ officialOf: township }), appidOf({ officialOf: DISTRICT })];
  return { own: own !== undefined && own !== district, district: district !== undefined };
}

/** Tells the accounts apart in ids of ours; '' without keys. */
export function appidFor(township: string, account: AccountKind): string {
  return hasKeys(township)[account] ? (appidOf({ officialOf: clientName(township, account) }) ?? '') : '';
}

/** The mini-program that cards open. */
export function miniAppid(): string {
  return appidOf('mini') ?? '';
}
