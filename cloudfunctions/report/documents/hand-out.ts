/** From a sheet to the address under which the phone fetches its document. */
import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer } from '../../../miniprogram/contract/wire';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { linkFiles, storeFile } from '../../shared/files';
import { drawScene, isDrawn } from '../../shared/scene-code';
import type { Picture } from '../../shared/wechat/call';
import { printSheet, type Pictures } from './print-sheet';
import type { Sheet } from './rules/sheet';

/**
 * Stored under a keyed hash of its words: the same words lie there once however often they are asked for, nobody
 * guesses the path, and no cache answers with an older one. docs/limits.md says who clears them away.
 */
export async function handOut(
  township: string,
  sheet: Sheet,
  photos: Pictures = new Map(),
): Promise<Answer<PrintedFile>> {
  const scenes = await drawScenes(sheet);
  if (!scenes) return refuse('busy');
  const pictures = new Map([...scenes, ...photos]);
  const file = { bytes: await printSheet(sheet, pictures), type: 'docx', name: sheet.name } as const;
  const drawn = [...pictures.values()].map(({ bytes }) => hashParts([bytes.toString('base64')], 12));
  return handOutFile(township, file, JSON.stringify([sheet, drawn]));
}

/** Undefined: WeChat could not be asked for one of them, and a poster is printed once for years. */
async function drawScenes({ blocks }: Sheet): Promise<Pictures | undefined> {
  const pictures = new Map<string, Picture>();
  for (const block of blocks) {
    if (!('code' in block) || !block.scene) continue;
    const drawn = await drawScene(block.code);
    if (!isDrawn(drawn)) return undefined;
    pictures.set(block.code, drawn);
  }
  return pictures;
}

/** `words`: what the file says, where its bytes are others each time it is made. */
export async function handOutFile(
  township: string,
  { bytes, type, name }: { bytes: Buffer; type: 'docx' | 'xlsx' | 'csv'; name: string },
  words = bytes.toString('base64'),
): Promise<Answer<PrintedFile>> {
  const path = `${township}/printed/${hashParts(['printed', township, words], 26)}.${type}`;
  const [file = ''] = await linkFiles([await storeFile(path, bytes)]);
  return file === '' ? refuse('busy') : ok({ file, name: `${name}.${type}` });
}
