/** What the office's search finds a request by: entries of one list that an index holds. */
import { nameKey, readPhone } from '../../../miniprogram/contract/text';
import { hashParts } from '../../shared/cipher';
import { PLACE } from './rules/marks';
import { wordTokens } from './rules/words';

/** Search entries by keyed hash: whole name, whole phone, its last four digits. */
export function nameToken(township: string, name: string): string {
  return `n:${hashParts(['name', township, nameKey(name)])}`;
}
export function phoneTokens(township: string, phone: string): string[] {
  const digits = readPhone(phone) ?? phone;
  return [`p:${hashParts(['phone', township, digits])}`, tailToken(township, digits.slice(-4))];
}
export function tailToken(township: string, tail: string): string {
  return `t:${hashParts(['tail', township, tail])}`;
}
export function numberToken(number: string): string {
  return `#:${number.toUpperCase()}`;
}

/** Stands among them where a request is kept from its village's deputies, as HELD does; nobody can search for it. */
export const VILLAGE_HIDDEN = 'kept:';

/** Stands there once somebody without a request of their own said «我也反映»: their list finds it by this. */
export function joinToken(account: string): string {
  return `j:${account}`;
}

/** Whose it is: the account's own list finds it by this. */
export function ownToken(account: string): string {
  return `own:${account}`;
}

/** Where it is and what about (facets.ts, placeOf). */
export function placeToken(place: string): string {
  return `${PLACE}${place}`;
}

interface Named {
  township: string;
  name?: string;
  phone?: string;
  text?: string;
}

/** Of a long first line only the beginning. */
export function tokensOf({ township, name, phone, text = '' }: Named, number: string): string[] {
  const [first = ''] = text.split('\n');
  return [
    numberToken(number),
    ...(name === undefined ? [] : [nameToken(township, name)]),
    ...(phone === undefined ? [] : phoneTokens(township, phone)),
    ...wordTokens(first.slice(0, 120)),
  ];
}

/** A search word as it is stored: nobody who reads the database reads the word. */
export function wordToken(township: string, token: string): string {
  return `W:${hashParts(['word', township, token])}`;
}

/** Words that rules put among the entries become keyed hashes; the other entries are what they are. */
export function closeTokens(township: string, tokens: readonly string[]): string[] {
  return tokens.map((token) => (token.startsWith('w:') ? wordToken(township, token) : token));
}
