/**
 * Photos and recordings of a new request become ours, for good: media copies them, and one write puts the copies in
 * place of what the phone named. Until then nobody is shown any of them. Whoever comes second finds nothing to do.
 */
import type { FileUse, TakenIn } from '../../../miniprogram/contract/media';
import type { Answer } from '../../../miniprogram/contract/wire';
import { callOwnFunction } from '../../shared/own-call';
import type { Consumer } from '../../shared/outbox';
import { placeCopies } from '../content-check/store';
import { readRequest } from '../store';

async function takeIn(township: string, file: string, use: FileUse): Promise<TakenIn> {
  const answer = (await callOwnFunction('media', 'takeIn', { township, file, use })) as Answer<TakenIn>;
  // The relay tries again.
  if (!answer.ok) throw new Error(`media refused: ${answer.code}`);
  return answer.data;
}

export const onFilesSubmitted: Consumer = async ({ township, document: id }, now) => {
  const request = await readRequest(township, id);
  if (!request?.intake) return;
  const [photos, recordings] = await Promise.all([
    Promise.all(request.photos.map((file) => takeIn(township, file, 'photo'))),
    Promise.all(request.recordings.map(({ file }) => takeIn(township, file, 'recording'))),
  ]);
  await placeCopies(request, { photos, recordings }, now);
};
