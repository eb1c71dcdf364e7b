/** Articles are read in the official account; the app itself holds none. */
import { copyText } from './phone';

/** `opened` there, or `copied`: an old WeChat cannot, so the link is to be pasted. `failed`: neither. */
export async function openArticle(url: string): Promise<'opened' | 'copied' | 'failed'> {
  if (wx.canIUse('openOfficialAccountArticle') && (await tryToOpen(url))) return 'opened';
  return (await copyText(url)) ? 'copied' : 'failed';
}

function tryToOpen(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.openOfficialAccountArticle({
      url,
      success: () => {
        resolve(true);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
}
