import { drawQrPng } from '../../../cloudfunctions/shared/qr-png';
import { WechatError } from '../errors';
import type { Api, ApiCall, PictureAnswer } from '../world';

export interface DrawnCode {
  readonly id: string;
  readonly scene: string;
  readonly page: string;
  readonly at: number;
}

const SCENE = /^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const VERSIONS = ['release', 'trial', 'develop'];
const HOME = 'pages/index/index';

/** The page as the interface wants it: no slash in front, no query, published unless `check_path` is false. */
function readPage({ world, body }: ApiCall): string {
  const { page = HOME, check_path: checkPath = true } = body;
  const wellFormed = typeof page === 'string' && !page.startsWith('/') && !page.includes('?');
  if (!wellFormed) throw new WechatError(41030);
  if (checkPath !== false && !world.pages().includes(page)) throw new WechatError(41030);
  return page;
}

/**
 * The picture is an ordinary QR of a text that begins with `local:`: a phone that reads it sees page and scene, and
 * nobody takes it for a code of the real WeChat.
 */
function draw(call: ApiCall): PictureAnswer {
  const { scene, width = 430, env_version: version = 'release' } = call.body;
  if (typeof scene !== 'string' || !SCENE.test(scene)) throw new WechatError(40129);
  if (typeof width !== 'number' || width < 280 || width > 1_280) throw new WechatError(40035);
  if (!VERSIONS.includes(String(version))) throw new WechatError(40035);
  const page = readPage(call);
  const { store } = call.world;
  const number = store.next('code');
  const bytes = drawQrPng(`local:${page}?scene=${encodeURIComponent(scene)}`);
  const code: DrawnCode = { id: `code-${number}`, scene, page, at: call.now };
  store.put(['code', number], code);
  store.writeBytes(code.id, bytes);
  return { bytes, type: 'image/png' };
}

export const codeApis: Readonly<Record<string, Api>> = {
  '/wxa/getwxacodeunlimit': { method: 'POST', of: 'mini', takes: 'json', perMinute: 5_000, run: draw },
};
