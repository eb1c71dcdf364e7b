import { errors } from '../errors';
import { MAX_STAGES } from '../limits';
import { prepareQuery } from '../query/prepare';
import type { Wire } from '../types';
import { type Document, isDocument } from '../values/value';
import { toSortField } from '../wire/body';
import { parseEjson } from '../wire/ejson';
import { checkExpression } from './check';
import { accumulatorNames } from './names';
import { readUnwind } from './stages';

export interface PipelineStage {
  readonly name: string;
  readonly operand: unknown;
}

/** Every stage this database has, with the check of its operand; it answers what the stage is to get. */
const STAGES: Record<string, (operand: unknown) => unknown> = {
  $match: (operand) => prepareQuery(asObject(operand, 'the match filter must be an expression in an object')),
  $sort: checkSort,
  $skip: (operand) => asCount(operand, 0, '$skip'),
  $limit: (operand) => asCount(operand, 1, '$limit'),
  $count: checkCount,
  $unwind: checkUnwind,
  $group: checkGroup,
  $project: (operand) => checkFields(operand, '$project'),
  $addFields: (operand) => checkFields(operand, '$addFields'),
  $replaceRoot: (operand) => checkExpression(asObject(operand, '$replaceRoot expects an object')),
  $lookup: checkLookup,
};

/** The stages of an aggregation, all checked before a document is read. */
export function readStages(body: Wire, now: number): PipelineStage[] {
  const stages = body['stages'];
  if (!Array.isArray(stages)) throw errors.invalidParam('stages must be a list');
  if (stages.length > MAX_STAGES)
    throw errors.refused(`Pipeline length must be no longer than ${MAX_STAGES} stages`);
  return (stages as unknown[]).map((stage) => readStage(stage, now));
}

function readStage(stage: unknown, now: number): PipelineStage {
  if (!isDocument(stage) || typeof stage['stageKey'] !== 'string') {
    throw errors.invalidParam('a stage needs a stageKey');
  }
  const name = stage['stageKey'];
  const check = STAGES[name];
  if (!check) throw errors.notEmulated(`the aggregation stage ${name}`);
  return { name, operand: check(readOperand(stage['stageValue'], now)) };
}

/** The SDK writes objects as EJSON text and other operands (`$limit`, `$count`) as JSON text. */
function readOperand(value: unknown, now: number): unknown {
  return parseEjson(value, 'stageValue', now);
}

function asObject(operand: unknown, text: string): Document {
  if (!isDocument(operand)) throw errors.refused(text);
  return operand;
}

function asCount(operand: unknown, least: number, name: string): number {
  if (!Number.isSafeInteger(operand) || (operand as number) < least) {
    throw errors.refused(`the ${name} must be an integer of at least ${least}`);
  }
  return operand as number;
}

function checkSort(operand: unknown): Document {
  const fields = asObject(operand, 'the $sort key specification must be an object');
  if (Object.keys(fields).length === 0) throw errors.refused('$sort stage must have at least one sort key');
  for (const [path, direction] of Object.entries(fields)) toSortField(path, direction);
  return fields;
}

function checkCount(operand: unknown): string {
  if (typeof operand !== 'string' || operand === '' || operand.startsWith('$') || operand.includes('.')) {
    throw errors.refused(`the count field must be a non-empty string without a leading '$' and without '.'`);
  }
  return operand;
}

function checkUnwind(operand: unknown): unknown {
  readUnwind(operand);
  return operand;
}

function checkGroup(operand: unknown): Document {
  const fields = asObject(operand, `a group's fields must be specified in an object`);
  if (!('_id' in fields)) throw errors.refused('a group specification must include an _id');
  for (const [name, expression] of Object.entries(fields)) {
    checkExpression(expression);
    if (name === '_id') continue;
    if (name.includes('.')) throw errors.refused(`The field name '${name}' cannot contain '.'`);
    const [accumulator = ''] = isDocument(expression) ? Object.keys(expression) : [];
    if (!accumulatorNames.has(accumulator)) {
      throw errors.refused(`The field '${name}' must be an accumulator object`);
    }
  }
  return fields;
}

function checkFields(operand: unknown, name: string): Document {
  const fields = asObject(operand, `${name} specification must be an object`);
  if (Object.keys(fields).length === 0)
    throw errors.refused(`${name} specification must have at least one field`);
  for (const path of Object.keys(fields)) {
    if (path.split('.').some((part) => part === '' || part.startsWith('$'))) {
      throw errors.refused(`FieldPath '${path}' is not valid in ${name}`);
    }
  }
  checkExpression(fields);
  return fields;
}

/** Only the plain form; `let` and `pipeline` are another operator in all but name. */
function checkLookup(operand: unknown): Document {
  const spec = asObject(operand, 'the $lookup specification must be an object');
  if ('pipeline' in spec || 'let' in spec) throw errors.notEmulated('$lookup with let or pipeline');
  for (const name of ['from', 'localField', 'foreignField', 'as']) {
    if (typeof spec[name] !== 'string') throw errors.refused(`$lookup argument '${name}' must be a string`);
  }
  return spec;
}
