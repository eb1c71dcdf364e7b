/** Files in the cloud storage: only the server hands out links, and they end. */
import { cloudApp } from './caller';

/** A link to a photo or a recording lives as long as somebody reasonably looks at one page. */
const LINK_SECONDS = 1_800;

/** Links for at most 50 file ids, in the same order; '' for a file that is gone. */
export async function linkFiles(files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const fileList = files.slice(0, 50).map((fileID) => ({ fileID, maxAge: LINK_SECONDS }));
  const answer = await cloudApp().getTempFileURL({ fileList });
  const links = new Map(
    answer.fileList.map((row) => [row.fileID, row.code === 'SUCCESS' ? row.tempFileURL : '']),
  );
  return files.map((file) => links.get(file) ?? '');
}

/** Stores bytes under a path of the township and answers the file's id. */
export async function storeFile(path: string, bytes: Buffer): Promise<string> {
  const { fileID } = await cloudApp().uploadFile({ cloudPath: path, fileContent: bytes });
  return fileID;
}

/** The bytes of a stored file; undefined when it is gone, or larger than `most`. */
export async function fetchFile(file: string, most = Infinity): Promise<Buffer | undefined> {
  const [link = ''] = await linkFiles([file]);
  if (link === '') return undefined;
  const response = await fetch(link);
  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > most) return undefined;
  const bytes = Buffer.from(await response.arrayBuffer());
  return bytes.length <= most ? bytes : undefined;
}
