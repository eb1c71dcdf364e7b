import { copyValue, type Document } from '../values/value';
import { addCollection } from './catalog';
import type { Store } from './store';
import { runWrite } from './transaction';
import { putDocument } from './writes';

const BATCH = 1000;

/**
 * Puts plain documents in, replacing by `_id`; every thousand is one transaction.
 *
 * @throws Error when a document lacks an `_id` or breaks a rule of the store
 */
export async function importDocuments(
  store: Store,
  collection: string,
  documents: readonly object[],
): Promise<void> {
  runWrite(store, () => {
    addCollection(store, collection);
  });
  for (let from = 0; from < documents.length; from += BATCH) {
    runWrite(store, () => {
      for (const document of documents.slice(from, from + BATCH)) {
        // Whoever gives them may change them afterwards.
        putDocument(store, collection, copyValue(document as Document), {
          operation: 'Insert',
          duplicateCode: 'DATABASE_REQUEST_FAILED',
        });
      }
    });
    await new Promise(setImmediate);
  }
}
