/** From what was filled in to the step of a session. */
import type { AgendaItem, SessionAct, SessionStep, SessionView } from '../../contract/congress/session';
import type { Values } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';

/** The hours of the office; another time is another sitting. */
export const HALVES = { am: ['08:30', '11:30', '上午'], pm: ['14:30', '17:00', '下午'] } as const;
function daysOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

const TIMED = /^(?:(\d{1,2})月(\d{1,2})日)?\s*(\d{1,2})[:：](\d{2})\s+(\S.*)$/;

/** «1月8日 9:00 听取报告»; a time alone is of the day of the line before. What is no time of the session stays as typed. */
function readAgenda(text: string, days: readonly LocalDate[]): Omit<AgendaItem, 'id'>[] {
  let day = days[0] ?? '';
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, month, date, hour = '', minute = '', title = ''] = TIMED.exec(line) ?? [];
      const named = month === undefined ? day : `-${month.padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
      const on = days.find((one) => one.endsWith(named));
      if (title === '' || on === undefined || Number(hour) > 23 || Number(minute) > 59)
        return { title: line };
      day = on;
      return { title, at: { date: on, start: `${hour.padStart(2, '0')}:${minute}` } };
    });
}

/** The same as it was typed: the day where it changes. */
export function writeAgenda(agenda: readonly Omit<AgendaItem, 'id'>[], from: LocalDate): string {
  let day = from;
  return agenda
    .map(({ title, at }) => {
      if (!at) return title;
      const [, month, date] = at.date.split('-').map(Number);
      const named = at.date === day ? '' : `${String(month)}月${String(date)}日 `;
      day = at.date;
      return `${named}${at.start} ${title}`;
    })
    .join('\n');
}

export function toSessionStep(
  id: string,
  values: Values,
  { from, to }: Pick<SessionView, 'from' | 'to'>,
): SessionStep {
  const act = id as SessionAct;
  const text = (name: string) => String(values[name] ?? '');
  switch (act) {
    case 'saveAgenda': {
      const agenda = readAgenda(text('agenda'), daysOf(from, to));
      const halves = (['am', 'pm'] as const).filter((half) => (values['halves'] ?? []).includes(half));
      const sittings = daysOf(from, to).flatMap((date) =>
        halves.map((half) => {
          const [start, end, title] = HALVES[half];
          return { date, start, end, title: `${title}会` };
        }),
      );
      return { act, agenda, sittings };
    }
    case 'recordVote': {
      const count = (name: string) => Number(text(name));
      const figures = { present: count('present'), for: count('for'), against: count('against') };
      return { act, item: text('item'), title: text('title'), ...figures, abstain: count('abstain') };
    }
    case 'addPaper':
      return {
        act,
        title: text('title'),
        kind: text('kind') === 'public' ? 'public' : 'informational',
        where: text('where'),
      };
    case 'dropPaper':
      return { act, paper: text('paper') };
    case 'notify':
      return { act, place: text('place') };
    case 'fileMinutes':
      return { act, number: text('number') };
    case 'close':
      return { act };
  }
}
