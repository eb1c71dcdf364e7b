import { createHash } from 'node:crypto';
import { WechatError } from '../errors';
import type { WechatStore } from '../store';
import type { Api, ApiAnswer, ApiCall } from '../world';

const BODY_BYTES = 1024 * 1024;
const MATERIAL_BYTES = 10 * 1024 * 1024;
const THUMB_BYTES = 64 * 1024;

export interface Material {
  readonly mediaId: string;
  readonly appid: string;
  readonly picture: string;
  readonly name: string;
  readonly at: number;
}

const BEGINNINGS: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
  ['image/bmp', [0x42, 0x4d]],
];

/** By the bytes, whatever the name says. */
function typeOf(bytes: Buffer): string | undefined {
  return BEGINNINGS.find(([, begin]) => begin.every((byte, at) => bytes[at] === byte))?.[0];
}

export function typeOfPicture(bytes: Buffer): string {
  return typeOf(bytes) ?? 'application/octet-stream';
}

async function readMedia({ form }: ApiCall): Promise<{ bytes: Buffer; name: string }> {
  const media = form?.get('media');
  if (!media || typeof media === 'string' || media.size === 0) throw new WechatError(41005);
  return { bytes: Buffer.from(await media.arrayBuffer()), name: media.name };
}

function check(bytes: Buffer, types: readonly string[], most: number): void {
  const type = typeOf(bytes);
  if (type === undefined || !types.includes(type)) throw new WechatError(40005);
  if (bytes.length > most) throw new WechatError(40009);
}

/** Kept once, however often it is uploaded; the account's own, as there. */
function keep(store: WechatStore, appid: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const id = `${appid}-${hash}`;
  if (!store.readBytes(id)) store.writeBytes(id, bytes);
  return id;
}

export const PICTURE_PATH = '/wechat/mmbiz/';

/** The picture that an address shows, where it is one of this account's. */
export function pictureAt(store: WechatStore, appid: string, url: string): string | undefined {
  const id = url.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/s, '');
  if (!id.startsWith(PICTURE_PATH)) return undefined;
  const name = id.slice(PICTURE_PATH.length);
  return name.startsWith(`${appid}-`) && store.readBytes(name) ? name : undefined;
}

async function uploadImg(call: ApiCall): Promise<ApiAnswer> {
  const { bytes } = await readMedia(call);
  check(bytes, ['image/jpeg', 'image/png'], BODY_BYTES - 1);
  const picture = keep(call.world.store, call.account.appid, bytes);
  return { url: `${call.world.origin()}${PICTURE_PATH}${picture}` };
}

async function addMaterial(call: ApiCall): Promise<ApiAnswer> {
  const type = call.query.get('type');
  if (type !== 'image' && type !== 'thumb') throw new WechatError(40004, 'invalid media type');
  const { bytes, name } = await readMedia(call);
  if (type === 'thumb') check(bytes, ['image/jpeg'], THUMB_BYTES);
  else check(bytes, ['image/jpeg', 'image/png', 'image/gif', 'image/bmp'], MATERIAL_BYTES);
  const { store } = call.world;
  const { appid } = call.account;
  const picture = keep(store, appid, bytes);
  const mediaId = `${appid.slice(-4)}-material-${store.next('material')}`;
  const material: Material = { mediaId, appid, picture, name, at: call.now };
  store.put(['material', appid, mediaId], material);
  return { media_id: mediaId, url: `${call.world.origin()}${PICTURE_PATH}${picture}`, item: [] };
}

const form = { method: 'POST', of: 'official', takes: 'form' } as const;

export const pictureApis: Readonly<Record<string, Api>> = {
  '/cgi-bin/media/uploadimg': { ...form, perDay: 10_000, run: uploadImg },
  '/cgi-bin/material/add_material': { ...form, perDay: 10_000, run: addMaterial },
};
