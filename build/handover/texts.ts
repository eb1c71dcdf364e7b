/** Documents as trees of texts: opening what is encrypted in them, and renaming what they are called by. */
import { decryptField, encryptField, isEncrypted } from '../../cloudfunctions/shared/cipher';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
export interface Document {
  readonly [name: string]: Value;
  readonly _id: string;
}

/** Begins what stood encrypted and lies open in the archive, which is encrypted as a whole. */
const OPENED = '\u0000';
/** A value within an opened text that is encrypted once more would go over as nobody could read it. */
const TWICE = /[A-Za-z0-9_-]{1,20}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]+/;

type MapText = (text: string, field: string) => string;

/** The same tree with other texts and, where `name` is given, other names of fields. A list's texts have its field. */
export function mapTexts(value: Value, map: MapText, name?: (field: string) => string, field = ''): Value {
  if (typeof value === 'string') return map(value, field);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map((each) => mapTexts(each, map, name, field));
  return Object.fromEntries(
    Object.entries(value).map(([each, inner]) => [name?.(each) ?? each, mapTexts(inner, map, name, each)]),
  );
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function eachText(value: Value, see: (text: string, field: string) => void): void {
  const look: MapText = (text, field) => {
    see(text, field);
    return text;
  };
  mapTexts(value, look, (field) => look(field, ''));
}

/** Every object in it, however deep, with the fields that lead to it. */
export function eachObject(
  value: Value,
  see: (object: Readonly<Record<string, Value>>, path: readonly string[]) => void,
  path: readonly string[] = [],
): void {
  if (value === null || typeof value !== 'object') return;
  if (isList(value)) {
    for (const each of value) eachObject(each, see, path);
    return;
  }
  see(value, path);
  for (const [name, inner] of Object.entries(value)) eachObject(inner, see, path.concat(name));
}

function openText(text: string): string {
  if (!isEncrypted(text)) return text;
  const opened = decryptField(text);
  if (TWICE.test(opened)) throw new Error('有一处加密了两层，没有存');
  return OPENED + opened;
}

/** All that is encrypted in it opened; accounts' openids are of one app and go nowhere. */
export function openDocument<T extends Value>(document: T): T {
  return mapTexts(document, (text, field) => (field === 'openid' ? '' : openText(text))) as T;
}

export function closeDocument<T extends Value>(document: T): T {
  return mapTexts(document, (text) =>
    text.startsWith(OPENED) ? encryptField(text.slice(OPENED.length)) : text,
  ) as T;
}

/** What people wrote or are called: without the mark, and of JSON each text in it. */
export function wordsIn(text: string): string[] {
  if (!text.startsWith(OPENED)) return [];
  const opened = text.slice(OPENED.length);
  // A phone is a number to the parser.
  if (!/^[[{]/.test(opened)) return [opened];
  try {
    const found: string[] = [];
    eachText(JSON.parse(opened) as Value, (each) => found.push(each));
    return found;
  } catch {
    return [opened];
  }
}

export function plainOf(value: Value | undefined): string {
  if (typeof value !== 'string') return '';
  return value.startsWith(OPENED) ? value.slice(OPENED.length) : value;
}

/** Letters and digits as they stand together: an id, a keyed hash, a word. */
export const RUN = /[0-9a-z]+/g;
export const FILE = /cloud:\/\/[A-Za-z0-9-]+\.[A-Za-z0-9-]+\/[A-Za-z0-9_./~-]+/g;
