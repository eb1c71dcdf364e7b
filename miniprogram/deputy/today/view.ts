/** From the server's answer to the words of 今日待办. */
import { HALF_LABELS } from '../../contract/labels';
import type { Appointment, Duty, PromisedVisit, TodayView } from '../../contract/overview';
import type { TemplateKey } from '../../contract/templates';
import type { LocalDate } from '../../contract/wire';
import type { RequestCard } from '../../contract/request';
import { daysBetween, sayDate, sayDayFrom, sayRange, sayTime } from '../../view/dates';
import { toRequestLine } from '../../view/lines';
import type { RequestLine } from '../../contract/shapes';

/** New requests and changes; duties and the digest's day. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['task', 'reminder'];

type Villages = readonly { id: string; name: string }[];

export interface DutyCard {
  key: string;
  day: string;
  where: string;
  appointments: readonly { booking: string; time: string; name: string; about: string }[];
  empty: string;
  /** The day's date on the day itself: the desk is open. */
  desk: string;
}

/** A visit that was agreed: who, by when, and what 履职登记 is filled in with. */
export interface VisitCard {
  key: string;
  title: string;
  words: string;
  tag: string;
  tone: 'waiting' | 'late';
  query: Record<string, string>;
}

export interface TodayScreen {
  name: string;
  group: string;
  duties: readonly DutyCard[];
  requests: readonly RequestLine[];
  visits: readonly VisitCard[];
  /** The next duty is so near that it comes before the requests. */
  dutyFirst: boolean;
}

/** Duties further away are in the roster, not in what is to be done today. */
const MOST_DUTIES = 4;
/** Days before a duty from which it stands on top. */
const NEAR_DAYS = 3;
const TAKE = '收到，我来联系';

function toVisitTag(due: LocalDate, today: LocalDate): Pick<VisitCard, 'tag' | 'tone'> {
  if (due < today) return { tag: `过了${sayDate(due, today)}`, tone: 'late' };
  return { tag: due === today ? '今天去' : `${sayDate(due, today)}前去`, tone: 'waiting' };
}

function toPromised(visit: PromisedVisit, villages: Villages, today: LocalDate): VisitCard {
  const { promise, agreed, due, village = '', name = '' } = visit;
  const where = villages.find(({ id }) => id === village)?.name ?? '';
  return {
    key: promise,
    title: [where, name].filter(Boolean).join(' · ') || '约好上门的一户',
    words: `${sayDate(agreed, today)}约好的`,
    ...toVisitTag(due, today),
    query: { kind: 'household-visit', keeps: promise, village, household: name },
  };
}

/** A matter in which its deputy agreed to come; whose it is stands on its own page. */
function toVisitOf({ request, title, village, number, nextDate }: RequestCard, today: LocalDate): VisitCard {
  return {
    key: request,
    title: [village, title].filter(Boolean).join(' · '),
    words: `群众意见 ${number} 里约好的`,
    ...toVisitTag(nextDate ?? today, today),
    query: { kind: 'household-visit', village, request },
  };
}

function listVisits({ promises, requests }: TodayView, villages: Villages, today: LocalDate): VisitCard[] {
  const agreed = requests.filter(({ state }) => state === 'visiting');
  return [
    ...promises.map((visit) => toPromised(visit, villages, today)),
    ...agreed.map((card) => toVisitOf(card, today)),
  ];
}

export function toTodayScreen(view: TodayView, today: LocalDate, villages: Villages = []): TodayScreen {
  const first = view.duties[0];
  return {
    name: view.name,
    group: view.group?.name ?? '',
    duties: view.duties.slice(0, MOST_DUTIES).map((duty) => toDutyCard(duty, today)),
    visits: listVisits(view, villages, today),
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
    desk: date === today ? date : '',
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
