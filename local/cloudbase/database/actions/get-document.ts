import { errors } from '../errors';
import { MAX_RESPONSE_BYTES } from '../limits';
import { prepareQuery } from '../query/prepare';
import { compileProjection } from '../read/projection';
import type { StoredDocument } from '../store/store';
import type { Wire } from '../types';
import { readOrder, readPage, readQuery } from '../wire/body';
import { parseDocument, storedToReply, toReply } from '../wire/ejson';
import type { Action } from './action';
import { findOrdered, requireCollection } from './find';

/** `database.getDocument`: the SDK's `where().get()` and `doc().get()`. */
export const getDocument: Action = (context, body) => {
  const collection = requireCollection(context, body);
  const { limit, offset } = readPage(body);
  const query = prepareQuery(readQuery(body, context.now));
  const order = readOrder(body, context.now);
  const print = readProjection(body, context.now);
  const found = findOrdered(context, collection, query, order, { limit, offset });
  return { data: { list: toList(found.map(print)), limit, offset } };
};

/** How a document found becomes text: as it is stored, or what a projection leaves of it. */
function readProjection(body: Wire, now: number): (found: StoredDocument) => string {
  const source = body['projection'];
  if (source === undefined || source === null || source === '') return storedToReply;
  const project = compileProjection(parseDocument(source, 'projection', now));
  return ({ document, text }) => {
    const left = project(document);
    // Text without types is JSON, and so is each part of it.
    return text.includes('"$') ? toReply(left) : JSON.stringify(left);
  };
}

/** The documents of a reply, if they are not too much for one. */
export function toList(texts: string[]): string[] {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MAX_RESPONSE_BYTES) throw errors.responseTooLarge(bytes, MAX_RESPONSE_BYTES);
  return texts;
}
