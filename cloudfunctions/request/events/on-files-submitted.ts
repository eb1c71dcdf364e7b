/**
 * Photos and recordings of a new request, and those that its asker sent later, become ours, for good: media copies
 * them, and one write puts the copies in place of what the phone named. Until then nobody is shown any of them. Whoever
 * comes second finds nothing to do.
 */
import type { FileUse, TakenIn } from '../../../miniprogram/contract/media';
import type { Answer } from '../../../miniprogram/contract/wire';
import { callOwnFunction } from '../../shared/own-call';
import type { Consumer } from '../../shared/outbox';
import { toTakeIn } from '../content-check/rules/intake';
import { placeCopies } from '../content-check/store';
import { readRequest } from '../store';

async function takeIn(township: string, file: string, use: FileUse): Promise<TakenIn> {
  const answer = (await callOwnFunction('media', 'takeIn', { township, file, use })) as Answer<TakenIn>;
  // The relay tries again.
  if (!answer.ok) throw new Error(`media refused: ${answer.code}`);
  return answer.data;
}

async function takeAll(
  township: string,
  files: readonly { n: number; file: string }[],
  use: FileUse,
): Promise<Map<number, TakenIn>> {
  const taken = files.map(async ({ n, file }) => [n, await takeIn(township, file, use)] as const);
  return new Map(await Promise.all(taken));
}

/** Somebody else changes a request at the same time now and then, not so often in a row. */
const TURNS = 4;

export const onFilesSubmitted: Consumer = async ({ township, document: id }, now) => {
  for (let turn = 0; turn < TURNS; turn++) {
    const request = await readRequest(township, id);
    if (!request?.intake) return;
    const waiting = toTakeIn(request);
    const [photos, recordings] = await Promise.all([
      takeAll(township, waiting.photos, 'photo'),
      takeAll(township, waiting.recordings, 'recording'),
    ]);
    if (await placeCopies(request, { photos, recordings }, now)) return;
  }
  throw new Error('it changed each time; the relay tries again');
};
