import { errors } from '../errors';
import { compileQuery } from '../query/operators';
import { prepareQuery } from '../query/prepare';
import { sortBy } from '../read/sort';
import { encodeValue } from '../values/key';
import { type Document, fieldOf, isDocument } from '../values/value';
import { type SortField, toSortField } from '../wire/body';
import { type Accumulator, accumulators } from './accumulators';
import { compileExpression, type Expression } from './expressions';

/** Makes new rows of rows. */
type Run = (rows: readonly Document[]) => readonly Document[];

/** A checked stage. `$match`, `$sort` and `$limit` also tell what they ask, for an index to answer. */
export type Stage =
  | { readonly name: '$match'; readonly query: Document; readonly run: Run }
  | { readonly name: '$sort'; readonly order: readonly SortField[]; readonly run: Run }
  | { readonly name: '$limit'; readonly limit: number; readonly run: Run }
  | { readonly name: '$group' | '$unwind'; readonly run: Run };

/** Every stage this database has: it checks the operand and answers the stage. */
export const STAGES: Readonly<Record<string, (operand: unknown) => Stage>> = {
  $match: readMatch,
  $sort: readSort,
  $limit: readLimit,
  $group: readGroup,
  $unwind: readUnwind,
};

function asObject(operand: unknown, text: string): Document {
  if (!isDocument(operand)) throw errors.refused(text);
  return operand;
}

function readMatch(operand: unknown): Stage {
  const query = prepareQuery(asObject(operand, 'the match filter must be an expression in an object'));
  const matches = compileQuery(query);
  return { name: '$match', query, run: (rows) => rows.filter(matches) };
}

function readSort(operand: unknown): Stage {
  const fields = asObject(operand, 'the $sort key specification must be an object');
  const order = Object.entries(fields).map(([path, direction]) => toSortField(path, direction));
  if (order.length === 0) throw errors.refused('$sort stage must have at least one sort key');
  return { name: '$sort', order, run: (rows) => sortBy(rows, (row) => row, order) };
}

function readLimit(operand: unknown): Stage {
  if (!Number.isSafeInteger(operand) || (operand as number) < 1) {
    throw errors.refused('the $limit must be an integer of at least 1');
  }
  const limit = operand as number;
  return { name: '$limit', limit, run: (rows) => rows.slice(0, limit) };
}

interface GroupField {
  readonly name: string;
  readonly accumulate: Accumulator;
  readonly operand: Expression;
}

function readGroup(operand: unknown): Stage {
  const { _id: source, ...sources } = asObject(operand, `a group's fields must be specified in an object`);
  if (source === undefined) throw errors.refused('a group specification must include an _id');
  const identify = compileExpression(source);
  const fields = Object.entries(sources).map(([name, expression]) => readGroupField(name, expression));
  return { name: '$group', run: (rows) => group(rows, identify, fields) };
}

function readGroupField(name: string, expression: unknown): GroupField {
  if (name.includes('.')) throw errors.refused(`The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw errors.refused(`The field name '${name}' cannot be an operator name`);
  const [operator = '', ...others] = isDocument(expression) ? Object.keys(expression) : [];
  if (!operator.startsWith('$')) throw errors.refused(`The field '${name}' must be an accumulator object`);
  if (others.length > 0) throw errors.refused(`The field '${name}' must specify one accumulator`);
  const accumulate = accumulators.get(operator);
  if (!accumulate) throw errors.notEmulated(`the accumulator ${operator}`);
  return { name, accumulate, operand: compileExpression((expression as Document)[operator]) };
}

/** Rows whose `_id` is missing are those of null. Of two documents the order of the fields counts. */
function group(rows: readonly Document[], identify: Expression, fields: readonly GroupField[]): Document[] {
  const groups = new Map<string, { readonly id: unknown; readonly rows: Document[] }>();
  for (const row of rows) {
    const id = identify(row) ?? null;
    const key = encodeValue(id).toString('latin1');
    const found = groups.get(key);
    if (found) found.rows.push(row);
    else groups.set(key, { id, rows: [row] });
  }
  return [...groups.values()].map(({ id, rows: members }) => {
    const made: Document = { _id: id };
    for (const { name, accumulate, operand } of fields) made[name] = accumulate(members.map(operand));
    return made;
  });
}

/**
 * Only of a field of the document itself, and without options. A value that is no array counts as one
 * element; null, missing and empty give no row.
 */
function readUnwind(operand: unknown): Stage {
  const { path, ...options } = isDocument(operand) ? operand : { path: operand };
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw errors.refused(`path option to $unwind stage should be prefixed with a '$'`);
  }
  const [option] = Object.keys(options);
  if (option !== undefined) throw errors.notEmulated(`$unwind with ${option}`);
  if (path.includes('.')) throw errors.notEmulated(`$unwind of the nested path ${path}`);
  const name = path.slice(1);
  return { name: '$unwind', run: (rows) => rows.flatMap((row) => unwindRow(row, name)) };
}

function unwindRow(row: Document, name: string): Document[] {
  const value = fieldOf(row, name);
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value.map((element: unknown) => ({ ...row, [name]: element })) : [row];
}
