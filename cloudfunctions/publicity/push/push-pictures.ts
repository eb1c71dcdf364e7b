/** Pictures on their way: each is there once, by what it shows, whatever died meanwhile. */
import { createHash } from 'node:crypto';
import { fetchFile } from '../../shared/files';
import { drawScene, isDrawn } from '../../shared/scene-code';
import { addMaterial, uploadImage, type PictureFile } from '../../shared/wechat/materials';
import type { WechatRefusal } from '../../shared/wechat/errors';
import { appidFor, clientName, type AccountKind } from './official-account';
import type { StoredCover } from '../articles/rules/article-document';
import { shrinkPicture, type Shrunk } from '../pictures/shrink-picture';
import { keepPicture, pictureId, readPicture } from '../pictures/uploaded-pictures-store';

export interface Where {
  township: string;
  account: AccountKind;
}

/** What went wrong: a code of the table (rules/push-failures.ts). */
export interface Failed {
  failed: string;
  address?: string;
  /** Nobody knows whether it was done. */
  maybeDone?: boolean;
}

const OWN_CODES: Readonly<Record<string, string>> = {
  unreachable: 'no-answer',
  timeout: 'no-answer',
  'bad-answer': 'no-answer',
  'not-configured': 'account-missing',
};

export function toFailed({ code, address, maybeDone }: WechatRefusal): Failed {
  const failed = typeof code === 'number' ? String(code) : (OWN_CODES[code] ?? code);
  return { failed, maybeDone, ...(address !== undefined && { address }) };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function readBytes(picture: string): Promise<Buffer | Failed> {
  if (picture.startsWith('code:')) {
    const drawn = await drawScene(picture.slice('code:'.length));
    return isDrawn(drawn) ? drawn.bytes : toFailed(drawn);
  }
  return (await fetchFile(picture)) ?? { failed: 'file-gone' };
}

function isFailed(found: Buffer | Failed): found is Failed {
  return !Buffer.isBuffer(found);
}

function toFile(hash: string, { bytes, type }: Shrunk): PictureFile {
  return { name: `${hash.slice(0, 16)}.${type === 'image/png' ? 'png' : 'jpg'}`, type, bytes };
}

/** Its address there; uploaded only where the same picture does not lie there already. */
export async function layPicture({ township, account }: Where, picture: string): Promise<string | Failed> {
  const bytes = await readBytes(picture);
  if (isFailed(bytes)) return bytes;
  const hash = sha256(bytes);
  const _id = pictureId(township, ['body', appidFor(township, account), hash]);
  const there = await readPicture(township, _id);
  if (there?.url !== undefined) return there.url;
  const shrunk = await shrinkPicture(bytes);
  if (!shrunk) return { failed: 'file-bad' };
  const sent = await uploadImage(clientName(township, account), toFile(hash, shrunk));
  if (!sent.ok) return toFailed(sent);
  await keepPicture({ _id, township, url: sent.data.url });
  return sent.data.url;
}

/**
 * The cover as permanent material of this very article: its id tells our draft from others. `anew`: uploads it again, since it may have been deleted with the draft.
 */
export async function layCover(
  { township, account }: Where,
  article: string,
  { file, anew }: { file: string; anew: boolean },
): Promise<StoredCover | Failed> {
  const bytes = await readBytes(file);
  if (isFailed(bytes)) return bytes;
  const hash = sha256(bytes);
  const _id = pictureId(township, ['cover', appidFor(township, account), article, hash]);
  const there = await readPicture(township, _id);
  if (there?.mediaId !== undefined && !anew) {
    const { mediaId, width = 0, height = 0 } = there;
    return { mediaId, file, width, height };
  }
  const shrunk = await shrinkPicture(bytes);
  if (!shrunk) return { failed: 'file-bad' };
  const sent = await addMaterial(clientName(township, account), toFile(hash, shrunk));
  if (!sent.ok) return toFailed(sent);
  const { width, height } = shrunk;
  const { mediaId } = sent.data;
  await keepPicture({ _id, township, mediaId, width, height }, anew);
  return { mediaId, file, width, height };
}
