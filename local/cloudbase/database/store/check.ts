import { scanNatural } from './natural';
import { fieldKeys } from './entries';
import { collectionKey, endOf, indexesOf, type Store } from './store';
import { encodeId } from './writes';

/**
 * Compares every index, and the order of insertion, with what the documents say.
 *
 * @returns one sentence for each difference; none when all is well
 */
export function checkStore(store: Store): string[] {
  return [...store.collections].flatMap((collection) => [
    ...checkNatural(store, collection),
    ...indexesOf(store, collection).flatMap((index) => {
      const expected = new Set<string>();
      for (const { document } of scanNatural(store, collection)) {
        const id = encodeId(document['_id']);
        for (const key of fieldKeys(document, index.fields).keys) {
          expected.add(Buffer.concat([index.prefix, key, id]).toString('hex'));
        }
      }
      const found = new Set<string>();
      for (const key of store.entries.getKeys({ start: index.prefix, end: endOf(index.prefix) })) {
        found.add(Buffer.from(key).toString('hex'));
      }
      return compareKeys(`${collection}.${index.name}`, expected, found);
    }),
  ]);
}

/** Every document stands once in the order of insertion, and nothing else does. */
function checkNatural(store: Store, collection: string): string[] {
  const start = collectionKey(collection);
  const range = { start, end: endOf(start) };
  const listed = new Set<string>();
  for (const { value } of store.natural.getRange(range)) listed.add(value.toString('hex'));
  const stored = new Set<string>();
  for (const key of store.documents.getKeys(range)) stored.add(key.subarray(start.length).toString('hex'));
  return compareKeys(`${collection} (order of insertion)`, stored, listed);
}

function compareKeys(name: string, expected: ReadonlySet<string>, found: ReadonlySet<string>): string[] {
  const missing = [...expected]
    .filter((key) => !found.has(key))
    .map((key) => `${name} lacks the entry ${key}`);
  const extra = [...found]
    .filter((key) => !expected.has(key))
    .map((key) => `${name} has a stray entry ${key}`);
  return [...missing, ...extra];
}
