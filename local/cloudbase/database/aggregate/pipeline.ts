import type { ActionContext } from '../actions/action';
import { findOrdered } from '../actions/find';
import { errors } from '../errors';
import { MAX_STAGES } from '../limits';
import type { Wire } from '../types';
import { type Document, isDocument } from '../values/value';
import type { SortField } from '../wire/body';
import { parseEjson } from '../wire/ejson';
import { type Stage, STAGES } from './stages';

/** The stages of an aggregation, all checked before a document is read. */
export function readStages(body: Wire, now: number): Stage[] {
  const stages = body['stages'];
  if (!Array.isArray(stages)) throw errors.invalidParam('stages must be a list');
  if (stages.length > MAX_STAGES)
    throw errors.refused(`Pipeline length must be no longer than ${MAX_STAGES} stages`);
  return (stages as unknown[]).map((stage) => readStage(stage, now));
}

/** The SDK writes objects as EJSON text and other operands (`$limit`) as JSON text. */
function readStage(stage: unknown, now: number): Stage {
  if (!isDocument(stage) || typeof stage['stageKey'] !== 'string') {
    throw errors.invalidParam('a stage needs a stageKey');
  }
  const name = stage['stageKey'];
  const read = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (!read) throw errors.notEmulated(`the aggregation stage ${name}`);
  return read(parseEjson(stage['stageValue'], 'stageValue', now));
}

/**
 * Runs a pipeline. What stands at its beginning — `$match`, then `$sort`, then `$limit` — is read as a
 * query, by an index where there is one.
 */
export function runPipeline(
  context: ActionContext,
  collection: string,
  stages: readonly Stage[],
): readonly Document[] {
  const { query, order, limit, length } = readHead(stages);
  const found = findOrdered(context, collection, query, order, { offset: 0, limit });
  const rows: readonly Document[] = found.map(({ document }) => document);
  return stages.slice(length).reduce((before, stage) => stage.run(before), rows);
}

interface Head {
  readonly query: Document;
  readonly order: readonly SortField[];
  readonly limit: number;
  /** How many stages it stands for. */
  readonly length: number;
}

function readHead(stages: readonly Stage[]): Head {
  let query: Document = {};
  let order: readonly SortField[] = [];
  let limit = Infinity;
  let at = 0;
  let stage = stages[at];
  if (stage?.name === '$match') {
    query = stage.query;
    stage = stages[++at];
  }
  if (stage?.name === '$sort') {
    order = stage.order;
    stage = stages[++at];
  }
  if (stage?.name === '$limit') {
    limit = stage.limit;
    at++;
  }
  return { query, order, limit, length: at };
}
