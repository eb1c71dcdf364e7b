import type { HistoryRow, OutboxEntry } from '../../cloudfunctions/shared/outbox';
import type { InProcessCloud } from '../support/in-process';

interface Written {
  _id: string;
  history?: readonly HistoryRow[];
  outbox?: readonly OutboxEntry[];
}

/** Each act that these documents still keep, with what it tells the relay; the oldest of a document first. */
export function toldActs(cloud: InProcessCloud, ...collections: readonly string[]) {
  return collections
    .flatMap((collection) => cloud.documents<Written>(collection))
    .flatMap(({ _id: document, history = [], outbox = [] }) =>
      history.map(({ by, act, of, from, to }, at) => {
        const { event, about } = outbox[at] ?? {};
        return { document, by, act, of, from, to, event, about };
      }),
    );
}
