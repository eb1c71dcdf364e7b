import { randomBytes } from 'node:crypto';
import { ObjectId } from 'bson';
import { DatabaseError, errors } from '../errors';
import { runWrite } from '../store/transaction';
import { insertDocument as insertOne, type WriteMode } from '../store/writes';
import type { Document } from '../values/value';
import { parseDocument } from '../wire/ejson';
import { checkStorable } from '../update/apply';
import type { Action } from './action';
import { requireCollection } from './find';

/**
 * `database.insertDocument`: the SDK's `add()`. As with MongoDB's ordered insert, documents before the
 * first one that is refused stay.
 */
export const insertDocument: Action = (context, body) => {
  const collection = requireCollection(context, body);
  const texts = body['data'];
  if (!Array.isArray(texts) || texts.length === 0) throw errors.invalidParam('data must be a nonempty list');
  const documents = texts.map((text) => withId(parseDocument(text, 'data', context.now)));
  const mode: WriteMode = { operation: 'Insert', duplicateCode: context.duplicateCode };
  const refusal = runWrite(context.store, () => {
    try {
      for (const document of documents) {
        checkStorable(document, '', false);
        insertOne(context.store, collection, document, mode);
      }
      return undefined;
    } catch (error) {
      if (error instanceof DatabaseError) return error;
      throw error;
    }
  });
  if (refusal) throw refusal;
  return { data: { insertedIds: documents.map((document) => printId(document['_id'])) } };
};

/** The service gives an `_id` of 32 hex digits; it comes first in the document. */
function withId(document: Document): Document {
  const { _id: id = randomBytes(16).toString('hex'), ...rest } = document;
  return { _id: id, ...rest };
}

/** An `_id` as the wire shows it. */
export function printId(id: unknown): unknown {
  return id instanceof ObjectId ? id.toHexString() : id;
}
