/** Event → who does something about it. Every event is in the audit anyway; one that is not here is done with. */
import { onDayWithdrawn } from '../reception/on-day-withdrawn';
import { onPlaceFreed } from '../reception/on-place-freed';
import { onRequestSubmitted } from '../reception/on-request-submitted';
import { onRosterChanged } from '../reception/on-roster-changed';
import type { Consumer } from '../shared/outbox';

const CONSUMERS: ReadonlyMap<string, readonly Consumer[]> = new Map([
  ['roster-published', [onRosterChanged]],
  ['seat-changed', [onRosterChanged]],
  ['day-withdrawn', [onDayWithdrawn]],
  ['booking-cancelled', [onPlaceFreed]],
  ['booking-moved', [onPlaceFreed]],
  ['places-opened', [onPlaceFreed]],
  ['request-submitted', [onRequestSubmitted]],
]);

export function consumersOf(event: string): readonly Consumer[] {
  return CONSUMERS.get(event) ?? [];
}
