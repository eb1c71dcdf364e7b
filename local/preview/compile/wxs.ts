/**
 * In WXS `value.constructor` is the name of the type ('Array', 'Object', …), not a function. The runtime puts a
 * getter of this name on Object.prototype.
 */
export const WXS_TYPE_NAME = '__wxsTypeName';

export function prepareWxs(code: string): string {
  return code.replace(/\.constructor\b/g, `.${WXS_TYPE_NAME}`);
}

/** Paths that a WXS module requires, as written. */
export function wxsRequires(code: string): string[] {
  return [...code.matchAll(/\brequire\(\s*(['"])([^'"]+)\1\s*\)/g)].map((match) => match[2] ?? '');
}
