import { errors } from '../errors';
import { MAX_RESPONSE_BYTES } from '../limits';
import { prepareQuery } from '../query/prepare';
import { compileProjection } from '../read/projection';
import type { Wire } from '../types';
import { readOrder, readPage, readQuery } from '../wire/body';
import { parseDocument, stringifyDocument } from '../wire/ejson';
import type { Document } from '../values/value';
import type { Action } from './action';
import { findOrdered, requireCollection } from './find';

/** `database.getDocument`: the SDK's `where().get()` and `doc().get()`. */
export const getDocument: Action = (context, body) => {
  const collection = requireCollection(context, body);
  const { limit, offset } = readPage(body);
  const query = prepareQuery(readQuery(body, context.now));
  const order = readOrder(body, context.now);
  const project = readProjection(body, context.now);
  const found = findOrdered(context, collection, query, order, { limit, offset });
  return { data: { list: toList(found.map(project)), limit, offset } };
};

function readProjection(body: Wire, now: number): (document: Document) => Document {
  const source = body['projection'];
  if (source === undefined || source === null || source === '') return (document) => document;
  return compileProjection(parseDocument(source, 'projection', now));
}

/** Documents as the reply carries them, if they are not too much for one. */
export function toList(documents: readonly Document[]): string[] {
  let bytes = 0;
  return documents.map((document) => {
    const text = stringifyDocument(document);
    bytes += Buffer.byteLength(text);
    if (bytes > MAX_RESPONSE_BYTES) throw errors.responseTooLarge(bytes, MAX_RESPONSE_BYTES);
    return text;
  });
}
