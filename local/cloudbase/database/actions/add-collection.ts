import { addCollection as add } from '../store/catalog';
import { runWrite } from '../store/transaction';
import { readCollectionName, refuseTransactions } from '../wire/body';
import type { Action } from './action';

/**
 * `database.addCollection`: the SDK's `createCollection()`. One that exists stays as it is: the published
 * tests of the SDK create one twice. (Developers report that the service refuses the second with
 * DATABASE_COLLECTION_ALREADY_EXIST; code must bear both.)
 */
export const addCollection: Action = ({ store }, body) => {
  refuseTransactions(body);
  const collection = readCollectionName(body);
  if (!store.collections.has(collection)) {
    runWrite(store, () => {
      add(store, collection);
    });
  }
  return {};
};
