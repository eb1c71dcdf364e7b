import type { Action } from './action';
import { findMatching, requireCollection } from './find';

/** `database.calculateDocument`: the SDK's `count()`. */
export const calculateDocument: Action = (context, body) => {
  const collection = requireCollection(context, body);
  const total = [...findMatching(context, collection, body)].length;
  return { data: { total } };
};
