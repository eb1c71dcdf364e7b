/**
 * The phone's doors beside `/invoke`: what `wx.cloud` does without a function. All are `POST` with a JSON
 * body and the header `x-wx-openid`; all answer JSON with status 200, an error being
 * `{"errCode": -50…, "errMsg": "cloud.<api>:fail …"}` as `wx.cloud.<api>` rejects.
 *
 * - `/client/upload-metadata` `{"cloudPath"}` → `{"url", "fileID"}`. Then PUT the bytes to `url` (an
 *   XMLHttpRequest shows progress) with their `content-type`; status 200 means stored, anything else
 *   carries an XML `<Error>`. The address is good for 15 minutes and for this one path.
 * - `/client/temp-file-urls` `{"fileList": ["cloud://…" or {"fileID", "maxAge" in seconds}]}` →
 *   `{"fileList": [{"fileID", "tempFileURL", "status", "errMsg", "maxAge"}]}`, status 0 being good.
 *   `wx.cloud.downloadFile` is this and a GET of the address.
 * - `/client/delete-files` `{"fileList": ["cloud://…"]}` → `{"fileList": [{"fileID", "status", "errMsg"}]}`.
 * - `/client/database` `{"collectionName", …}` → refused by the security rules, whatever the collection.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type PlatformError, notEmulated, platformError, toPhone } from './errors';
import { readOpenid } from './gateway';
import { BodyTooLarge, isOwnOrigin, isRecord, parseJson, readBody, sendJson } from './http';
import { mayTouchCollection, mayTouchFile } from './rules';
import { isCloudPath } from './storage/paths';
import { BATCH_LIMIT, type Storage, readMaxAge } from './storage/storage';

type Body = Record<string, unknown>;

interface ClientCall {
  readonly storage: Storage;
  readonly openid: string;
  readonly body: Body;
  /** Where this phone reaches the server; another address than the functions' on a real network. */
  readonly origin: string;
}

interface ClientApi {
  /** The name in `errMsg`. */
  readonly api: string;
  readonly answer: (call: ClientCall) => Body | PlatformError | Promise<Body | PlatformError>;
}

const BODY_LIMIT_BYTES = 1024 * 1024;

const APIS: Readonly<Record<string, ClientApi>> = {
  'upload-metadata': { api: 'cloud.uploadFile', answer: getUploadAddress },
  'temp-file-urls': { api: 'cloud.getTempFileURL', answer: getTempFileUrls },
  'delete-files': { api: 'cloud.deleteFile', answer: deleteFiles },
  database: { api: 'cloud.database', answer: refuseDatabase },
};

export async function handleClient(
  storage: Storage,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const known = Object.hasOwn(APIS, name) ? APIS[name] : undefined;
  const { api, answer } = known ?? { api: 'cloud', answer: () => notEmulated(`/client/${name}`) };
  const call = await readCall(storage, request);
  const reply = 'code' in call ? call : await answer(call);
  sendJson(response, 200, isPlatformError(reply) ? toPhone(reply, api) : reply);
}

function isPlatformError(reply: Body | PlatformError): reply is PlatformError {
  return 'errCode' in reply && 'label' in reply;
}

async function readCall(storage: Storage, request: IncomingMessage): Promise<ClientCall | PlatformError> {
  if (request.method !== 'POST' || !isOwnOrigin(request)) return platformError('invalidParam', 'POST only');
  const openid = readOpenid(request);
  if (openid === undefined)
    return platformError('fileDenied', 'no identity: the header x-wx-openid is missing');
  try {
    const text = (await readBody(request, BODY_LIMIT_BYTES)).toString('utf8');
    const body = parseJson(text)?.value;
    if (!isRecord(body)) return platformError('invalidParam', 'the body is no JSON object');
    return { storage, openid, body, origin: `http://${request.headers.host ?? 'localhost'}` };
  } catch (error) {
    if (error instanceof BodyTooLarge) return platformError('bodyTooLarge');
    throw error;
  }
}

function getUploadAddress({ storage, openid, body, origin }: ClientCall): Body | PlatformError {
  const { cloudPath } = body;
  if (!isCloudPath(cloudPath)) return platformError('invalidParam', 'cloudPath is no path of the storage');
  const owner = storage.files.find(cloudPath)?.owner;
  if (!mayTouchFile('write', openid, { path: cloudPath, owner })) return platformError('fileDenied');
  const { url, fileId } = storage.uploadAddress(cloudPath, openid, origin);
  return { url, fileID: fileId };
}

function readFileList(body: Body): unknown[] | undefined {
  const { fileList } = body;
  return Array.isArray(fileList) && fileList.length <= BATCH_LIMIT ? fileList : undefined;
}

const LIST_REFUSED = platformError('invalidParam', `fileList must hold at most ${String(BATCH_LIMIT)} files`);

function refusedFile(fileID: unknown, error: PlatformError): Body {
  return { fileID, status: error.errCode, errMsg: error.message };
}

function getTempFileUrls({ storage, openid, body, origin }: ClientCall): Body | PlatformError {
  const list = readFileList(body);
  if (!list) return LIST_REFUSED;
  const fileList = list.map((item) => {
    const { fileID, maxAge } = isRecord(item) ? item : { fileID: item, maxAge: undefined };
    const record = storage.find(fileID);
    if (!record) return { ...refusedFile(fileID, platformError('fileMissing')), tempFileURL: '' };
    if (!mayTouchFile('read', openid, record)) {
      return { ...refusedFile(fileID, platformError('fileDenied')), tempFileURL: '' };
    }
    const seconds = readMaxAge(maxAge);
    const tempFileURL = storage.downloadAddress(record, seconds, origin);
    return { fileID, tempFileURL, maxAge: seconds, status: 0, errMsg: 'ok' };
  });
  return { fileList };
}

async function deleteFiles({ storage, openid, body }: ClientCall): Promise<Body | PlatformError> {
  const list = readFileList(body);
  if (!list) return LIST_REFUSED;
  const fileList: Body[] = [];
  for (const fileID of list) {
    const record = storage.find(fileID);
    if (!record) fileList.push(refusedFile(fileID, platformError('fileMissing')));
    else if (!mayTouchFile('write', openid, record)) {
      fileList.push(refusedFile(fileID, platformError('fileDenied')));
    } else {
      await storage.files.remove(record.path);
      fileList.push({ fileID, status: 0, errMsg: 'ok' });
    }
  }
  return { fileList };
}

/** A rule that opened a collection would need an engine for the phone's queries: there is none here. */
function refuseDatabase({ body }: ClientCall): PlatformError {
  const { collectionName } = body;
  const collection = typeof collectionName === 'string' ? collectionName : '';
  const open = mayTouchCollection(collection, 'read') || mayTouchCollection(collection, 'write');
  return open ? notEmulated('queries of the phone') : platformError('databaseDenied');
}
