import { compileQuery, type Matcher } from '../query/operators';
import { prepareQuery } from '../query/prepare';
import { errors } from '../errors';
import { type Document, fieldOf, isDocument } from '../values/value';

/** What is done with a document before it is sent. */
export type Projection = (document: Document) => Document;

interface Tree {
  [name: string]: Tree | true;
}

interface Spec {
  /** Undefined while only `_id`, `$slice` or `$elemMatch` are named. */
  mode: 'include' | 'exclude' | undefined;
  keepId: boolean;
  readonly fields: Tree;
  readonly slices: [path: string[], skip: number | null, count: number][];
  readonly matches: [name: string, matcher: Matcher][];
}

/**
 * The projection of a read: fields to keep or to leave out (not both, except for `_id`), `$slice` and
 * `$elemMatch`. Kept fields stay in the document's order.
 */
export function compileProjection(source: Document): Projection {
  const spec: Spec = { mode: undefined, keepId: true, fields: {}, slices: [], matches: [] };
  for (const [path, operand] of Object.entries(source)) addField(spec, path, operand);
  if (spec.mode === undefined && spec.matches.length > 0) spec.mode = 'include';
  if (spec.mode === 'include') {
    for (const [path] of spec.slices) addPath(spec.fields, path);
    if (spec.keepId) spec.fields['_id'] = true;
  }
  return (document) => project(document, spec);
}

function addField(spec: Spec, path: string, operand: unknown): void {
  const parts = path.split('.');
  if (parts.some((name) => name === '' || name.startsWith('$'))) {
    throw errors.notEmulated(`the projection of '${path}'`);
  }
  if (isDocument(operand)) {
    addOperator(spec, path, parts, operand);
    return;
  }
  if (typeof operand !== 'number' && typeof operand !== 'boolean') {
    throw errors.notEmulated(`computed values in the projection of a read ('${path}')`);
  }
  // NaN is true, as everywhere in MongoDB but in JavaScript.
  const keep = operand !== false && operand !== 0;
  if (path === '_id') {
    spec.keepId = keep;
    if (keep) spec.mode ??= 'include';
    return;
  }
  const mode = keep ? 'include' : 'exclude';
  if (spec.mode !== undefined && spec.mode !== mode) {
    throw errors.refused('Projection cannot have a mix of inclusion and exclusion');
  }
  spec.mode = mode;
  addPath(spec.fields, parts);
}

function addOperator(spec: Spec, path: string, parts: string[], operand: Document): void {
  const [name = ''] = Object.keys(operand);
  const value = operand[name];
  if (name === '$slice') {
    const [first, second] = Array.isArray(value) ? (value as unknown[]) : [null, value];
    if (typeof second !== 'number' || (first !== null && typeof first !== 'number')) {
      throw errors.refused('$slice only supports numbers and [skip, limit] arrays');
    }
    spec.slices.push([parts, first, second]);
  } else if (name === '$elemMatch') {
    if (parts.length > 1) throw errors.refused('Cannot use $elemMatch projection on a nested field');
    spec.matches.push([path, compileQuery(prepareQuery({ element: { $elemMatch: value } }))]);
  } else throw errors.notEmulated(`the projection operator ${name}`);
}

function addPath(tree: Tree, parts: readonly string[]): void {
  let at = tree;
  parts.forEach((name, index) => {
    const next = fieldOf(at, name) as Tree | true | undefined;
    if (index === parts.length - 1) at[name] = true;
    else if (next === true) throw errors.refused(`Path collision at ${parts.join('.')}`);
    else at = at[name] = next ?? {};
  });
}

function project(document: Document, spec: Spec): Document {
  let result: Document;
  if (spec.mode === 'include') {
    result = include(document, spec.fields) as Document;
  } else {
    result = exclude(document, spec.fields) as Document;
    if (!spec.keepId) result = exclude(result, { _id: true }) as Document;
  }
  for (const slice of spec.slices) result = sliceAt(result, slice[0], slice[1], slice[2]) as Document;
  for (const [name, matcher] of spec.matches) {
    const list = fieldOf(document, name);
    const elements = Array.isArray(list) ? (list as unknown[]) : [];
    const found = elements.find((element) => matcher({ element: [element] }));
    if (found !== undefined) result[name] = [found];
  }
  return result;
}

/** Elements of arrays are gone through; values that are no documents are dropped on the way. */
function include(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) {
    return value.map((element: unknown) => include(element, tree)).filter((element) => element !== undefined);
  }
  if (!isDocument(value)) return undefined;
  const result: Document = {};
  for (const [name, inner] of Object.entries(value)) {
    const branch = fieldOf(tree, name) as Tree | true | undefined;
    const kept = branch === true ? inner : branch && include(inner, branch);
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

function exclude(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => exclude(element, tree));
  if (!isDocument(value)) return value;
  const result: Document = {};
  for (const [name, inner] of Object.entries(value)) {
    const branch = fieldOf(tree, name) as Tree | true | undefined;
    if (branch === undefined) result[name] = inner;
    else if (branch !== true) result[name] = exclude(inner, branch);
  }
  return result;
}

function sliceAt(value: unknown, path: readonly string[], skip: number | null, count: number): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return Array.isArray(value) ? sliceList(value, skip, count) : value;
  if (Array.isArray(value)) return value.map((element: unknown) => sliceAt(element, path, skip, count));
  if (!isDocument(value) || fieldOf(value, name) === undefined) return value;
  return { ...value, [name]: sliceAt(value[name], rest, skip, count) };
}

/** The first `count` elements, the last for a negative one, or `count` after `skip`. */
function sliceList(list: unknown[], skip: number | null, count: number): unknown[] {
  if (skip === null) return count < 0 ? list.slice(count) : list.slice(0, count);
  if (count <= 0) throw errors.refused('$slice limit must be positive');
  const from = skip < 0 ? Math.max(0, list.length + skip) : skip;
  return list.slice(from, from + count);
}
