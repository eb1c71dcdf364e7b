/** Mini-program codes without a limit of number: POST /wxa/getwxacodeunlimit. */
import { callForPicture, type Picture } from './call';
import type { WechatAnswer } from './errors';

export interface CodeWish {
  /** At most 32 visible characters of letters, digits and !#$&'()*+,/:;=?@-._~ (40129). Never personal data. */
  readonly scene: string;
  /** `pages/x/x`, without `/` in front and without a query. */
  readonly page: string;
  /** 280 to 1280 px. */
  readonly width?: number;
}

/** The picture of a code that opens the page with `scene`; for print, so the published version is meant. */
export function getUnlimitedCode({ scene, page, width = 430 }: CodeWish): Promise<WechatAnswer<Picture>> {
  return callForPicture({
    account: 'mini',
    path: '/wxa/getwxacodeunlimit',
    body: { scene, page, width, check_path: true, env_version: 'release' },
    repeatable: true,
  });
}
