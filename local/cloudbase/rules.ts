/**
 * Security rules, as data: what a phone may do without a function in between. Functions pass by these
 * rules, as on the platform. The same settings are made in the console when the product is deployed.
 */
export type StorageRight = 'owner' | 'nobody';

export const securityRules = {
  /** Per collection; every collection that is not named follows `*`. The product names none. */
  database: {
    '*': { read: false, write: false },
  } as Readonly<Record<string, { readonly read: boolean; readonly write: boolean }>>,
  /**
   * A file is read, replaced and deleted only by the account that uploaded it; others get it from a function. A phone
   * writes in folders of accounts alone (`bh/u/<account>/…`): what a function stored elsewhere no phone can replace, nor
   * take its place before it is there.
   */
  storage: { read: 'owner', write: 'owner', folders: /^[^/]+\/u\/[^/]+\/./ } as {
    readonly read: StorageRight;
    readonly write: StorageRight;
    readonly folders: RegExp;
  },
};

export function mayTouchCollection(collection: string, act: 'read' | 'write'): boolean {
  const rules = securityRules.database;
  const rule = Object.hasOwn(rules, collection) ? rules[collection] : rules['*'];
  return rule?.[act] ?? false;
}

/** @param owner undefined where there is no file yet */
export function mayTouchFile(
  act: 'read' | 'write',
  openid: string,
  { path, owner }: { path: string; owner: string | undefined },
): boolean {
  if (act === 'write' && !securityRules.storage.folders.test(path)) return false;
  return securityRules.storage[act] === 'owner' && (owner === undefined || owner === openid);
}
