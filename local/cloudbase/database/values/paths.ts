import { type Document, fieldOf, isDocument } from './value';

const DIGITS = /^(0|[1-9]\d*)$/;

export function isArrayIndex(name: string): boolean {
  return DIGITS.test(name);
}

/** How a test sees an array at the end of a path: each element and then the whole, or only the whole. */
export type LeafArrays = 'elements' | 'whole';

/**
 * Whether some value that a dotted path leads to passes the test, by MongoDB's rules: an array on the
 * way is gone through element by element (documents only, one level), a number also names an element,
 * and a document without the field gives `undefined`.
 */
export function someValue(
  document: unknown,
  path: readonly string[],
  leaf: LeafArrays,
  test: (value: unknown) => boolean,
): boolean {
  const walk = (value: unknown, at: number): boolean => {
    const name = path[at];
    if (name === undefined) {
      if (leaf === 'elements' && Array.isArray(value) && value.some(test)) return true;
      return test(value);
    }
    if (Array.isArray(value)) {
      for (const element of value) if (isDocument(element) && walk(element, at)) return true;
      return isArrayIndex(name) && Number(name) < value.length && walk(value[Number(name)], at + 1);
    }
    if (!isDocument(value)) return test(undefined);
    const child = fieldOf(value, name);
    return child === undefined ? test(undefined) : walk(child, at + 1);
  };
  return walk(document, 0);
}

export interface PathValues {
  /** At least one; null where the path leads nowhere; undefined for an empty array at its end. */
  readonly values: readonly unknown[];
  /** An array was on the path or at its end. */
  readonly array: boolean;
}

/**
 * The values an index or a sort sees under a path. For an index they cover at least all that `someValue`
 * can find; for a sort (`positions`) a number that names an element of an array names nothing else.
 */
export function valuesAt(document: Document, path: readonly string[], positions = false): PathValues {
  const values: unknown[] = [];
  let array = false;
  const walk = (value: unknown, at: number): void => {
    const name = path[at];
    if (Array.isArray(value)) {
      array = true;
      walkArray(value, at, name);
    } else if (name === undefined) values.push(value);
    else {
      const child = isDocument(value) ? fieldOf(value, name) : undefined;
      if (child === undefined) values.push(null);
      else walk(child, at + 1);
    }
  };
  const walkArray = (list: unknown[], at: number, name: string | undefined): void => {
    if (name === undefined) {
      if (list.length === 0) values.push(undefined);
      else values.push(...list);
      return;
    }
    if (list.length === 0) values.push(null);
    const position = isArrayIndex(name) && Number(name) < list.length;
    if (position && positions) {
      walk(list[Number(name)], at + 1);
      return;
    }
    for (const element of list) {
      if (isDocument(element)) walk(element, at);
      else values.push(null);
    }
    if (position) walk(list[Number(name)], at + 1);
  };
  walk(document, 0);
  return { values, array };
}
