import type { IndexTable } from '../types';
import { openCatalog } from './catalog';
import type { Store } from './store';

/** Empties every table, then makes what the index table declares anew. */
export async function dropAll(store: Store, table: IndexTable): Promise<void> {
  for (const part of [store.documents, store.natural, store.entries, store.meta]) await part.clearAsync();
  store.collections.clear();
  store.arrayIndexes.clear();
  store.indexes.clear();
  openCatalog(store, table);
}
