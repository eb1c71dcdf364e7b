import { closeFile, openFile } from './files';
import { openid } from './session';

/** Saved files, in IndexedDB so that they outlive the document; one database per identity. */
const DATABASE = `phone-files:${openid}`;
const STORE = 'files';

interface SavedFile {
  readonly blob: Blob;
  readonly createdAtMs: number;
}

const saved = new Map<string, SavedFile>();
let opened: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error('the browser does not keep files (IndexedDB)'));
    };
  });
  return opened;
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode);
  const request = work(transaction.objectStore(STORE));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve(request.result);
    };
    transaction.onerror = () => {
      reject(new Error(transaction.error?.message ?? 'the file could not be kept'));
    };
  });
}

/** Opens all saved files again, so that a page can use their paths at once. Runs before the app starts. */
export async function openSavedFiles(): Promise<void> {
  const [paths, files] = await Promise.all([
    run('readonly', (store) => store.getAllKeys()),
    run('readonly', (store) => store.getAll() as IDBRequest<SavedFile[]>),
  ]);
  paths.forEach((path, index) => {
    const file = files[index];
    if (!file || typeof path !== 'string') return;
    saved.set(path, file);
    openFile(path, file.blob);
  });
}

/** Usable at once under the path; kept on the disk when the promise resolves. */
export function saveFile(path: string, blob: Blob): Promise<unknown> {
  const file: SavedFile = { blob, createdAtMs: Date.now() };
  saved.set(path, file);
  openFile(path, blob);
  return run('readwrite', (store) => store.put(file, path));
}

export function removeSavedFile(path: string): Promise<unknown> {
  saved.delete(path);
  closeFile(path);
  return run('readwrite', (store) => store.delete(path));
}

export function savedFiles(): ReadonlyMap<string, SavedFile> {
  return saved;
}
