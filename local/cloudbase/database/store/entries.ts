import { refusals } from '../errors';
import { encodeValue, invert } from '../values/key';
import { type Document } from '../values/value';
import { valuesAt } from '../values/paths';
import type { IndexField } from './store';

export interface FieldKeys {
  /** Joined encodings of the fields' values, one for each element of an array; no two are equal. */
  readonly keys: readonly Buffer[];
  /** The field that went through an array, by its declared path; undefined: none did. */
  readonly array: string | undefined;
}

const NULL_KEY = encodeValue(null);

/**
 * What an index (or a sort) sees of a document: the values of its fields as sortable bytes.
 * Refused when two fields hold arrays, as MongoDB does.
 *
 * @param positions a number in a path is a place in an array and nothing else: for a sort
 */
export function fieldKeys(document: Document, fields: readonly IndexField[], positions = false): FieldKeys {
  let keys: Buffer[] = [Buffer.alloc(0)];
  let arrayPath: string | undefined;
  for (const { path, parts, direction } of fields) {
    const { values, array } = valuesAt(document, parts, positions);
    if (array) {
      if (arrayPath !== undefined) throw refusals.parallelArrays(arrayPath, path);
      arrayPath = path;
    }
    const encoded = values.length === 0 ? [NULL_KEY] : values.map(encodeValue);
    const turned = direction === 1 ? encoded : encoded.map(invert);
    keys = keys.flatMap((key) => turned.map((value) => Buffer.concat([key, value])));
  }
  return { keys: arrayPath === undefined ? keys : distinct(keys), array: arrayPath };
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  const seen = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...seen.values()];
}

/** Fields of a declaration or a sort, with their paths split. */
export function toFields(fields: readonly (readonly [string, 1 | -1])[]): IndexField[] {
  return fields.map(([path, direction]) => ({ path, parts: path.split('.'), direction }));
}
