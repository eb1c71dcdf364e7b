/**
 * Event → who does something about it; the last is notify itself, which tells people (tell.ts). Every event is in the
 * audit anyway; one that is not here is done with.
 */
import { onActivityChanged } from '../../duty/events/on-activity-changed';
import { onDayChanged } from '../../duty/events/on-day-changed';
import { onRequestChanged } from '../../duty/events/on-request-changed';
import { onDeputyChanged } from '../../congress/events/on-deputy-changed';
import { onMeetingRecorded } from '../../congress/events/on-meeting-recorded';
import { onTermChanged, onTermOpens } from '../../congress/events/on-term-changed';
import { onBillAdded } from '../../congress/events/on-bill-added';
import { onPresidiumChanged } from '../../congress/events/on-presidium-changed';
import { onSessionChanged } from '../../congress/events/on-session-changed';
import { onSuggestionChanged } from '../../congress/events/on-suggestion-changed';
import { onOwnerGone as handOnSuggestions } from '../../congress/events/on-owner-gone';
import { onBarChanged } from '../../reception/events/on-ban-changed';
import { onDayWithdrawn } from '../../reception/events/on-day-withdrawn';
import { onPlaceFreed } from '../../reception/events/on-place-freed';
import { onOwnerGone as handOnSeats } from '../../reception/events/on-owner-gone';
import { onRequestSubmitted } from '../../reception/events/on-request-submitted';
import { onRosterChanged } from '../../reception/events/on-roster-changed';
import { onTownshipClosed as shutDays } from '../../reception/events/on-township-closed';
import { onInvitationChanged } from '../../registry/events/on-invitation-changed';
import { onPeopleChanged } from '../../registry/events/on-people-changed';
import { onTownshipClosed as shutGrants } from '../../registry/events/on-township-closed';
import {
  onRequestAnswered,
  onRequestMerged,
  onRequestUnmerged,
} from '../../request/events/on-request-merged';
import { onPeopleChanged as hideFromVillage } from '../../request/events/on-people-changed';
import { onOwnerGone as handOnVisits } from '../../duty/events/on-owner-gone';
import { onOwnerGone } from '../../request/events/on-owner-gone';
import { onRequestOver } from '../../request/events/on-request-over';
import { onFilesSubmitted } from '../../request/events/on-files-submitted';
import { onPictureAdded } from '../../duty/events/on-picture-added';
import { onPictureDropped } from '../../duty/events/on-picture-dropped';
import { onMediaVerdict } from '../../duty/events/on-media-verdict';
import { onRequestSubmitted as checkContent } from '../../request/events/on-request-submitted';
import { onRoutingChanged } from '../../request/events/on-routing-changed';
import type { Consumer } from '../../shared/outbox';
import { isTold, tell } from '../tell/tell';

const CONSUMERS: ReadonlyMap<string, readonly Consumer[]> = new Map([
  ['invitation-confirmed', [onInvitationChanged]],
  ['invitation-revoked', [onInvitationChanged, onOwnerGone]],
  ['names-changed', [hideFromVillage]],
  ['villages-merged', [hideFromVillage]],
  [
    'people-changed',
    [onPeopleChanged, hideFromVillage, onOwnerGone, handOnSuggestions, handOnVisits, handOnSeats],
  ],
  ['routing-changed', [onRoutingChanged]],
  ['township-closed', [shutGrants, shutDays]],
  ['township-opened', [shutGrants, shutDays]],
  ['roster-published', [onRosterChanged]],
  ['seat-changed', [onRosterChanged]],
  ['day-withdrawn', [onDayWithdrawn]],
  ['booking-cancelled', [onPlaceFreed]],
  ['booking-moved', [onPlaceFreed]],
  ['places-opened', [onPlaceFreed]],
  ['deputy-changed', [onDeputyChanged]],
  ['meeting-recorded', [onMeetingRecorded]],
  ['term-published', [onTermChanged]],
  ['term-day-changed', [onTermChanged]],
  ['term-withdrawn', [onTermChanged]],
  ['term-opens', [onTermOpens]],
  ['bill-added', [onBillAdded]],
  ['person-banned', [onBarChanged]],
  ['ban-lifted', [onBarChanged]],
  ['request-merged', [onRequestMerged]],
  ['request-unmerged', [onRequestUnmerged]],
  ['request-sent-back', [onRequestUnmerged]],
  ['request-answered', [onRequestAnswered]],
  ['request-closed', [onRequestAnswered]],
  ['request-withdrawn', [onRequestAnswered, checkContent]],
  ['request-reopened', [checkContent]],
  ['request-disagreed', [checkContent]],
  ['request-supplemented', [checkContent]],
  ['request-out-of-scope', [onRequestAnswered]],
  ['request-settled', [onRequestAnswered]],
  ['request-delivered', [onRequestAnswered]],
  ['request-submitted', [onRequestSubmitted, checkContent]],
]);

const each = (events: readonly string[], consumer: Consumer) =>
  events.map((event): [string, Consumer] => [event, consumer]);

/** Events after which the ledger of facts follows its source; they leave no events of their own. */
const LEDGER: ReadonlyMap<string, Consumer> = new Map([
  ...each(['bookings-erased'], onDayChanged),
  ...each(['request-erased'], onRequestChanged),
  ...each(['visit-changed', 'walked-in', 'receiver-replaced', 'taken-over', 'day-withdrawn'], onDayChanged),
  ...each(
    [
      'request-submitted',
      'request-answered',
      'request-assigned',
      'request-closed',
      'request-disagreed',
      'request-handed-over',
      'request-merged',
      'request-out-of-scope',
      'request-rated',
      'request-reopened',
      'request-returned',
      'request-settled',
      'request-taken-back',
      'request-titled',
      'request-unit-changed',
      'request-unmerged',
      'request-withdrawn',
    ],
    onRequestChanged,
  ),
  ...each(
    ['session-closed', 'session-signed', 'session-leave-decided', 'bill-added', 'opinion-added'],
    onSessionChanged,
  ),
  ...each(
    [
      'suggestion-submitted',
      'suggestion-assigned',
      'suggestion-replied',
      'suggestion-opined',
      'suggestion-withdrawn',
      'suggestion-to-letter',
      'suggestion-lead-changed',
    ],
    onSuggestionChanged,
  ),
  ...each(['meeting-recorded', 'note-added'], onPresidiumChanged),
  ...each(
    ['activity-noted', 'activity-corrected', 'activity-held', 'activity-withdrawn', 'activity-erased'],
    onActivityChanged,
  ),
]);

/**
 * Files take seconds, and media may be away: everybody is told of the request first, and a photo that cannot be had yet
 * holds up nobody.
 */
const LAST: ReadonlyMap<string, readonly Consumer[]> = new Map([
  ['activity-picture-added', [onPictureAdded]],
  ['activity-picture-dropped', [onPictureDropped]],
  ['request-submitted', [onFilesSubmitted, checkContent]],
  ['request-supplemented', [onFilesSubmitted, checkContent]],
  // After people were told how it ended.
  ['request-closed', [onRequestOver]],
  ['request-withdrawn', [onRequestOver]],
  ['request-out-of-scope', [onRequestOver]],
  ['request-settled', [onRequestOver]],
]);

export function consumersOf(event: string): readonly Consumer[] {
  const others = CONSUMERS.get(event) ?? [];
  const ledger = LEDGER.get(event);
  const last = LAST.get(event) ?? [];
  return [...others, ...(ledger ? [ledger] : []), ...(isTold(event) ? [tell] : []), ...last];
}

/** Whether another subject acts on it, which may leave events of its own. */
export function leavesEvents(event: string): boolean {
  return CONSUMERS.has(event);
}

/** What WeChat pushes about a photo or a recording, for whoever asked. */
export const takeMediaVerdict = onMediaVerdict;
