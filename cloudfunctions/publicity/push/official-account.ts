/** Whose official account a township's articles go to, in the terms of the client (shared/wechat). */
import { appidOf, DISTRICT_ACCOUNT, readVariables } from '../../shared/wechat/accounts';

export type AccountKind = 'own' | 'district';

/** The `township` to name to the client. */
export function clientName(township: string, account: AccountKind): string {
  return account === 'own' ? township : DISTRICT_ACCOUNT;
}

/** As this instance knows them: learnKeys (../keys/store.ts) comes before. */
export function hasKeys(township: string): { own: boolean; district: boolean } {
  const has = (account: AccountKind) => appidFor(township, account) !== '';
  return { own: has('own'), district: has('district') };
}

/** The same of the environment's variables alone. */
export function keysInVariables(township: string): { own: boolean; district: boolean } {
  const has = (officialOf: string) => readVariables({ officialOf }) !== undefined;
  return { own: has(township), district: has(DISTRICT_ACCOUNT) };
}

/** Tells the accounts apart in ids of ours; '' without keys. */
export function appidFor(township: string, account: AccountKind): string {
  return appidOf({ officialOf: clientName(township, account) }) ?? '';
}

/** The mini-program that cards open. */
export function miniAppid(): string {
  return appidOf('mini') ?? '';
}
