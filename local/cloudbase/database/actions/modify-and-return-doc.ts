import { errors } from '../errors';
import { runWrite } from '../store/transaction';
import { replaceDocument } from '../store/writes';
import { compileUpdate } from '../update/apply';
import { parseDocument, toReply } from '../wire/ejson';
import type { Action } from './action';
import { findForWrite, requireCollection } from './find';
import { updateMode } from './modify-document';

/** `database.modifyAndReturnDoc`: `where().updateAndReturn()`. One document, as it is afterwards (a switch). */
export const modifyAndReturnDoc: Action = (context, body) => {
  const collection = requireCollection(context, body);
  if (context.updateAndReturn === 'refused') {
    throw errors.invalidParam('updateAndReturn needs a transaction');
  }
  const update = compileUpdate(parseDocument(body['data'], 'data', context.now));
  return runWrite(context.store, () => {
    const [old] = findForWrite(context, collection, { ...body, multi: false });
    if (!old) return { data: { updated: 0, doc: null } };
    const document = update(old.document);
    replaceDocument(context.store, collection, old, document, updateMode(context));
    const shown = context.updateAndReturn === 'before' ? old.document : document;
    return { data: { updated: 1, doc: toReply(shown) } };
  });
};
