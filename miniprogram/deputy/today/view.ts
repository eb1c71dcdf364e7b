/** From the server's answer to the words of 今日待办. */
import { HALF_LABELS } from '../../contract/labels';
import type { Appointment, Duty, TodayView } from '../../contract/overview';
import type { TemplateKey } from '../../contract/templates';
import type { LocalDate } from '../../contract/wire';
import { daysBetween, sayDayFrom, sayRange, sayTime } from '../../view/dates';
import { toRequestLine } from '../../view/lines';
import type { RequestLine } from '../../contract/shapes';

/** New requests and changes; duties and the digest's day. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['task', 'reminder'];

export interface DutyCard {
  key: string;
  day: string;
  where: string;
  appointments: readonly { booking: string; time: string; name: string; about: string }[];
  empty: string;
}

export interface TodayScreen {
  name: string;
  group: string;
  duties: readonly DutyCard[];
  requests: readonly RequestLine[];
  /** The next duty is so near that it comes before the requests. */
  dutyFirst: boolean;
}

/** Duties further away are in the roster, not in what is to be done today. */
const MOST_DUTIES = 4;
/** Days before a duty from which it stands on top. */
const NEAR_DAYS = 3;
const TAKE = '收到，我来联系';

export function toTodayScreen(view: TodayView, today: LocalDate): TodayScreen {
  const first = view.duties[0];
  return {
    name: view.name,
    group: view.group?.name ?? '',
    duties: view.duties.slice(0, MOST_DUTIES).map((duty) => toDutyCard(duty, today)),
    dutyFirst: first !== undefined && daysBetween(today, first.date) <= NEAR_DAYS,
    requests: view.requests.map((card) => toRequestLine(card, today, card.state === 'submitted' ? TAKE : '')),
  };
}

function toDutyCard(duty: Duty, today: LocalDate): DutyCard {
  const { date, home, half, start, end, homeName } = duty;
  return {
    key: `${date}-${home}-${half}`,
    day: `${sayDayFrom(date, today)} 坐班`,
    where: `${homeName} · ${HALF_LABELS[half]} ${sayRange(start, end)}`,
    appointments: duty.appointments.map(toAppointment),
    empty: duty.appointments.length > 0 ? '' : '还没有人预约，也会有人直接来。',
  };
}

function toAppointment({
  booking,
  time,
  name,
  number,
  category,
}: Appointment): DutyCard['appointments'][number] {
  const about = [`第${String(number)}号`, category].filter(Boolean).join(' · ');
  return { booking, time: sayTime(time), name, about };
}
