/** Who hears of what: each subject of everything that it follows, and of nothing that nobody does. */
import { consumersOf, leavesEvents } from '../../../../cloudfunctions/notify/relay/consumers';
import { isTold } from '../../../../cloudfunctions/notify/tell/tell';

/** What follows → the events after which it may have changed. */
const FOLLOWS: Readonly<Record<string, string>> = {
  // Grants and accounts of the directory.
  onInvitationChanged: 'invitation-confirmed invitation-revoked',
  onTownshipClosed: 'township-closed township-opened',
  // Villages that a group has no more; grants; requests, visits, seats, suggestions of whoever is in office no more.
  onPeopleChanged: 'names-changed villages-merged people-changed',
  onOwnerGone: 'invitation-revoked people-changed',
  onRoutingChanged: 'routing-changed',
  // Days are projections of the roster; a place that is left goes to who waits.
  onRosterChanged: 'roster-published seat-changed',
  onDayWithdrawn: 'day-withdrawn',
  onPlaceFreed: 'booking-cancelled booking-moved places-opened',
  onBarChanged: 'person-banned ban-lifted',
  // The congress.
  onDeputyChanged: 'deputy-changed',
  onMeetingRecorded: 'meeting-recorded',
  onTermChanged: 'term-published term-day-changed term-withdrawn',
  onTermOpens: 'term-opens',
  onBillAdded: 'bill-added',
  // Requests that are one; the visit that became one; what was written or sent to us.
  onRequestMerged: 'request-merged',
  onRequestUnmerged: 'request-unmerged request-sent-back',
  onRequestAnswered:
    'request-answered request-closed request-withdrawn request-out-of-scope request-settled request-delivered',
  onRequestSubmitted:
    'request-withdrawn request-reopened request-disagreed request-supplemented request-submitted',
  onFilesSubmitted: 'request-submitted request-supplemented',
  onRequestOver: 'request-closed request-withdrawn request-out-of-scope request-settled',
  onPictureAdded: 'activity-picture-added',
  onPictureDropped: 'activity-picture-dropped',
  // The ledger of facts, after its sources.
  onDayChanged: 'bookings-erased visit-changed walked-in receiver-replaced taken-over day-withdrawn',
  onRequestChanged:
    'request-erased request-submitted request-answered request-assigned request-closed request-disagreed ' +
    'request-handed-over request-merged request-out-of-scope request-rated request-reopened request-returned ' +
    'request-settled request-taken-back request-titled request-unit-changed request-unmerged request-withdrawn',
  onSessionChanged: 'session-closed session-signed session-leave-decided bill-added opinion-added',
  onSuggestionChanged:
    'suggestion-submitted suggestion-assigned suggestion-replied suggestion-opined suggestion-withdrawn ' +
    'suggestion-to-letter suggestion-lead-changed',
  onPresidiumChanged: 'meeting-recorded note-added',
  onActivityChanged: 'activity-noted activity-corrected activity-held activity-withdrawn activity-erased',
};
const EVENTS = [...new Set(Object.values(FOLLOWS).flatMap((events) => events.split(' ')))];
const namesOf = (event: string) => consumersOf(event).map(({ name }) => name);

test.each(Object.entries(FOLLOWS))('%s follows %s', (follows, events) => {
  expect(EVENTS.filter((event) => namesOf(event).includes(follows)).sort()).toEqual(events.split(' ').sort());
});

test('nothing else follows any of them but the messages to people', () => {
  for (const event of EVENTS)
    expect([event, namesOf(event).filter((name) => !(name in FOLLOWS))]).toEqual([
      event,
      isTold(event) ? ['tell'] : [],
    ]);
  expect(consumersOf('nobody-heard-of-it')).toEqual([]);
});

test('when somebody is in office no more, seats, visits, suggestions and requests are each handed on', () => {
  expect(namesOf('people-changed').filter((name) => name === 'onOwnerGone')).toHaveLength(4);
  // The grants' own days, and what is hidden from a village.
  expect(namesOf('people-changed').filter((name) => name === 'onPeopleChanged')).toHaveLength(2);
  expect(namesOf('township-closed').filter((name) => name === 'onTownshipClosed')).toHaveLength(2);
  expect(namesOf('township-opened').filter((name) => name === 'onTownshipClosed')).toHaveLength(2);
  expect(namesOf('request-submitted').filter((name) => name === 'onRequestSubmitted')).toHaveLength(3);
});

test('people are told before files are fetched and before the request is over', () => {
  for (const [event, after] of [
    ['request-submitted', 'onFilesSubmitted'],
    ['request-closed', 'onRequestOver'],
  ] as const)
    expect(namesOf(event).indexOf(after)).toBeGreaterThan(namesOf(event).indexOf('tell'));
});

test('what the ledger alone follows leaves no events; what a subject follows may', () => {
  expect(['request-titled', 'activity-noted', 'note-added'].filter(leavesEvents)).toEqual([]);
  expect(leavesEvents('booking-moved')).toBe(true);
});
