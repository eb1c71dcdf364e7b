import { Context } from 'mingo/core';
import { $avg, $first, $last, $mergeObjects, $sum } from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import { $group, $limit, $project, $replaceRoot, $skip } from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { mendedAccumulators } from './accumulators';
import { dateOperators } from './dates';
import { mendedExpressions } from './expressions';
import { expressionNames } from './names';
import { $addFields, $count, $sort, $unwind } from './stages';
import { textOperators } from './text';

/**
 * The operators this database has, as mingo wants them: mingo's own where they keep MongoDB's rules,
 * ours where they do not. mingo's built-in set is never used, since it would silently add the rest.
 */
let context: Context | undefined;

type Operators = Parameters<typeof Context.init>[0];

function makeContext(): Context {
  const own = { ...mendedExpressions, ...dateOperators, ...textOperators };
  const kept = Object.entries(expressions).filter(([name]) => expressionNames.has(name) && !(name in own));
  const operators: unknown = {
    expression: { ...Object.fromEntries(kept), ...own },
    accumulator: { $avg, $first, $last, $mergeObjects, $sum, ...mendedAccumulators },
    pipeline: {
      $group,
      $project,
      $replaceRoot,
      $skip,
      $limit,
      $addFields,
      $count,
      $sort,
      $unwind,
    },
  };
  return Context.init(operators as Operators);
}

/** @param extra stages that need more than their rows: `$match` and `$lookup` */
export function mingoOptions(extra?: Record<string, unknown>): Partial<Options> {
  context ??= makeContext();
  if (!extra) return { context, scriptEnabled: false };
  const stages = Context.init({ pipeline: extra } as unknown as Operators);
  return { context: Context.from(context, stages), scriptEnabled: false };
}
