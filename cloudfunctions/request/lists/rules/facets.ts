/** By what lists filter: each single property and each pair of them is one entry of a list that an index holds. */

export interface Faceted {
  group: string;
  lead: string;
  assists?: Readonly<Record<string, unknown>>;
  /** Whose draft the government has to sign. */
  under?: string;
  category: string;
  village: string;
  key?: true | 'asked';
}

export type FacetName = 'category' | 'group' | 'unit' | 'village';
/** In this order within a pair, so that each pair has one name. */
const ORDER: readonly FacetName[] = ['category', 'group', 'unit', 'village'];

/** Every one of the township. */
export const EVERY = '*';

/** Stands among them as long as it is to be called back: of closed ones alone. */
export const CALL_BACK = 'call-back';
/** Stands among them while 重点督办 is proposed. */
export const KEY_ASKED = 'key-asked';

function one(name: FacetName, id: string): string {
  return `${name.charAt(0)}:${id}`;
}

/** At most two of what is asked decide in the index; further ones the caller looks at itself. */
export function facetOf(wanted: Partial<Record<FacetName, string>>): string {
  const named = ORDER.flatMap((name) => (wanted[name] === undefined ? [] : [one(name, wanted[name])]));
  return named.length === 0 ? EVERY : named.slice(0, 2).join(' ');
}

/** At most 2 + 3 + 3 + 3 for each of six units. */
export function facetsOf({ group, lead, assists = {}, under, category, village, key }: Faceted): string[] {
  const named = [lead, under ?? '', ...Object.keys(assists)];
  const units = [...new Set(named.filter((unit) => unit !== ''))];
  const values: readonly (readonly string[])[] = [
    [one('category', category)],
    group === '' ? [] : [one('group', group)],
    units.map((unit) => one('unit', unit)),
    [one('village', village)],
  ];
  const pairs = values.flatMap((firsts, at) =>
    values
      .slice(at + 1)
      .flatMap((seconds) => firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`))),
  );
  return [EVERY, ...(key === 'asked' ? [KEY_ASKED] : []), ...values.flat(), ...pairs];
}

export function placeOf({ village, category }: Pick<Faceted, 'village' | 'category'>): string {
  return `${village} ${category}`;
}
