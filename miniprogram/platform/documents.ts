/**
 * Documents (.docx, .xlsx): fetched, then shown by the phone's own viewer, from which they are printed or sent on. What no
 * viewer shows (.csv) is kept on a computer's disk, or sent to a chat.
 */
import { LIMITS } from '../contract/limits';
import type { PrintedFile } from '../contract/report';
import type { Result } from '../contract/result';
import { chooseOne, hasKeys } from './phone';
import { forget, keep, recall } from './storage';

const FETCHED = 200;

/** Lists of names do not stay on a phone: what was opened before goes with the next document, and at the next start. */
export function dropDocuments(but = ''): void {
  const files = wx.getFileSystemManager();
  for (const filePath of recall('documents') ?? [])
    if (filePath !== but) files.unlink({ filePath, fail: () => undefined });
  forget('documents');
}

/** What the phone's viewer shows; a picture is shown as one. */
const TYPES = ['docx', 'xlsx', 'pdf'] as const;
type FileType = (typeof TYPES)[number];

/** Under its own name, which goes with it to a colleague and a printer; the same name is written over. */
function fetchFile(url: string, name: string): Promise<Result<string>> {
  const path = `${wx.env.USER_DATA_PATH}/${name.replace(/[\\/:*?"<>|]/g, ' ')}`;
  dropDocuments(path);
  keep('documents', [path]);
  return new Promise((resolve) => {
    wx.downloadFile({
      url,
      filePath: path,
      success: ({ statusCode }) => {
        resolve(statusCode === FETCHED ? { ok: true, data: path } : { ok: false, code: 'not-found' });
      },
      fail: () => {
        resolve({ ok: false, code: 'offline' });
      },
    });
  });
}

function showFile(filePath: string, fileType: FileType): Promise<Result<true>> {
  return new Promise((resolve) => {
    wx.openDocument({
      filePath,
      fileType,
      // The way to the printer, to a PC and to a colleague.
      showMenu: true,
      success: () => {
        resolve({ ok: true, data: true });
      },
      fail: () => {
        resolve({ ok: false, code: 'internal' });
      },
    });
  });
}

const DONE = { ok: true, data: true } as const;

/** WeChat opens a chat only for a tap, and the one that asked for the file is long past: so there is one more. */
function handOn(filePath: string, fileName: string): Promise<Result<true>> {
  return new Promise((resolve) => {
    const ends = {
      success: () => {
        resolve(DONE);
      },
      // Whoever thinks better of it has changed nothing.
      fail: ({ errMsg }: { errMsg: string }) => {
        resolve(errMsg.includes('cancel') ? DONE : { ok: false, code: 'internal' });
      },
    };
    if (hasKeys()) wx.saveFileToDisk({ filePath, ...ends });
    else
      void chooseOne([`把“${fileName}”发到聊天`]).then((chosen) => {
        if (chosen === undefined) ends.success();
        else wx.shareFileMessage({ filePath, fileName, ...ends });
      });
  });
}

/** What report answered: the document's address, or why there is none. not-found: it has ended, ask for it again. */
export async function openDocument(printed: Result<PrintedFile>): Promise<Result<true>> {
  if (!printed.ok) return printed;
  const { file, name } = printed.data;
  const type = TYPES.find((each) => name.endsWith(`.${each}`));
  const csv = name.endsWith('.csv');
  if (!type && !csv) {
    void wx.previewImage({ urls: [file] });
    return DONE;
  }
  const fetched = await fetchFile(file, name);
  if (!fetched.ok) return fetched;
  return type ? showFile(fetched.data, type) : handOn(fetched.data, name);
}

/** A file out of a chat, as it lies on the phone; '' when the person went back. What is too large is refused. */
export function chooseFile(
  extension: string[],
  most: number,
): Promise<Result<{ path: string; name: string }>> {
  return new Promise((resolve) => {
    wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension,
      success: ({ tempFiles }) => {
        const [file] = tempFiles;
        if (!file || file.size > most)
          resolve({ ok: false, code: 'file-unreadable', details: { why: 'large' } });
        else resolve({ ok: true, data: { path: file.path, name: file.name } });
      },
      fail: () => {
        resolve({ ok: true, data: { path: '', name: '' } });
      },
    });
  });
}

/** A table. */
export async function chooseTable(): Promise<Result<string>> {
  const chosen = await chooseFile(['xlsx'], LIMITS.tableBytes);
  return chosen.ok ? { ok: true, data: chosen.data.path } : chosen;
}
