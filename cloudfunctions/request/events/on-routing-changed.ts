/** The routing table changed, and the office wants what nobody has taken yet to follow. */
import type { Consumer } from '../../shared/outbox';
import { askReroute } from '../routing/reroute-store';

/** An instance goes by the table that it read within a minute (registry/store.ts): what is born by the old one is born. */
const SETTLED_MS = 61_000;

/** For routing-changed: only notes the wish; the clock does it, page by page. */
export const onRoutingChanged: Consumer = async ({ township, about, at }) => {
  if (about['open'] !== 'reroute') return;
  await askReroute(township, Number(about['version']), at + SETTLED_MS);
};
