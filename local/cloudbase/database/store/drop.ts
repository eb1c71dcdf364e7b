import type { IndexTable } from '../types';
import { openCatalog } from './catalog';
import type { Store } from './store';

/** Empties every table and makes what the index table declares anew, in one transaction. */
export function dropAll(store: Store, table: IndexTable): void {
  store.root.transactionSync(() => {
    for (const part of [store.documents, store.natural, store.entries, store.meta]) part.clearSync();
    store.kept.clear();
    store.recent.clear();
    store.collections.clear();
    store.arrayIndexes.clear();
    store.indexes.clear();
    openCatalog(store, table);
  });
}
