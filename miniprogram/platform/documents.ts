/** Documents (.docx): fetched, then shown by the phone's own viewer, from which they are printed or sent on. */
import type { Result } from './result';

const FETCHED = 200;

function fetchFile(url: string): Promise<Result<string>> {
  return new Promise((resolve) => {
    wx.downloadFile({
      url,
      success: ({ tempFilePath, statusCode }) => {
        resolve(statusCode === FETCHED ? { ok: true, data: tempFilePath } : { ok: false, code: 'not-found' });
      },
      fail: () => {
        resolve({ ok: false, code: 'offline' });
      },
    });
  });
}

function showFile(filePath: string): Promise<Result<true>> {
  return new Promise((resolve) => {
    wx.openDocument({
      filePath,
      fileType: 'docx',
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

/** `file`: the address that report answered. not-found: it has ended, ask for it again. */
export async function openDocument({ file }: { file: string }): Promise<Result<true>> {
  const fetched = await fetchFile(file);
  return fetched.ok ? showFile(fetched.data) : fetched;
}
