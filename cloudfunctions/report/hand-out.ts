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
  const words = hashParts(['printed', township, JSON.stringify(sheet)], 26);
  const stored = await storeFile(`${township}/printed/${words}.docx`, await printSheet(sheet));
  const [file = ''] = await linkFiles([stored]);
  return file === '' ? refuse('busy') : grant({ file, name: `${sheet.name}.docx` });
}
