/** The code of a place (`bh.v3`) for print: WeChat's mini-program code, which its own scanner opens. */
import { isConfigured } from './wechat/accounts';
import type { Picture } from './wechat/call';
import { getUnlimitedCode } from './wechat/codes';
import { mayRetryLater, type WechatRefusal } from './wechat/errors';
import { drawQrPng } from './qr-png';

const PAGE = 'pages/home/home';
/** Pixels: 300 to the inch and more at the sizes that are printed. */
const WIDTH = 860;
/** WeChat: the page is not in the published version, which is so before the first release. */
const NOT_PUBLISHED = 41_030;

/**
 * An ordinary QR code of the scene, which the scanner inside the mini-program reads, where this deployment has no
 * account, or none that WeChat makes codes for. A refusal: WeChat could not be asked just now.
 */
export async function drawScene(scene: string): Promise<Picture | WechatRefusal> {
  const sent = isConfigured('mini') ? await getUnlimitedCode({ scene, page: PAGE, width: WIDTH }) : undefined;
  if (sent?.ok) return sent.data;
  if (sent && sent.code !== NOT_PUBLISHED && mayRetryLater(sent.code)) return sent;
  return { bytes: drawQrPng(scene), type: 'image/png' };
}

export function isDrawn(drawn: Picture | WechatRefusal): drawn is Picture {
  return 'bytes' in drawn;
}
