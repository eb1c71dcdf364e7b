import { errors, refusals } from '../errors';
import { MAX_ARRAY_PADDING } from '../limits';
import { type Document, fieldOf, isDocument, printValue } from '../values/value';
import { isArrayIndex } from '../values/paths';

/** The place in a document that an update path names: a field of a document or an element of an array. */
export interface Place {
  readonly container: Document | unknown[];
  readonly name: string;
}

/** Splits an update path; refuses what MongoDB refuses, and the positional operators. */
export function splitUpdatePath(path: string): string[] {
  const parts = path.split('.');
  for (const part of parts) {
    if (part === '') throw refusals.fieldPath(path);
    if (part === '__proto__') throw errors.notEmulated('a field named __proto__');
    if (part === '$' || part.startsWith('$['))
      throw errors.notEmulated(`the positional operator in '${path}'`);
    if (part.startsWith('$')) throw refusals.dollarField(part, path);
  }
  return parts;
}

/** The place if its container exists; undefined when the path leads nowhere. */
export function findPlace(document: Document, parts: readonly string[]): Place | undefined {
  let at: unknown = document;
  for (const part of parts.slice(0, -1)) {
    at = read(at, part);
    if (at === undefined) return undefined;
  }
  const name = parts.at(-1) ?? '';
  if (isDocument(at)) return { container: at, name };
  return Array.isArray(at) && isArrayIndex(name) ? { container: at as unknown[], name } : undefined;
}

/**
 * As `findPlace`, but a path through a value that is neither document nor array, or by a name into an
 * array, is refused: nothing could ever be there.
 */
export function findViablePlace(document: Document, parts: readonly string[]): Place | undefined {
  let at: unknown = document;
  for (const [index, part] of parts.entries()) {
    const inside = isDocument(at) || (Array.isArray(at) && isArrayIndex(part));
    if (!inside) throw refusals.notViable(part, `${parts[index - 1] ?? ''}: ${printValue(at)}`);
    at = read(at, part);
    if (at === undefined) break;
  }
  return findPlace(document, parts);
}

/** The place, with the documents on the way made where nothing is yet. */
export function makePlace(document: Document, parts: readonly string[]): Place {
  let container: Document | unknown[] = document;
  for (const [index, part] of parts.entries()) {
    checkName(container, part, parts, index);
    if (index === parts.length - 1) return { container, name: part };
    let next = read(container, part);
    if (next === undefined) write({ container, name: part }, (next = {}));
    if (!isDocument(next) && !Array.isArray(next)) {
      throw refusals.notViable(parts[index + 1] ?? '', `${part}: ${printValue(next)}`);
    }
    container = next as Document | unknown[];
  }
  throw new Error('an update path has at least one part');
}

function checkName(
  container: Document | unknown[],
  part: string,
  parts: readonly string[],
  index: number,
): void {
  if (!Array.isArray(container)) return;
  if (!isArrayIndex(part))
    throw refusals.notViable(part, `${parts[index - 1] ?? ''}: ${printValue(container)}`);
  if (Number(part) - container.length > MAX_ARRAY_PADDING) {
    throw errors.refused(`can't backfill more than ${MAX_ARRAY_PADDING} elements`);
  }
}

/**
 * Makes what a path goes through, and what it leads to, the document's own, so that it may be changed in place; all beside
 * it stays shared with the document that it was.
 *
 * @param owned what is its own by now: the document itself, and what earlier paths made so
 */
export function ownPath(document: Document, parts: readonly string[], owned: Set<unknown>): void {
  let container: Document | unknown[] = document;
  for (const name of parts) {
    let next = read(container, name);
    if (!isDocument(next) && !Array.isArray(next)) return;
    if (!owned.has(next)) {
      next = Array.isArray(next) ? [...(next as unknown[])] : { ...next };
      owned.add(next);
      write({ container, name }, next);
    }
    container = next as Document | unknown[];
  }
}

function read(container: unknown, name: string): unknown {
  if (Array.isArray(container)) return isArrayIndex(name) ? (container[Number(name)] as unknown) : undefined;
  return isDocument(container) ? fieldOf(container, name) : undefined;
}

/** The value there; undefined for none. */
export function readPlace({ container, name }: Place): unknown {
  return read(container, name);
}

/** Elements an array lacks up to the new one become null. */
export function write({ container, name }: Place, value: unknown): void {
  if (!Array.isArray(container)) container[name] = value;
  else {
    while (container.length < Number(name)) container.push(null);
    container[Number(name)] = value;
  }
}

/** A field goes; an element of an array becomes null. */
export function erase({ container, name }: Place): void {
  if (!Array.isArray(container)) Reflect.deleteProperty(container, name);
  else if (Number(name) < container.length) container[Number(name)] = null;
}
