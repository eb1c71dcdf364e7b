/**
 * What notify itself does about an event: notices for whoever the table names. Called twice it writes the same rows
 * again, which are then there already. Reads what is true now, so that a late event tells nothing that is over.
 */
import { DISTRICT, ROLE_LABELS } from '../../../miniprogram/contract/roles';
import type { NoteKind } from '../../../miniprogram/contract/congress/presidium';
import type { Instant } from '../../../miniprogram/contract/wire';
import { labelOf } from '../../../miniprogram/contract/activity-kinds';
import { readActivity } from '../../duty/activities/store';
import { readDispute } from '../../duty/record/store';
import { readBan } from '../../reception/bans/store';
import { readDay } from '../../reception/days/store';
import { readRequest } from '../../request/store';
import { toLocalDate, toLocalTime } from '../../shared/china-time';
import { accountOf } from '../../shared/cipher';
import type { Consumer, Delivered } from '../../shared/outbox';
import { readInvitation } from '../../registry/invitations/store';
import { recallDistrict, recallHolders, recallWhere } from './role-holders';
import {
  NOTICE_FIELDS,
  splitBooking,
  toBookingFacts,
  toClosedFacts,
  toSeatFacts,
  type SeatEvent,
} from './rules/day-facts';
import { planNotices, type NoticesOf, type Planned } from './rules/notice';
import { ACTIVITY_NOTICES, type ActivityFacts } from './rules/notices/activity';
import { ARTICLE_NOTICES, type ArticleFacts } from './rules/notices/article';
import { BAR_NOTICES, type BanFacts } from './rules/notices/ban';
import { BOOKING_NOTICES, type BookingFacts } from './rules/notices/booking';
import { CLOSED_PLACES } from './rules/notices/closed-places';
import { REPLACED_BOOKER, SEAT_NOTICES, type SeatFacts } from './rules/notices/duty';
import { GRANT_NOTICES, type GrantFacts } from './rules/notices/grant';
import { ASKED_NOTICES, PRESIDIUM_NOTICES, type AskedFacts } from './rules/notices/presidium';
import { SESSION_NOTICES } from './rules/notices/session';
import { SUGGESTION_NOTICES } from './rules/notices/suggestion';
import { REQUEST_NOTICES } from './rules/notices/request/notices';
import type { RequestFacts } from './rules/notices/request/facts';
import { toRequestFacts } from './rules/request-facts';
import type { Holder } from './rules/recipients';
import { readSessionFacts, readSuggestionFacts, readTopicFacts } from './read-congress-facts';
import { writeNotices } from './write-notice';

type Facts<F> = (delivered: Delivered, now: Instant) => Promise<F | undefined>;

/** `more`: notices that are one for each of many, such as everybody who booked a seat. */
interface Subject {
  events: readonly string[];
  silent(event: string): boolean;
  /** The district is among those who are told. */
  upward(event: string): boolean;
  plan(delivered: Delivered, holders: readonly Holder[], now: Instant): Promise<readonly Occurrence[]>;
}

/** Notices of one event about one thing; what it is about stands in their ids. */
interface Occurrence {
  about: string;
  planned: readonly Planned[];
}

function subjectOf<F>(
  notices: NoticesOf<F>,
  read: Facts<F>,
  more: (event: string, facts: F, holders: readonly Holder[]) => readonly Occurrence[] = () => [],
): Subject {
  return {
    events: Object.keys(notices),
    silent: (event) => notices[event] === undefined || 'nobody' in notices[event],
    upward(event) {
      const rows = notices[event];
      return rows !== undefined && !('nobody' in rows) && rows.some(({ to }) => to === 'district');
    },
    async plan(delivered, holders, now) {
      const rows = notices[delivered.event];
      const facts = rows === undefined || 'nobody' in rows ? undefined : await read(delivered, now);
      if (facts === undefined || rows === undefined || 'nobody' in rows) return [];
      const first = { about: '', planned: planNotices(rows, facts, holders) };
      return [first, ...more(delivered.event, facts, holders)];
    },
  };
}

const readBooking: Facts<BookingFacts> = async ({ township, about }, now) => {
  const booking = String(about['booking']);
  const { account, short } = splitBooking(booking);
  const fields = [...NOTICE_FIELDS, `bookings.${account}.${short}`];
  const [where, day] = await Promise.all([
    recallWhere(township, now),
    readDay(township, String(about['date']), fields),
  ]);
  return where && day && toBookingFacts(where, day, booking);
};

const readSeat: Facts<SeatFacts> = async ({ township, about }, now) => {
  const [date, seat, from, to] = ['date', 'seat', 'from', 'to'].map((name) => about[name]);
  const [where, day] = await Promise.all([
    recallWhere(township, now),
    readDay(township, String(date), [...NOTICE_FIELDS, 'bookings']),
  ]);
  const event: SeatEvent = {
    date: String(date),
    ...(seat !== undefined && { seat: String(seat) }),
    ...(from !== undefined && { from: String(from) }),
    ...(to !== undefined && { to: String(to) }),
  };
  return where && toSeatFacts(where, day, event);
};

/** Everybody who had one of the places when they were closed. */
const CLOSED: Subject = {
  events: ['places-blocked'],
  silent: () => false,
  upward: () => false,
  async plan({ township, about }, holders, now) {
    const bookings = about['bookings'] === undefined ? [] : String(about['bookings']).split(',');
    if (bookings.length === 0) return [];
    const [where, day] = await Promise.all([
      recallWhere(township, now),
      readDay(township, String(about['date']), [...NOTICE_FIELDS, 'bookings', 'blocked']),
    ]);
    if (!where || !day) return [];
    return bookings.flatMap((booking) => {
      const facts = toClosedFacts(where, day, booking);
      return facts ? [{ about: booking, planned: planNotices(CLOSED_PLACES, facts, holders) }] : [];
    });
  },
};

function eachBooker(event: string, facts: SeatFacts, holders: readonly Holder[]): Occurrence[] {
  if (event !== 'receiver-replaced') return [];
  return facts.bookings.map((booking) => ({
    about: booking.booking,
    planned: planNotices([REPLACED_BOOKER], { ...facts, booking }, holders),
  }));
}

const readRequestFacts: Facts<RequestFacts> = async ({ township, document, about, at }, now) => {
  const [where, request] = await Promise.all([recallWhere(township, now), readRequest(township, document)]);
  const named = (name: string) => String(about[name] ?? '');
  const hadUnits = named('hadUnits').split(' ').filter(Boolean);
  const done = { at, by: named('by'), act: named('act'), had: named('had'), hadUnits };
  return where && request && toRequestFacts(where, request, done);
};

const readGrant: Facts<GrantFacts> = async ({ township, about, at }) => {
  const invitation = await readInvitation(township, String(about['invitation']));
  if (!invitation) return undefined;
  const { openid, role } = invitation;
  return {
    role: ROLE_LABELS[role],
    holder: { account: accountOf(openid), openid },
    date: toLocalDate(at),
    time: toLocalTime(at),
  };
};

const readArticle: Facts<ArticleFacts> = ({ document, at }) =>
  Promise.resolve({ article: document, date: toLocalDate(at), time: toLocalTime(at) });

const readActivityFacts: Facts<ActivityFacts> = async ({ township, document, about, at }) => {
  const [date, time] = [toLocalDate(at), toLocalTime(at)];
  const person = about['person'] === undefined ? {} : { person: String(about['person']) };
  const unit = about['unit'] === undefined ? {} : { unit: String(about['unit']) };
  const said = Object.assign({ date, time, granted: false }, person, unit);
  if (about['dispute'] !== undefined) {
    const dispute = await readDispute(township, document);
    const whose = dispute && { person: dispute.person };
    return whose && Object.assign({ activity: '', kind: '', on: date, invited: [] }, said, whose);
  }
  if (about['account'] !== undefined)
    return Object.assign({ activity: '', kind: '', on: date, invited: [] }, said);
  // A deputy's 述职 is a document of its own, of which the meeting is told.
  const id = String(about['activity'] ?? document);
  const activity = await readActivity(township, id);
  if (!activity || activity.state === 'withdrawn') return undefined;
  const { kind, date: on, group, invited, state } = activity;
  return {
    ...said,
    activity: id,
    kind: labelOf(kind) ?? '',
    on,
    invited: state === 'planned' ? Object.keys(invited) : [],
    granted: invited[person.person ?? '']?.a === 'on-leave',
    ...(group !== undefined && { group }),
  };
};

const readBarFacts: Facts<BanFacts> = async ({ township, about }, now) => {
  const bar = await readBan(township, String(about['bar']));
  const where = await recallWhere(township, now);
  if (!bar || !where) return undefined;
  const { key: account, openid, until, reason } = bar;
  const landlines = where.directory.homes.map(({ landline }) => landline);
  return {
    person: { account, openid },
    today: toLocalDate(now),
    until,
    reason,
    landline: landlines[0] ?? '',
  };
};

const readAsked: Facts<AskedFacts> = async ({ township, about, at }, now) => {
  const where = await recallWhere(township, now);
  const kind = about['kind'] === undefined ? {} : { kind: String(about['kind']) as NoteKind };
  return where && Object.assign({ date: toLocalDate(at), from: where.directory.card.name }, kind);
};

const SUBJECTS: readonly Subject[] = [
  subjectOf(BOOKING_NOTICES, readBooking),
  CLOSED,
  subjectOf(BAR_NOTICES, readBarFacts),
  subjectOf(SEAT_NOTICES, readSeat, eachBooker),
  subjectOf(REQUEST_NOTICES, readRequestFacts),
  subjectOf(SUGGESTION_NOTICES, readSuggestionFacts),
  subjectOf(SESSION_NOTICES, readSessionFacts),
  subjectOf(PRESIDIUM_NOTICES, readTopicFacts),
  subjectOf(ASKED_NOTICES, readAsked),
  subjectOf(GRANT_NOTICES, readGrant),
  subjectOf(ARTICLE_NOTICES, readArticle),
  subjectOf(ACTIVITY_NOTICES, readActivityFacts),
];

const BY_EVENT = new Map(
  SUBJECTS.flatMap((subject) => subject.events.map((event) => [event, subject] as const)),
);

/** Somebody is told of this event. */
export function isTold(event: string): boolean {
  return BY_EVENT.get(event)?.silent(event) === false;
}

/** Every event that the table knows, told or not. */
export function listTold(): readonly string[] {
  return [...BY_EVENT.keys()];
}

/** The district's as they are told everywhere, and not once more as somebody of this township. */
function withDistrict(own: readonly Holder[], district: readonly Holder[]): Holder[] {
  return [...own.filter(({ role }) => !DISTRICT.includes(role)), ...district];
}

export const tell: Consumer = async (delivered, now) => {
  const { township, event, id, document } = delivered;
  if (!isTold(event)) return;
  const subject = BY_EVENT.get(event);
  const own = await recallHolders(township, now);
  const holders = subject?.upward(event) ? withDistrict(own, await recallDistrict(now)) : own;
  const occurrences = (await subject?.plan(delivered, holders, now)) ?? [];
  for (const { about, planned } of occurrences) {
    await writeNotices({ township, event, document, occurrence: `${id}~${about}` }, planned, now);
  }
};
