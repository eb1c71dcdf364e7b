import { isDeepStrictEqual } from 'node:util';
import { errors } from '../errors';
import { runWrite } from '../store/transaction';
import { insertDocument, replaceDocument, type WriteMode } from '../store/writes';
import type { Wire } from '../types';
import { compileReplacement, compileUpdate, type Update } from '../update/apply';
import type { Document } from '../values/value';
import { readQuery } from '../wire/body';
import { parseDocument } from '../wire/ejson';
import type { Action, ActionContext } from './action';
import { findForWrite, requireCollection } from './find';
import { printId } from './insert-document';

/**
 * `database.modifyDocument`: `where().update()`, `doc().update()` and `doc().set()`. All documents
 * change or none; `updated` counts those that matched, changed or not (a switch).
 */
export const modifyDocument: Action = (context, body) => {
  const collection = requireCollection(context, body);
  const data = parseDocument(body['data'], 'data', context.now);
  const replace = body['merge'] === false;
  const update = replace ? compileReplacement(data) : compileUpdate(data);
  if (body['upsert'] === true && !replace) throw errors.notEmulated('upsert with update operators');
  return runWrite(context.store, () => {
    const found = updateMatching(context, collection, body, update);
    if (found > 0 || body['upsert'] !== true) return { data: { updated: found, upsert_id: null } };
    const document = { _id: readUpsertId(context, body), ...data };
    insertDocument(context.store, collection, document, updateMode(context));
    return { data: { updated: 0, upsert_id: printId(document._id) } };
  });
};

function updateMatching(context: ActionContext, collection: string, body: Wire, update: Update): number {
  const found = findForWrite(context, collection, body);
  let changed = 0;
  for (const old of found) {
    const document = update(old.document);
    if (context.updatedCounts === 'matches' || !isDeepStrictEqual(document, old.document)) changed += 1;
    replaceDocument(context.store, collection, old, document, updateMode(context));
  }
  return changed;
}

export function updateMode({ duplicateCode }: ActionContext): WriteMode {
  return { operation: 'Update', duplicateCode };
}

/** `doc(id).set()` names the `_id` in its query. */
function readUpsertId(context: ActionContext, body: Wire): unknown {
  const query: Document = readQuery(body, context.now);
  if (query['_id'] === undefined) throw errors.notEmulated('an upsert without _id');
  return query['_id'];
}
