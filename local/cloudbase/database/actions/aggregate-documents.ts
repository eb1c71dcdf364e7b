import { readStages, runPipeline } from '../aggregate/pipeline';
import { MAX_AGGREGATE_LIMIT } from '../limits';
import type { Action } from './action';
import { requireCollection } from './find';
import { toReply } from '../wire/ejson';
import { toList } from './get-document';

/** `database.aggregateDocuments`: the SDK's `aggregate().….end()`. */
export const aggregateDocuments: Action = (context, body) => {
  const collection = requireCollection(context, body);
  const stages = readStages(body, context.now);
  const rows = runPipeline(context, collection, stages);
  const limited = stages.some(({ name }) => name === '$limit');
  const limit = limited ? MAX_AGGREGATE_LIMIT : (context.aggregateDefaultLimit ?? Infinity);
  return { data: { list: toList(rows.slice(0, limit).map(toReply)) } };
};
