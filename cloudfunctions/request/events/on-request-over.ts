/** A request is over whose asker had their data deleted while it was handled: now its words and its person go. */
import type { Consumer } from '../../shared/outbox';
import { eraseRequest } from '../own-data/erase-store';
import { isOver } from '../own-data/rules/bare-request';
import { readRequest } from '../store';

export const onRequestOver: Consumer = async ({ township, document }, now) => {
  const request = await readRequest(township, document);
  if (!request || !isOver(request) || request.eraseFor === undefined) return;
  // Somebody acted on it meanwhile: the relay tries again.
  if (!(await eraseRequest(request, { stranger: request.eraseFor, now, act: 'erase' })))
    throw new Error('a request moved while it was erased');
};
