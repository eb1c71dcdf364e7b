import { addCollection } from './actions/add-collection';
import { aggregateDocuments } from './actions/aggregate-documents';
import type { Action, ActionContext } from './actions/action';
import { calculateDocument } from './actions/calculate-document';
import { getDocument } from './actions/get-document';
import { insertDocument } from './actions/insert-document';
import { modifyAndReturnDoc } from './actions/modify-and-return-doc';
import { modifyDocument } from './actions/modify-document';
import { removeDocument } from './actions/remove-document';
import { DatabaseError, errors } from './errors';
import { DEFAULT_AGGREGATE_LIMIT } from './limits';
import { scanPolicy } from './plan/scan';
import { importDocuments } from './store/import';
import { openCatalog } from './store/catalog';
import { checkStore } from './store/check';
import { dropAll } from './store/drop';
import { keep } from './store/keep';
import { scanNatural } from './store/natural';
import { closeStore, openStore, type Store } from './store/store';
import type { Cost, DatabaseOptions, LocalDatabase, Wire } from './types';
import { copyValue } from './values/value';

export type { Cost, DatabaseOptions, IndexDeclaration, IndexTable, LocalDatabase, Wire } from './types';

const ACTIONS: Readonly<Record<string, Action>> = {
  'database.addCollection': addCollection,
  'database.aggregateDocuments': aggregateDocuments,
  'database.calculateDocument': calculateDocument,
  'database.getDocument': getDocument,
  'database.insertDocument': insertDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
};

/**
 * Opens the database of a folder, or makes it.
 *
 * @throws Error when the folder cannot be used or the index table contradicts what is stored
 */
export function openDatabase(options: DatabaseOptions): LocalDatabase {
  const store = openStore(options.dir);
  openCatalog(store, options.indexes);
  return {
    execute: (action, body, cost) => execute(store, options, action, body, cost),
    importDocuments: (collection, documents) => importDocuments(store, collection, documents),
    exportDocuments: (collection) => exportDocuments(store, collection),
    collectionNames: () => [...store.collections].sort(),
    checkIndexes: () => checkStore(store),
    keep: () => keep(store),
    drop: () =>
      Promise.resolve().then(() => {
        dropAll(store, options.indexes);
      }),
    close: () => closeStore(store),
  };
}

/** Each action runs at once and to its end; the promise is only the form. */
// oxlint-disable-next-line typescript/require-await -- a bug becomes a rejection, not a throw
async function execute(
  store: Store,
  options: DatabaseOptions,
  name: string,
  body: Wire,
  cost: Cost,
): Promise<Wire> {
  cost.calls++;
  const context: ActionContext = {
    store,
    cost,
    duplicateCode: options.duplicateCode ?? 'DATABASE_REQUEST_FAILED',
    aggregateDefaultLimit:
      options.aggregateDefaultLimit === undefined ? DEFAULT_AGGREGATE_LIMIT : options.aggregateDefaultLimit,
    updateAndReturn: options.updateAndReturn ?? 'after',
    updatedCounts: options.updatedCounts ?? 'matches',
    now: options.now(),
    onUndeclaredScan: scanPolicy(options.strictScans ?? 'warn', (text) => {
      options.onWarning?.(text);
    }),
  };
  try {
    const action = ACTIONS[name];
    if (!action) throw errors.notEmulated(`the action ${name}`);
    return action(context, body);
  } catch (error) {
    if (error instanceof DatabaseError) return { code: error.code, message: error.message };
    throw error;
  }
}

function* exportDocuments(store: Store, collection: string): Generator<object> {
  // Whoever asks may change what they got.
  for (const { document } of scanNatural(store, collection)) yield copyValue(document);
}
