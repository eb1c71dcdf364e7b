import { errors } from '../errors';
import { addCollection as add } from '../store/catalog';
import { runWrite } from '../store/transaction';
import { readCollectionName, refuseTransactions } from '../wire/body';
import type { Action } from './action';

/** `database.addCollection`: the SDK's `createCollection()`. */
export const addCollection: Action = ({ store }, body) => {
  refuseTransactions(body);
  const collection = readCollectionName(body);
  if (store.collections.has(collection)) throw errors.collectionExists();
  runWrite(store, () => {
    add(store, collection);
  });
  return {};
};
