/** Pictures of an article: chosen, sent, taken in by the server for good, put where they belong. */
import type { Content } from '../../contract/article';
import type { FileFault } from '../../contract/media';
import { explain } from '../../view/feedback';
import { choosePhotos, sendFile } from '../../platform/files';
import { newKey } from '../../platform/keys';
import type { Result } from '../../contract/result';
import { recall } from '../../platform/storage';
import { township } from '../../platform/whereabouts';
import { takePicture } from '../services/media';
import { whoAmI } from '../../services/registry';
import { changeBlock, withPicture } from '../view/blocks';

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

const FAULTS: Readonly<Record<FileFault, string>> = {
  gone: '照片没有传上去，请再放一次',
  empty: '这张照片是空的，请换一张',
  large: '这张照片太大了，请换一张',
  unreadable: '这张照片打不开，或不是照片，请换一张',
};

type Taken = Result<Sent> | { ok: false; words: string };

async function send(path: string, onPercent: (percent: number) => void): Promise<Taken> {
  const folder = await ownFolder();
  if (folder === undefined) return { ok: false, code: 'offline' };
  const ext = /\.(png|jpe?g)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
  const sent = await sendFile(path, `${folder}/article-${newKey()}.${ext}`, onPercent);
  if (!sent.ok) return sent;
  const taken = await takePicture(sent.data);
  if (!taken.ok) return taken;
  if ('fault' in taken.data) return { ok: false, words: FAULTS[taken.data.fault] };
  return { ok: true, data: { file: taken.data.file, path } };
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
  const problem = sent.ok ? '' : 'words' in sent ? sent.words : explain(sent);
  page.setData({ picking: '', sending: -1, problem, retry: false });
  return sent.ok ? sent.data : undefined;
}

/** `where`: `cover`, or the id of a block. */
export function placePicture(content: Content, where: string, file: string): Content {
  if (where === 'cover') return { ...content, cover: { picture: { file, faces: 'unknown' } } };
  const block = content.blocks.find(({ id }) => id === where);
  return block ? { ...content, blocks: changeBlock(content.blocks, withPicture(block, file)) } : content;
}
