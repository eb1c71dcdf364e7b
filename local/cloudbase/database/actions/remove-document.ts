import { runWrite } from '../store/transaction';
import { removeDocument as removeOne } from '../store/writes';
import type { Action } from './action';
import { findForWrite, requireCollection } from './find';

/** `database.removeDocument`: `where().remove()` and `doc().remove()`. */
export const removeDocument: Action = (context, body) => {
  const collection = requireCollection(context, body);
  return runWrite(context.store, () => {
    const found = findForWrite(context, collection, body);
    for (const old of found) removeOne(context.store, collection, old);
    return { data: { deleted: found.length } };
  });
};
