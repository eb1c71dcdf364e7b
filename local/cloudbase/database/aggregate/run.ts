import { Aggregator } from 'mingo/aggregator';
import { type Iterator, Lazy } from 'mingo/lazy';
import type { ActionContext } from '../actions/action';
import { findOrdered, type Window } from '../actions/find';
import { compileQuery, evaluate } from '../query/matcher';
import { prepareQuery } from '../query/prepare';
import { type Document } from '../values/value';
import { valuesAt } from '../values/paths';
import { type SortField, toSortField } from '../wire/body';
import { mingoOptions } from './context';
import type { PipelineStage } from './pipeline';

/**
 * Runs a pipeline. What stands at its beginning — `$match`, then `$sort`, then `$skip` and `$limit` — is
 * read as a query, by an index where there is one; mingo does the rest.
 */
export function runPipeline(
  context: ActionContext,
  collection: string,
  stages: readonly PipelineStage[],
): Document[] {
  const head = readHead(stages);
  const found = findOrdered(context, collection, head.query, head.order, head.window);
  const rows = found.map(({ document }) => document);
  const rest = stages.slice(head.length).map(({ name, operand }) => ({ [name]: operand }));
  if (rest.length === 0) return rows;
  const options = mingoOptions({ $match, $lookup: makeLookup(context) });
  return evaluate(() => new Aggregator(rest, options).run<Document>(rows)).map(idFirst);
}

interface Head {
  readonly query: Document;
  readonly order: SortField[];
  readonly window: Window;
  /** How many stages it stands for. */
  readonly length: number;
}

function readHead(stages: readonly PipelineStage[]): Head {
  let at = 0;
  const take = (name: string): unknown => (stages[at]?.name === name ? stages[at++]?.operand : undefined);
  const query = (take('$match') as Document | undefined) ?? {};
  const sort = take('$sort') as Document | undefined;
  const order = Object.entries(sort ?? {}).map(([path, direction]) => toSortField(path, direction));
  const offset = (take('$skip') as number | undefined) ?? 0;
  const limit = (take('$limit') as number | undefined) ?? Infinity;
  return { query, order, window: { offset, limit }, length: at };
}

function $match(rows: Iterator, operand: Document): Iterator {
  const matches = compileQuery(operand);
  return rows.filter((row) => matches(row));
}

/** Each row's partners are found by an index of the other collection, or counted as a scan. */
function makeLookup(context: ActionContext): (rows: Iterator, operand: Document) => Iterator {
  return (rows, operand) => {
    const { from, localField, foreignField, as } = operand as Record<string, string>;
    if (!context.store.collections.has(from ?? ''))
      return rows.map((row) => ({ ...(row as Document), [as ?? '']: [] }));
    return rows.transform((documents) =>
      Lazy(
        (documents as Document[]).map((row) => {
          const { values } = valuesAt(row, (localField ?? '').split('.'));
          // An empty array has nothing to be joined by; a missing field is joined as null.
          const wanted = values.filter((value) => value !== undefined);
          const query = prepareQuery({ [foreignField ?? '']: { $in: wanted } });
          const all: Window = { offset: 0, limit: Infinity };
          return {
            ...row,
            [as ?? '']: findOrdered(context, from ?? '', query, [], all).map(({ document }) => document),
          };
        }),
      ),
    );
  };
}

function idFirst(row: Document): Document {
  if (!('_id' in row)) return row;
  const { _id: id, ...rest } = row;
  return { _id: id, ...rest };
}
