import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { dayId } from '../../reception/days/rules/publish-day';
import { readDay } from '../../reception/days/store';
import { sideBySide } from '../../shared/side-by-side';
import { recallHolders, recallWhere } from '../tell/role-holders';
import { listBooked, NOTICE_FIELDS, toSeatFacts, type NoticeDay, type Where } from '../tell/rules/day-facts';
import { planNotices, type Planned, type Row } from '../tell/rules/notice';
import { tellEve, type BookingFacts } from '../tell/rules/notices/booking';
import { tellDutyEve, type SeatFacts } from '../tell/rules/notices/duty';
import { ofPerson, type Holder } from '../tell/rules/recipients';
import { writeNotices } from '../tell/write-notice';

const EVE_BOOKER: Row<BookingFacts> = {
  to: 'booker',
  who: ({ booker }) => [booker],
  tell: tellEve,
};

const EVE_OPERATOR: Row<BookingFacts> = {
  to: 'operator',
  who: ({ operator }, holders) => ofPerson(holders, operator),
  tell: (facts) => {
    const told = tellEve(facts);
    // The inbox alone: whoever enters for a whole village would use up every consent.
    return (
      told && {
        title: `您代填的：${told.title}`,
        words: `${told.words}请告诉本人。`,
        page: 'office/behalf/behalf',
      }
    );
  },
};

type EveSeat = SeatFacts & { coming: number };

const EVE_DUTY: Row<EveSeat> = {
  to: 'on-duty',
  who: ({ sits }, holders) => ofPerson(holders, sits),
  tell: tellDutyEve,
};

/** One notice for each half-day that somebody sits. */
function planDuties(where: Where, day: NoticeDay, holders: readonly Holder[]): [string, Planned[]][] {
  return Object.keys(day.seats).map((seat) => {
    const facts = toSeatFacts(where, day, { date: day.date, seat });
    return [seat, planNotices([EVE_DUTY], { ...facts, coming: facts.bookings.length }, holders)];
  });
}

/** Bookings whose notices are written at the same time. */
const AT_ONCE = 8;

/**
 * Everybody with a place on that day, and everybody on duty. One read, and two writes for each of them; one more where
 * somebody else had entered the booking. A township's day is begun and ended in one run.
 */
export async function remindOfEve(township: string, date: LocalDate, now: Instant): Promise<number> {
  const day = (await readDay(township, date, [...NOTICE_FIELDS, 'bookings'])) as NoticeDay | undefined;
  if (day?.state !== 'published') return 0;
  const [where, holders] = await Promise.all([recallWhere(township, now), recallHolders(township, now)]);
  if (!where) return 0;
  const document = dayId(township, date);
  const bookings = listBooked(where, day).filter(({ startsAt }) => startsAt > now);
  const each: [string, Planned[]][] = [
    ...bookings.map((booking): [string, Planned[]] => [
      booking.booking,
      planNotices([EVE_BOOKER, EVE_OPERATOR], booking, holders),
    ]),
    ...planDuties(where, day, holders),
  ];
  await sideBySide(each, { atOnce: AT_ONCE, endsAt: Infinity }, ([occurrence, planned]) =>
    writeNotices({ township, event: 'eve', document, occurrence }, planned, now),
  );
  return each.reduce((sum, [, planned]) => sum + planned.length, 0);
}
