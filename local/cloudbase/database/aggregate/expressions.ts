import { errors } from '../errors';
import { type Document, fieldOf, isDocument } from '../values/value';

/** Computes a value from a row; undefined where a field is missing. */
export type Expression = (row: Document) => unknown;

/**
 * The expressions this database has: the path of a field (`$a.b`), a constant, and an object of these.
 * Every operator and variable is refused before a document is read: an empty collection must not hide
 * what is missing.
 */
export function compileExpression(source: unknown): Expression {
  if (typeof source === 'string' && source.startsWith('$')) return compilePath(source);
  if (Array.isArray(source)) throw errors.notEmulated('an array as an aggregation expression');
  if (!isDocument(source)) return () => source;
  const fields = Object.entries(source).map(([name, inner]): [string, Expression] => {
    if (name.startsWith('$')) throw errors.notEmulated(`the aggregation operator ${name}`);
    if (name === '' || name.includes('.')) {
      throw errors.refused(`FieldPath field names may not be empty or contain '.': '${name}'`);
    }
    return [name, compileExpression(inner)];
  });
  return (row) => {
    const made: Document = {};
    for (const [name, expression] of fields) {
      const value = expression(row);
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
}

function compilePath(source: string): Expression {
  if (source.startsWith('$$')) throw errors.notEmulated(`the variable ${source}`);
  const path = source.slice(1).split('.');
  if (path.some((name) => name === '' || name.startsWith('$'))) {
    throw errors.refused(`'${source}' is not a valid field path`);
  }
  return (row) => readPath(row, path);
}

/**
 * An array on the way gives the array of what its documents hold there. A number is the name of a field
 * and no place in an array, which is the other way round in a query.
 */
function readPath(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  if (Array.isArray(value)) {
    return value
      .filter(isDocument)
      .map((element) => readPath(element, [name, ...rest]))
      .filter((inner) => inner !== undefined);
  }
  return isDocument(value) ? readPath(fieldOf(value, name), rest) : undefined;
}
