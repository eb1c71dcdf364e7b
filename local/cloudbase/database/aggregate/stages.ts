import { evalExpr } from 'mingo/core';
import { type Iterator, Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { errors } from '../errors';
import { sortBy } from '../read/sort';
import { copyValue, type Document, fieldOf, isDocument } from '../values/value';
import { toSortField } from '../wire/body';

/** Pipeline stages where mingo's answer differs from MongoDB's rule. */
export type Stage = (rows: Iterator, operand: never, options: Options) => Iterator;

export const $sort: Stage = (rows, operand: unknown) => {
  const order = Object.entries(operand as Document).map(([path, direction]) => toSortField(path, direction));
  return rows.transform((documents) => Lazy(sortBy(documents as Document[], (row) => row, order)));
};

/** Without a row there is no count either. */
export const $count: Stage = (rows, operand: unknown) => {
  const name = operand as string;
  return rows.transform((documents) => Lazy(documents.length > 0 ? [{ [name]: documents.length }] : []));
};

interface UnwindSpec {
  readonly path: string[];
  readonly indexField: string | undefined;
  readonly keepEmpty: boolean;
}

export function readUnwind(operand: unknown): UnwindSpec {
  const spec = isDocument(operand) ? operand : { path: operand };
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = spec;
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw errors.refused(`path option to $unwind stage should be prefixed with a '$'`);
  }
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex === '')
  ) {
    throw errors.refused('expected a non-empty string for the includeArrayIndex option to $unwind stage');
  }
  return {
    path: path.slice(1).split('.'),
    indexField: includeArrayIndex,
    keepEmpty: preserveNullAndEmptyArrays === true,
  };
}

/** A value that is no array counts as one element; null, missing and empty give no row unless kept. */
export const $unwind: Stage = (rows, operand: unknown) => {
  const spec = readUnwind(operand);
  return rows.transform((documents) =>
    Lazy((documents as Document[]).flatMap((row) => unwindRow(row, spec))),
  );
};

function unwindRow(row: Document, { path, indexField, keepEmpty }: UnwindSpec): Document[] {
  const value = path.reduce<unknown>((at, name) => (isDocument(at) ? fieldOf(at, name) : undefined), row);
  const withIndex = (document: Document, index: number | null): Document => {
    return indexField === undefined ? document : setPath(document, indexField.split('.'), index);
  };
  if (Array.isArray(value) && value.length > 0) {
    return value.map((element: unknown, index) => withIndex(setPath(row, path, element), index));
  }
  if (value !== null && value !== undefined && !Array.isArray(value)) return [withIndex(row, null)];
  if (!keepEmpty) return [];
  return [withIndex(Array.isArray(value) ? setPath(row, path, undefined) : row, null)];
}

/** A copy of the row with one value changed; undefined takes the field away. */
function setPath(row: Document, [name = '', ...rest]: readonly string[], value: unknown): Document {
  const copy: Document = { ...row };
  if (rest.length > 0) {
    const inner = fieldOf(row, name);
    copy[name] = setPath(isDocument(inner) ? inner : {}, rest, value);
  } else if (value === undefined) Reflect.deleteProperty(copy, name);
  else copy[name] = value;
  return copy;
}

/** An object of fields is merged into the one that is there; in an array, into each element. */
export const $addFields: Stage = (rows, operand: unknown, options) => {
  const fields = Object.entries(operand as Document);
  return rows.map((row) =>
    fields.reduce<Document>(
      (result, [path, expression]) =>
        addField(result, path.split('.'), expression, (leaf) => evalExpr(row, leaf, options)) as Document,
      { ...(row as Document) },
    ),
  );
};

function addField(
  target: unknown,
  [name = '', ...rest]: readonly string[],
  expression: unknown,
  evaluate: (leaf: unknown) => unknown,
): unknown {
  if (Array.isArray(target)) {
    return target.map((element: unknown) => addField(element, [name, ...rest], expression, evaluate));
  }
  const copy: Document = isDocument(target) ? { ...target } : {};
  if (rest.length > 0) copy[name] = addField(fieldOf(copy, name), rest, expression, evaluate);
  else if (isFields(expression)) {
    for (const [inner, leaf] of Object.entries(expression)) {
      copy[name] = addField(fieldOf(copy, name), inner.split('.'), leaf, evaluate);
    }
  } else {
    const value = evaluate(expression);
    if (value === undefined) Reflect.deleteProperty(copy, name);
    else copy[name] = copyValue(value);
  }
  return copy;
}

function isFields(expression: unknown): expression is Document {
  if (!isDocument(expression)) return false;
  const names = Object.keys(expression);
  return names.length > 0 && !names.some((name) => name.startsWith('$'));
}
