import { notEmulated, platformError, toSdk } from '../errors';
import { isRecord } from '../http';
import { isCloudPath, toFileId } from './paths';
import { BATCH_LIMIT, type Storage, readMaxAge } from './storage';

type Body = Record<string, unknown>;

/** The SDK's `storage.*` actions. */
export interface StorageActions {
  answers(action: string): boolean;
  /** The reply without its request id; errors as `{code, message}`. */
  execute(action: string, params: Body): Promise<Body>;
}

const ITEM_MISSING = platformError('fileMissing');

/** @param origin asked at each call: where the caller of the functions' SDK reaches this server */
export function createStorageActions(storage: Storage, origin: () => string): StorageActions {
  const table: Readonly<Record<string, (params: Body) => Body | Promise<Body>>> = {
    'storage.getUploadMetadata': (params) => getUploadMetadata(storage, origin(), params),
    'storage.batchGetDownloadUrl': (params) => getDownloadUrls(storage, origin(), params),
    'storage.batchDeleteFile': (params) => deleteFiles(storage, params),
    'storage.batchCopyFile': (params) => copyFiles(storage, params),
  };
  return {
    answers: (action) => action.startsWith('storage.'),
    execute: async (action, params) => {
      const act = Object.hasOwn(table, action) ? table[action] : undefined;
      return act ? await act(params) : toSdk(notEmulated(`the action ${action}`));
    },
  };
}

function getUploadMetadata(storage: Storage, origin: string, params: Body): Body {
  const { path, method } = params;
  if (!isCloudPath(path)) return toSdk(platformError('invalidParam', `not a cloud path: ${String(path)}`));
  if (method !== 'put') return toSdk(notEmulated(`uploads by ${String(method)}`));
  const { url, fileId } = storage.uploadAddress(path, '', origin);
  // The address alone carries the right to upload; the SDK only copies the other three into headers, where a
  // name in Chinese could not stand.
  const cosFileId = Buffer.from(fileId).toString('base64');
  return { data: { url, token: 'local', authorization: 'local', fileId, cosFileId } };
}

function readList(value: unknown): unknown[] | undefined {
  return Array.isArray(value) && value.length <= BATCH_LIMIT ? value : undefined;
}

const LIST_REFUSED = toSdk(
  platformError('invalidParam', `a list of at most ${String(BATCH_LIMIT)} files is needed`),
);

function getDownloadUrls(storage: Storage, origin: string, params: Body): Body {
  const list = readList(params['file_list']);
  if (!list) return LIST_REFUSED;
  const downloads = list.map((item) => {
    const { fileid, max_age: maxAge } = isRecord(item) ? item : { fileid: item, max_age: undefined };
    const record = storage.find(fileid);
    if (!record) return { code: ITEM_MISSING.code, fileID: fileid, tempFileURL: '' };
    const tempFileURL = storage.downloadAddress(record, readMaxAge(maxAge), origin);
    return { code: 'SUCCESS', fileID: fileid, tempFileURL };
  });
  return { data: { download_list: downloads } };
}

async function deleteFiles(storage: Storage, params: Body): Promise<Body> {
  const list = readList(params['fileid_list']);
  if (!list) return LIST_REFUSED;
  const deleted: Body[] = [];
  for (const fileID of list) {
    const record = storage.find(fileID);
    const gone = record !== undefined && (await storage.files.remove(record.path));
    deleted.push({ fileID, code: gone ? 'SUCCESS' : ITEM_MISSING.code });
  }
  return { data: { delete_list: deleted } };
}

async function copyFiles(storage: Storage, params: Body): Promise<Body> {
  const list = readList(params['file_list']);
  if (!list) return LIST_REFUSED;
  const copied: Body[] = [];
  for (const item of list) copied.push(await copyOne(storage, isRecord(item) ? item : {}));
  return { data: { copy_list: copied } };
}

async function copyOne(storage: Storage, item: Body): Promise<Body> {
  const { src_path: from, dst_path: to, overwrite = true, remove_original: move } = item;
  if (!isCloudPath(from) || !isCloudPath(to)) return toSdk(platformError('invalidParam', 'not a cloud path'));
  const record = storage.files.find(from);
  if (!record) return toSdk(ITEM_MISSING);
  if (overwrite !== true && storage.files.find(to)) {
    return toSdk(platformError('fileFailed', 'the target exists and overwrite is false'));
  }
  await storage.files.copy(record, to);
  if (move === true) await storage.files.remove(from);
  return { fileId: toFileId(to) };
}
