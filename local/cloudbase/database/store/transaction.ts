import { loadArrayIndexes } from './catalog';
import type { Store } from './store';

/**
 * Runs a read-test-write as one lmdb transaction. It is committed when this returns; when the function
 * throws, nothing of it remains.
 */
export function runWrite<T>(store: Store, write: () => T): T {
  try {
    return store.root.transactionSync(write);
  } catch (error) {
    loadArrayIndexes(store);
    store.recent.clear();
    throw error;
  }
}
