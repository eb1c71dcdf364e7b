/** A property's value as text: of null, undefined and objects nothing, as an attribute that is not there. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
