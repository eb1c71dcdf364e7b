/** From a sheet to the address under which the phone fetches its document. */
import type { PrintedFile } from '../../miniprogram/contract/report';
import type { Answer } from '../../miniprogram/contract/wire';
import { hashParts } from '../shared/cipher';
import { grant, refuse } from '../shared/errors';
import { linkFiles, storeFile } from '../shared/files';
import { printSheet } from './print-sheet';
import type { Sheet } from './rules/sheet';

/**
 * Stored under a keyed hash of its words: the same words lie there once however often they are asked for, nobody
 * guesses the path, and no cache answers with an older one. docs/limits.md says who clears them away.
 */
export async function handOut(township: string, sheet: Sheet): Promise<Answer<PrintedFile>> {
  const file = { bytes: await printSheet(sheet), type: 'docx', name: sheet.name } as const;
  return handOutFile(township, file, JSON.stringify(sheet));
}

/** `words`: what the file says, where its bytes are others each time it is made. */
export async function handOutFile(
  township: string,
  { bytes, type, name }: { bytes: Buffer; type: 'docx' | 'xlsx'; name: string },
  words = bytes.toString('base64'),
): Promise<Answer<PrintedFile>> {
  const path = `${township}/printed/${hashParts(['printed', township, words], 26)}.${type}`;
  const [file = ''] = await linkFiles([await storeFile(path, bytes)]);
  return file === '' ? refuse('busy') : grant({ file, name: `${name}.${type}` });
}
