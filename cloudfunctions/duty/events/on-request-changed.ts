import type { Consumer } from '../../shared/outbox';
import { requestSource, viewRequest } from '../ledger/sources-store';
import { keepInLine } from '../ledger/store';

/** A request's life as far as it is counted: its rows follow the request as it is now. */
export const onRequestChanged: Consumer = async ({ township, document, event }) => {
  const born = event === 'request-submitted';
  await keepInLine(requestSource(township, document), () => viewRequest(township, document), { born });
};
