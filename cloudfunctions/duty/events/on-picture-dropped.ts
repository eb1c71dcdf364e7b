/** A photo or a recording that was taken away from an activity: its bytes go too. */
import type { Answer } from '../../../miniprogram/contract/wire';
import { callOwnFunction } from '../../shared/own-call';
import type { Consumer } from '../../shared/outbox';

export const onPictureDropped: Consumer = async ({ township, about }) => {
  const files = [String(about['file'])];
  const answer = (await callOwnFunction('media', 'forget', { township, files })) as Answer<unknown>;
  // The relay tries again.
  if (!answer.ok) throw new Error(`media refused: ${answer.code}`);
};
