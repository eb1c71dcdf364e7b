/** From what was filled in to the step of a session. */
import type { SessionAct, SessionStep, SessionView } from '../../contract/congress/session';
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

export function toSessionStep(
  id: string,
  values: Values,
  { from, to }: Pick<SessionView, 'from' | 'to'>,
): SessionStep {
  const act = id as SessionAct;
  const text = (name: string) => String(values[name] ?? '');
  switch (act) {
    case 'saveAgenda': {
      const agenda = text('agenda')
        .split('\n')
        .map((title) => title.trim())
        .filter(Boolean)
        .map((title) => ({ title }));
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
