/** Documents (.docx, .xlsx): fetched, then shown by the phone's own viewer, from which they are printed or sent on. */
import { LIMITS } from '../contract/limits';
import type { PrintedFile } from '../contract/report';
import type { Result } from '../contract/result';
import { forget, keep, recall } from './storage';

const FETCHED = 200;

/** Lists of names do not stay on a phone: what was opened before goes with the next document, and at the next start. */
export function dropDocuments(but = ''): void {
  const files = wx.getFileSystemManager();
  for (const filePath of recall('documents') ?? [])
    if (filePath !== but) files.unlink({ filePath, fail: () => undefined });
  forget('documents');
}

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

function showFile(filePath: string, fileType: 'docx' | 'xlsx'): Promise<Result<true>> {
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

/** What report answered: the document's address, or why there is none. not-found: it has ended, ask for it again. */
export async function openDocument(printed: Result<PrintedFile>): Promise<Result<true>> {
  if (!printed.ok) return printed;
  const { file, name } = printed.data;
  const fetched = await fetchFile(file, name);
  return fetched.ok ? showFile(fetched.data, name.endsWith('.xlsx') ? 'xlsx' : 'docx') : fetched;
}

/** A table out of a chat, as it lies on the phone; '' when the person went back. What is too large is refused. */
export function chooseTable(): Promise<Result<string>> {
  return new Promise((resolve) => {
    wx.chooseMessageFile({
      count: 1,
      type: 'file',
      extension: ['xlsx'],
      success: ({ tempFiles }) => {
        const [file] = tempFiles;
        if (!file || file.size > LIMITS.tableBytes)
          resolve({ ok: false, code: 'file-unreadable', details: { why: 'large' } });
        else resolve({ ok: true, data: file.path });
      },
      fail: () => {
        resolve({ ok: true, data: '' });
      },
    });
  });
}
