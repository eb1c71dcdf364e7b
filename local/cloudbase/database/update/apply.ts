import { errors, refusals } from '../errors';
import { copyValue, type Document, isDocument } from '../values/value';
import { equalValues } from '../values/compare';
import { arrayOperators } from './arrays';
import { fieldOperators, type UpdateOperator } from './fields';
import { ownPath, splitUpdatePath } from './paths';

const OPERATORS: Readonly<Record<string, UpdateOperator>> = { ...fieldOperators, ...arrayOperators };

interface Step {
  readonly operator: UpdateOperator;
  readonly parts: readonly string[];
  readonly operand: unknown;
}

/** Makes the new state of a document; the old one is left as it is. */
export type Update = (document: Document) => Document;

/**
 * Reads an update of `$` operators and checks all of it before a document is touched.
 *
 * @throws DatabaseError for an unknown operator, an empty update, two operators on one path
 */
export function compileUpdate(source: Document): Update {
  const steps: Step[] = [];
  for (const [name, fields] of Object.entries(source)) {
    const operator = OPERATORS[name];
    if (!name.startsWith('$'))
      throw errors.refused(`Unknown modifier: ${name}. Expected a valid update modifier`);
    if (!operator) throw errors.notEmulated(`the update operator ${name}`);
    if (!isDocument(fields))
      throw errors.refused(`Modifiers operate on fields but we found another type: ${name}`);
    for (const [path, operand] of Object.entries(fields)) {
      const parts = splitUpdatePath(path);
      if (name !== '$pull') checkStorable(operand, path, name === '$push' || name === '$addToSet');
      steps.push({ operator, parts, operand });
    }
  }
  if (steps.length === 0) throw errors.refused('update document must have at least one element');
  refuseConflicts(source);
  return (document) => {
    const next = { ...document };
    const owned = new Set<unknown>([next]);
    for (const { operator, parts, operand } of steps) {
      ownPath(next, parts, owned);
      if (operator === fieldOperators.$rename) ownPath(next, String(operand).split('.'), owned);
      operator(next, parts, operand);
    }
    if (!equalValues(next['_id'], document['_id'])) throw refusals.immutableId();
    return next;
  };
}

/** A document in the place of another: the same `_id`, nothing else kept. */
export function compileReplacement(source: Document): Update {
  checkStorable(source, '', false);
  return (document) => {
    if ('_id' in source && !equalValues(source['_id'], document['_id'])) throw refusals.immutableId();
    return { _id: document['_id'], ...copyValue(source) };
  };
}

/**
 * Refuses field names that begin with `$`.
 *
 * @param modifiers the value itself may be an object of modifiers such as `$each`
 */
export function checkStorable(value: unknown, path: string, modifiers: boolean): void {
  if (Array.isArray(value))
    value.forEach((element, index) => {
      checkStorable(element, `${path}.${index}`, false);
    });
  if (!isDocument(value)) return;
  for (const [name, inner] of Object.entries(value)) {
    const full = path === '' ? name : `${path}.${name}`;
    if (!name.startsWith('$')) checkStorable(inner, full, false);
    else if (!modifiers) throw refusals.dollarField(name, full);
    else if (name === '$each') checkStorable(inner, path, false);
  }
}

/** Two operators must not name the same path, nor one a part of the other's. */
function refuseConflicts(source: Document): void {
  const renames = Object.values((source['$rename'] as Document | undefined) ?? {}).filter(
    (target) => typeof target === 'string',
  );
  const paths = [...Object.values(source).flatMap((fields) => Object.keys(fields as Document)), ...renames];
  paths.sort((left, right) => left.length - right.length);
  paths.forEach((path, index) => {
    const other = paths.slice(0, index).find((shorter) => path === shorter || path.startsWith(`${shorter}.`));
    if (other !== undefined) throw refusals.conflict(path, other);
  });
}
