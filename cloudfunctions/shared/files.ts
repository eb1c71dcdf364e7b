/** Files in the cloud storage: only the server hands out links, and they end. */
import { cloudApp } from './caller';

/** A link to a photo or a recording lives as long as somebody reasonably looks at one page. */
const LINK_SECONDS = 1_800;

/** Ids that the storage takes in one call. */
const AT_ONCE = 50;

/** Links of at most 50 files; '' for one that is gone. */
async function linkSome(files: readonly string[]): Promise<[string, string][]> {
  const fileList = files.map((fileID) => ({ fileID, maxAge: LINK_SECONDS }));
  const answer = await cloudApp().getTempFileURL({ fileList });
  return answer.fileList.map((row) => [row.fileID, row.code === 'SUCCESS' ? row.tempFileURL : '']);
}

/** Links in the same order, one call for each fifty; '' for a file that is gone. */
export async function linkFiles(files: readonly string[]): Promise<string[]> {
  const calls = Array.from({ length: Math.ceil(files.length / AT_ONCE) }, (_each, n) =>
    linkSome(files.slice(n * AT_ONCE, (n + 1) * AT_ONCE)),
  );
  const links = new Map((await Promise.all(calls)).flat());
  return files.map((file) => links.get(file) ?? '');
}

/** Stores bytes under a path of the township and answers the file's id. */
export async function storeFile(path: string, bytes: Buffer): Promise<string> {
  const { fileID } = await cloudApp().uploadFile({ cloudPath: path, fileContent: bytes });
  return fileID;
}

/** The bytes of a stored file, or why there are none. Throws where the storage did not answer. */
export async function readFile(file: string, most = Infinity): Promise<Buffer | 'gone' | 'large'> {
  const [link = ''] = await linkFiles([file]);
  if (link === '') return 'gone';
  const response = await fetch(link);
  if (response.status === 404) return 'gone';
  if (!response.ok) throw new Error(`the storage answered ${String(response.status)}`);
  if (Number(response.headers.get('content-length') ?? 0) > most) return 'large';
  const bytes = Buffer.from(await response.arrayBuffer());
  return bytes.length > most ? 'large' : bytes;
}

/** The bytes of a stored file; undefined when it is gone, or larger than `most`. */
export async function fetchFile(file: string, most = Infinity): Promise<Buffer | undefined> {
  const read = await readFile(file, most);
  return Buffer.isBuffer(read) ? read : undefined;
}

/** Deletes these, at most 50; what is gone already is no fault. */
export async function removeFiles(files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  await cloudApp().deleteFile({ fileList: files.slice(0, AT_ONCE) });
}
