/** Pictures on their way: each is there once, by what it shows, whatever died meanwhile. */
import { createHash } from 'node:crypto';
import { isKept, sizeOf } from '../../media/intake/rules/kept-files';
import { fetchFile } from '../../shared/files';
import { drawScene, isDrawn } from '../../shared/scene-code';
import { addMaterial, uploadImage, type PictureFile } from '../../shared/wechat/materials';
import type { WechatRefusal } from '../../shared/wechat/errors';
import { appidFor, clientName, type AccountKind } from './official-account';
import type { StoredCover } from '../articles/rules/article-document';
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

/** What goes out is what the chief saw: media's copy, byte for byte; a file that its sender could change does not. */
async function readBytes(township: string, picture: string): Promise<Buffer | Failed> {
  if (picture.startsWith('code:')) {
    const drawn = await drawScene(picture.slice('code:'.length));
    return isDrawn(drawn) ? Buffer.from(drawn.bytes) : toFailed(drawn);
  }
  if (!isKept(township, picture)) return { failed: 'file-bad' };
  return (await fetchFile(picture)) ?? { failed: 'file-gone' };
}

function isFailed(found: Buffer | Failed): found is Failed {
  return !Buffer.isBuffer(found);
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

function toFile(hash: string, bytes: Buffer): PictureFile {
  const png = bytes.subarray(0, PNG.length).equals(PNG);
  const type = png ? 'image/png' : 'image/jpeg';
  return { name: `${hash.slice(0, 16)}.${png ? 'png' : 'jpg'}`, type, bytes };
}

/** Its address there; uploaded only where the same picture does not lie there already. */
export async function layPicture({ township, account }: Where, picture: string): Promise<string | Failed> {
  const bytes = await readBytes(township, picture);
  if (isFailed(bytes)) return bytes;
  const hash = sha256(bytes);
  const _id = pictureId(township, ['body', appidFor(township, account), hash]);
  const there = await readPicture(township, _id);
  if (there?.url !== undefined) return there.url;
  const sent = await uploadImage(clientName(township, account), toFile(hash, bytes));
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
  const bytes = await readBytes(township, file);
  if (isFailed(bytes)) return bytes;
  const hash = sha256(bytes);
  const _id = pictureId(township, ['cover', appidFor(township, account), article, hash]);
  const there = await readPicture(township, _id);
  if (there?.mediaId !== undefined && !anew) {
    const { mediaId, width = 0, height = 0 } = there;
    return { mediaId, file, width, height };
  }
  const sent = await addMaterial(clientName(township, account), toFile(hash, bytes));
  if (!sent.ok) return toFailed(sent);
  const { width, height } = sizeOf(file) ?? { width: 0, height: 0 };
  const { mediaId } = sent.data;
  await keepPicture({ _id, township, mediaId, width, height }, anew);
  return { mediaId, file, width, height };
}
