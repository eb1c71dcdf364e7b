import { appPost } from './server';

/** Where the server answers the mini-program's own files. */
const ASSET_ROOT = '/__preview/files';

/** Path prefix of files that outlive the document; they lie in IndexedDB. */
export const USER_DATA_PATH = 'http://usr';

/** Files of this document and saved ones that were read, by the path that the mini-program knows. */
const open = new Map<string, { readonly blob: Blob; readonly url: string }>();
let counter = 0;

/** Address of a file of the mini-program's package, as a path in the file of `owner` names it. */
export function assetUrl(path: string, owner: string): string {
  const base = new URL(`${ASSET_ROOT}/${owner}`, location.origin);
  return path.startsWith('/') ? `${ASSET_ROOT}${path}` : new URL(path, base).pathname;
}

/** Keeps a file as WeChat's temporary files: gone with the document. */
export function addTemporaryFile(blob: Blob, extension: string): string {
  counter += 1;
  return openFile(`http://tmp/${String(Date.now())}${String(counter)}.${extension}`, blob);
}

export function openFile(path: string, blob: Blob): string {
  open.set(path, { blob, url: URL.createObjectURL(blob) });
  return path;
}

export function openedFile(path: string): Blob | null {
  return open.get(path)?.blob ?? null;
}

export function closeFile(path: string): void {
  const file = open.get(path);
  if (file) URL.revokeObjectURL(file.url);
  open.delete(path);
}

/**
 * An address that the browser can load for whatever a page may name: a temporary or saved file, one of the cloud
 * storage, one of the package, data: or https:.
 */
export async function resolveFile(path: string, owner: string): Promise<string> {
  const file = open.get(path);
  if (file) return file.url;
  if (path.startsWith('cloud://')) return cloudUrl(path);
  if (path.startsWith('http://tmp/') || path.startsWith(USER_DATA_PATH))
    throw new Error(`${path} does not exist`);
  if (/^(?:https?|data|blob):/.test(path)) return path;
  return assetUrl(path, owner);
}

async function cloudUrl(fileID: string): Promise<string> {
  const answer = await appPost('/client/temp-file-urls', { fileList: [fileID] });
  const [file] = (answer['fileList'] ?? []) as { tempFileURL?: string; status: number; errMsg: string }[];
  if (!file?.tempFileURL) throw new Error(file?.errMsg ?? `${fileID} does not exist`);
  return file.tempFileURL;
}
