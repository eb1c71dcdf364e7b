import { openedFile, openFile } from '../files';
import { reportError } from '../errors';
import { appPost, isOnline, NO_NETWORK, NoNetwork } from '../server';
import { NotInPreviewError } from '../errors';
import { toText } from '../values';
import { asyncApi, Refusal } from './call';

interface FunctionAnswer {
  result?: unknown;
  errCode?: number;
  errMsg?: string;
}

interface Upload {
  cloudPath: string;
  filePath: string;
  header?: object;
  config?: object;
}

const NO_NETWORK_CODE = -1;

/** Runs a request; no network becomes WeChat's failure. */
async function request(path: string, body: unknown): Promise<Record<string, unknown>> {
  try {
    const answer = await appPost(path, body);
    if (typeof answer['errCode'] !== 'number' || answer['errCode'] === 0) return answer;
    const message = toText(answer['errMsg']).replace(/^cloud\.\w+:fail /, '');
    throw new Refusal(message, answer['errCode']);
  } catch (error) {
    if (error instanceof NoNetwork) throw new Refusal(NO_NETWORK, NO_NETWORK_CODE);
    throw error;
  }
}

async function callFunction({ name, data = {} }: { name: string; data?: object }): Promise<object> {
  try {
    const answer = (await request(`/invoke/${encodeURIComponent(name)}`, data)) as FunctionAnswer;
    return { result: answer.result, requestID: crypto.randomUUID() };
  } catch (error) {
    // A function that failed is a mistake to be seen; a missing network is everyday life.
    if (error instanceof Refusal && error.errCode !== NO_NETWORK_CODE) {
      const action = (data as { action?: string }).action ?? '';
      reportError(new Error(error.message), `cloud function ${name}.${action}`);
    }
    throw error;
  }
}

interface Task {
  abort(): void;
  onProgressUpdate(listener: (progress: object) => void): void;
  offProgressUpdate(listener: (progress: object) => void): void;
}

/** Sends the bytes with progress, as fetch can not. */
function put(
  url: string,
  blob: Blob,
  progress: (sent: number, total: number) => void,
  abort: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transfer = new XMLHttpRequest();
    transfer.upload.onprogress = (event) => {
      progress(event.loaded, event.total);
    };
    transfer.onload = () => {
      if (transfer.status === 200) resolve();
      else reject(new Refusal(`upload file fail ${transfer.responseText}`, -503001));
    };
    transfer.onerror = () => {
      reject(new Refusal(NO_NETWORK, NO_NETWORK_CODE));
    };
    abort.addEventListener('abort', () => {
      transfer.abort();
      reject(new Refusal('abort'));
    });
    transfer.open('PUT', url);
    transfer.setRequestHeader('content-type', blob.type || 'application/octet-stream');
    transfer.send(blob);
  });
}

/** With callbacks WeChat answers a task that can be stopped and tells the progress; without, a promise. */
function uploadFile(options: Upload & { success?: unknown; fail?: unknown; complete?: unknown }): unknown {
  const listeners = new Set<(progress: object) => void>();
  const abort = new AbortController();
  const upload = asyncApi('cloud.uploadFile', async ({ cloudPath, filePath }: Upload) => {
    const blob = openedFile(filePath);
    if (!blob) throw new Refusal(`file ${filePath} does not exist`);
    const { url, fileID } = await request('/client/upload-metadata', { cloudPath });
    if (!isOnline()) throw new Refusal(NO_NETWORK, NO_NETWORK_CODE);
    const tell = (totalBytesSent: number, totalBytesExpectedToSend: number): void => {
      const progress = Math.round((totalBytesSent / Math.max(1, totalBytesExpectedToSend)) * 100);
      for (const listener of listeners) listener({ progress, totalBytesSent, totalBytesExpectedToSend });
    };
    await put(String(url), blob, tell, abort.signal);
    return { fileID, statusCode: 200 };
  });
  const promise = upload(options as Parameters<typeof upload>[0]);
  if (promise) return promise;
  const task: Task = {
    abort: () => {
      abort.abort();
    },
    onProgressUpdate: (listener) => listeners.add(listener),
    offProgressUpdate: (listener) => listeners.delete(listener),
  };
  return task;
}

async function downloadFile({ fileID }: { fileID: string }): Promise<object> {
  const { fileList } = await request('/client/temp-file-urls', { fileList: [fileID] });
  const [file] = fileList as { tempFileURL?: string; errMsg: string }[];
  if (!file?.tempFileURL) throw new Refusal(file?.errMsg ?? 'file does not exist', -503003);
  const response = await fetch(file.tempFileURL);
  const tempFilePath = openFile(`http://tmp/${fileID.split('/').at(-1) ?? 'file'}`, await response.blob());
  return { tempFilePath, statusCode: response.status };
}

/** Every way into the database asks the server, which refuses: phones have no rights there. */
function database(): object {
  const collection = (collectionName: string): object => {
    const ask = asyncApi('collection.get', () => request('/client/database', { collectionName }));
    const chain: Record<string, unknown> = {};
    for (const name of ['where', 'doc', 'limit', 'skip', 'orderBy', 'field', 'aggregate'])
      chain[name] = () => chain;
    for (const name of ['get', 'add', 'update', 'set', 'remove', 'count', 'end', 'watch']) chain[name] = ask;
    return chain;
  };
  return { collection, command: {}, serverDate: () => ({}) };
}

const apis: Record<string, unknown> = {
  init: () => undefined,
  callFunction: asyncApi('cloud.callFunction', callFunction),
  uploadFile,
  downloadFile: asyncApi('cloud.downloadFile', downloadFile),
  getTempFileURL: asyncApi('cloud.getTempFileURL', ({ fileList }: { fileList: unknown[] }) =>
    request('/client/temp-file-urls', { fileList }),
  ),
  deleteFile: asyncApi('cloud.deleteFile', ({ fileList }: { fileList: string[] }) =>
    request('/client/delete-files', { fileList }),
  ),
  database,
};

export const cloud = new Proxy(apis, {
  get(target, name) {
    if (typeof name !== 'string' || name in target) return Reflect.get(target, name) as unknown;
    throw new NotInPreviewError(`wx.cloud.${name}`);
  },
});
