/** Pictures in the official account. */
import * as v from 'valibot';
import { callApi } from './call';
import type { WechatAnswer } from './errors';

export interface PictureFile {
  /** With its extension. */
  readonly name: string;
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** POST /cgi-bin/media/uploadimg, jpg or png below 1 MB (40005, 40009): a lasting address that article bodies may show; not counted as material. */
export function uploadImage(township: string, picture: PictureFile): Promise<WechatAnswer<{ url: string }>> {
  return callApi({
    account: { officialOf: township },
    path: '/cgi-bin/media/uploadimg',
    upload: { field: 'media', ...picture },
    repeatable: true,
    data: v.object({ url: v.pipe(v.string(), v.minLength(1)) }),
  });
}

const material = v.pipe(
  v.object({ media_id: v.pipe(v.string(), v.minLength(1)), url: v.optional(v.string(), '') }),
  v.transform(({ media_id: mediaId, url }) => ({ mediaId, url })),
);

/**
 * POST /cgi-bin/material/add_material?type=image, at most 10 MB: what a cover must be. Not repeatable: each call takes one of
 * the 100,000 places, so the caller keeps the id by the picture's hash.
 */
export function addMaterial(
  township: string,
  picture: PictureFile,
): Promise<WechatAnswer<{ mediaId: string; url: string }>> {
  return callApi({
    account: { officialOf: township },
    path: '/cgi-bin/material/add_material',
    query: { type: 'image' },
    upload: { field: 'media', ...picture },
    repeatable: false,
    data: material,
  });
}
