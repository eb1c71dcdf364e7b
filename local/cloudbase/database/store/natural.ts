import { collectionKey, endOf, getDocument, type Store, type StoredDocument } from './store';

/** All documents of a collection in the order of their insertion. */
export function* scanNatural(store: Store, collection: string): Generator<StoredDocument> {
  const start = collectionKey(collection);
  for (const { value: id } of store.natural.getRange({ start, end: endOf(start) })) {
    const found = getDocument(store, collection, id);
    if (found) yield found;
  }
}
