import { removeDocument, restoreDocument } from './writes';
import { getDocument, type Kept, type Store } from './store';
import { runWrite } from './transaction';

/**
 * From now on what a write changes is remembered; the answer puts everything back as it is now, any number of times. It
 * does nothing and says false where everything was dropped since. Several may keep at once, each their own moment.
 */
export function keep(store: Store): () => boolean {
  let mine = begin(store);
  return () => {
    if (!store.kept.delete(mine)) return false;
    runWrite(store, () => {
      putBack(store, mine);
    });
    mine = begin(store);
    return true;
  };
}

function begin(store: Store): Kept {
  const kept: Kept = {
    collections: new Set(store.collections),
    arrayIndexes: new Set(store.arrayIndexes),
    sequence: store.sequence,
    before: new Map(),
  };
  store.kept.add(kept);
  return kept;
}

function putBack(store: Store, { collections, arrayIndexes, sequence, before }: Kept): void {
  // All that is there goes first: two documents may have exchanged what is unique.
  for (const { collection, id } of before.values()) {
    const now = getDocument(store, collection, id);
    if (now) removeDocument(store, collection, now);
  }
  for (const each of before.values()) restoreDocument(store, each);
  for (const name of without(store.collections, collections)) {
    store.collections.delete(name);
    store.meta.removeSync(['collection', name]);
  }
  for (const name of without(store.arrayIndexes, arrayIndexes)) {
    store.arrayIndexes.delete(name);
    store.meta.removeSync(['array', ...name.split('\0')]);
  }
  store.sequence = sequence;
}

function without(names: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...names].filter((name) => !others.has(name));
}
