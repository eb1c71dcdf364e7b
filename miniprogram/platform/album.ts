/** A picture made for groups: fetched, then saved among the phone's photos. */
import type { Result } from '../contract/result';

function fetchPicture(url: string): Promise<Result<string>> {
  return new Promise((resolve) => {
    wx.downloadFile({
      url,
      success: ({ tempFilePath, statusCode }) => {
        resolve(statusCode === 200 ? { ok: true, data: tempFilePath } : { ok: false, code: 'not-found' });
      },
      fail: () => {
        resolve({ ok: false, code: 'offline' });
      },
    });
  });
}

function putInAlbum(filePath: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.saveImageToPhotosAlbum({
      filePath,
      success: () => {
        resolve(true);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
}

/** `shown`: it was not allowed into the album; it is shown large instead, where a long press saves it. */
export async function savePicture(url: string): Promise<Result<'saved' | 'shown'>> {
  const fetched = await fetchPicture(url);
  if (!fetched.ok) return fetched;
  if (await putInAlbum(fetched.data)) return { ok: true, data: 'saved' };
  void wx.previewImage({ urls: [fetched.data] });
  return { ok: true, data: 'shown' };
}
