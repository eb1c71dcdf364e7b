/** Pictures of an article: chosen, sent to the caller's own folder, put where they belong. */
import type { Content } from '../../contract/article';
import { explain } from '../../view/feedback';
import { choosePhotos, sendFile } from '../../platform/files';
import { newKey } from '../../platform/keys';
import type { Result } from '../../contract/result';
import { recall } from '../../platform/storage';
import { township } from '../../platform/whereabouts';
import { whoAmI } from '../../services/registry';
import { changeBlock, withPicture } from '../../view/blocks';

export interface Sent {
  file: string;
  /** Where it lies on this phone, to be shown at once. */
  path: string;
}

async function ownFolder(): Promise<string | undefined> {
  const known = recall('folders')?.[township()];
  if (known !== undefined) return known;
  const who = await whoAmI();
  return who.ok ? who.data.folder : undefined;
}

async function send(path: string, onPercent: (percent: number) => void): Promise<Result<Sent>> {
  const folder = await ownFolder();
  if (folder === undefined) return { ok: false, code: 'offline' };
  const ext = /\.(png|jpe?g)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
  const sent = await sendFile(path, `${folder}/article-${newKey()}.${ext}`, onPercent);
  return sent.ok ? { ok: true, data: { file: sent.data, path } } : sent;
}

interface PicturePage {
  setData(data: { picking?: string; sending?: number; problem?: string; retry?: boolean }): void;
}

/** Lets the person choose one and sends it, with how far it is on the page; undefined when nothing came of it. */
export async function pickPicture(page: PicturePage, where: string): Promise<Sent | undefined> {
  const { paths } = await choosePhotos(1);
  const [path] = paths;
  if (path === undefined) return undefined;
  page.setData({ picking: where, sending: 0 });
  const sent = await send(path, (sending) => {
    page.setData({ sending });
  });
  page.setData({ picking: '', sending: -1, problem: sent.ok ? '' : explain(sent), retry: false });
  return sent.ok ? sent.data : undefined;
}

/** `where`: `cover`, or the id of a block. */
export function placePicture(content: Content, where: string, file: string): Content {
  if (where === 'cover') return { ...content, cover: { picture: { file, faces: 'unknown' } } };
  const block = content.blocks.find(({ id }) => id === where);
  return block ? { ...content, blocks: changeBlock(content.blocks, withPicture(block, file)) } : content;
}
