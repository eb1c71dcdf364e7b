import { NotInPreviewError } from '../errors';
import { closeFile, openedFile, USER_DATA_PATH } from '../files';
import { removeSavedFile, savedFiles, saveFile } from '../file-store';
import { asyncApi, Refusal } from './call';

/** WeChat's limit of all saved files of a mini-program. */
const TOTAL_LIMIT_BYTES = 200 * 1024 * 1024;

interface Save {
  tempFilePath: string;
  filePath?: string;
}

interface Read {
  filePath: string;
  encoding?: string;
  position?: number;
  length?: number;
}

interface Write {
  filePath: string;
  data: string | ArrayBuffer;
  encoding?: string;
}

let counter = 0;

function existing(path: string): Blob {
  const blob = openedFile(path);
  if (!blob) throw new Refusal(`no such file or directory, open "${path}"`, 1300002);
  return blob;
}

function checkRoom(blob: Blob): void {
  const total = [...savedFiles().values()].reduce((sum, file) => sum + file.blob.size, blob.size);
  if (total > TOTAL_LIMIT_BYTES)
    throw new Refusal('the maximum size of the file storage limit is exceeded', 1300202);
}

function save({ tempFilePath, filePath }: Save): { savedFilePath: string; kept: Promise<unknown> } {
  const blob = existing(tempFilePath);
  checkRoom(blob);
  counter += 1;
  const extension = tempFilePath.split('.').at(-1) ?? 'bin';
  const savedFilePath = filePath ?? `http://store/${String(Date.now())}${String(counter)}.${extension}`;
  const kept = saveFile(savedFilePath, blob);
  // The temporary file has moved.
  closeFile(tempFilePath);
  return { savedFilePath, kept };
}

async function read({ filePath, encoding, position, length }: Read): Promise<{ data: unknown }> {
  const blob = existing(filePath);
  const start = position ?? 0;
  const buffer = await blob.slice(start, length === undefined ? undefined : start + length).arrayBuffer();
  if (encoding === undefined) return { data: buffer };
  if (encoding === 'base64') return { data: toBase64(buffer) };
  if (encoding === 'utf8' || encoding === 'utf-8') return { data: new TextDecoder().decode(buffer) };
  throw new NotInPreviewError(`encoding ${encoding} of readFile`);
}

function write({ filePath, data, encoding = 'utf8' }: Write): Promise<unknown> {
  if (!filePath.startsWith(`${USER_DATA_PATH}/`))
    throw new Refusal(`permission denied, open "${filePath}"`, 1300013);
  const content = encoding === 'base64' && typeof data === 'string' ? fromBase64(data) : data;
  const blob = new Blob([content]);
  checkRoom(blob);
  return saveFile(filePath, blob);
}

async function remove(path: string): Promise<void> {
  existing(path);
  if (savedFiles().has(path)) await removeSavedFile(path);
  else closeFile(path);
}

export function toBase64(buffer: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));
}

export function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
}

const manager: Record<string, unknown> = {
  saveFile: asyncApi('saveFile', async (options: Save) => {
    const { savedFilePath, kept } = save(options);
    await kept;
    return { savedFilePath };
  }),
  saveFileSync: (tempFilePath: string, filePath?: string) =>
    save({ tempFilePath, ...(filePath === undefined ? {} : { filePath }) }).savedFilePath,
  getSavedFileList: asyncApi('getSavedFileList', () => ({
    fileList: [...savedFiles()].map(([filePath, { blob, createdAtMs }]) => {
      return { filePath, size: blob.size, createTime: Math.floor(createdAtMs / 1000) };
    }),
  })),
  removeSavedFile: asyncApi('removeSavedFile', ({ filePath }: { filePath: string }) => remove(filePath)),
  unlink: asyncApi('unlink', ({ filePath }: { filePath: string }) => remove(filePath)),
  unlinkSync: (filePath: string) => {
    existing(filePath);
    void remove(filePath);
  },
  access: asyncApi('access', ({ path }: { path: string }) => {
    existing(path);
  }),
  accessSync: (path: string) => {
    existing(path);
  },
  getFileInfo: asyncApi('getFileInfo', ({ filePath }: { filePath: string }) => ({
    size: existing(filePath).size,
  })),
  readFile: asyncApi('readFile', read),
  writeFile: asyncApi('writeFile', async (options: Write) => {
    await write(options);
  }),
};

/** The part of FileSystemManager that keeps chosen photos with a draft; the rest throws. */
export const fileSystemManager = new Proxy(manager, {
  get(target, name) {
    if (typeof name !== 'string' || name in target) return Reflect.get(target, name) as unknown;
    throw new NotInPreviewError(`FileSystemManager.${name}`);
  },
});
