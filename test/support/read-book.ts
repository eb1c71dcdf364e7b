/** A part of the directory with all its rows, read as the office's pages read it: one answer after the other. */
import type { DirectoryPart, DirectoryView } from '../../miniprogram/contract/registry-office';
import { readParts } from '../../miniprogram/office/services/parts';

/** `ask` calls registry.book in some township as somebody who may. */
export async function readBook(
  ask: (input: { part: DirectoryPart; after?: string }) => Promise<unknown>,
  part: DirectoryPart,
): Promise<DirectoryView> {
  const read = await readParts<DirectoryView>(async (after) => {
    const data = await ask({ part, ...(after !== undefined && { after }) });
    return { ok: true, data: data as DirectoryView };
  });
  if (!read.ok) throw new Error(`the directory was refused: ${read.code}`);
  return read.data;
}
