/** What an act of the office makes of a session, as plain data. Minutes, papers and votes may come after it is over. */
import type { ErrorCode } from '../../../../miniprogram/contract/errors';
import { LIMITS } from '../../../../miniprogram/contract/limits';
import type {
  SessionAct,
  SessionFields,
  SessionStep,
} from '../../../../miniprogram/contract/congress/session';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { isPaper } from '../../../media/intake/rules/kept-files';
import { faultOfVote, isPassed } from './attendance';
import type { SessionDocument } from './session-document';

type Set = Partial<Omit<SessionDocument, '_id' | 'township' | 'rev' | 'acts' | 'edition'>>;
export interface SessionRefusal {
  refused: ErrorCode;
  details?: Readonly<Record<string, string | number>>;
}
export interface SessionContext {
  today: LocalDate;
  /** Deputies in office who are not suspended. */
  base: number;
}

const wrong = (field: string): SessionRefusal => ({
  refused: 'bad-input',
  details: { field: `step.${field}` },
});
const EVENTS: Readonly<Record<SessionAct, string>> = {
  saveAgenda: 'session-agenda-saved',
  addPaper: 'session-paper-added',
  dropPaper: 'session-paper-dropped',
  notify: 'session-noticed',
  recordVote: 'session-voted',
  fileMinutes: 'session-minutes-filed',
  close: 'session-closed',
};

function nextId(letter: string, rows: readonly { id: string }[]): string {
  return `${letter}${String(Math.max(0, ...rows.map(({ id }) => Number(id.slice(1)))) + 1)}`;
}

/** What stood there keeps its id, wherever it moves, since votes, opinions and signatures name it; others get the next. */
function keepIds<T extends object>(
  letter: string,
  rows: readonly T[],
  before: readonly (T & { id: string })[],
  isSame: (one: T, other: T) => boolean,
): (T & { id: string })[] {
  const free = [...before];
  let next = Number(nextId(letter, before).slice(1));
  return rows.map((row) => {
    const at = free.findIndex((one) => isSame(one, row));
    const [kept] = at < 0 ? [] : free.splice(at, 1);
    return { ...row, id: kept?.id ?? `${letter}${String(next++)}` };
  });
}

type Planner<A extends SessionAct> = (
  step: SessionFields[A],
  before: SessionDocument,
  context: SessionContext,
) => Set | SessionRefusal;

const PLANNERS: { readonly [A in SessionAct]: Planner<A> } = {
  saveAgenda: ({ agenda, sittings }, { from, to, votes, ...before }) => {
    if (sittings.some(({ date, start, end }) => date < from || date > to || start >= end))
      return wrong('sittings');
    if (agenda.some(({ at }) => at && (at.date < from || at.date > to))) return wrong('agenda');
    const items = keepIds('a', agenda, before.agenda, (one, other) => one.title === other.title);
    if (votes.some(({ item }) => !items.some(({ id }) => id === item))) return wrong('agenda');
    const halves = keepIds(
      'b',
      sittings,
      before.sittings,
      (one, other) => one.date === other.date && one.start === other.start,
    );
    return { agenda: items, sittings: halves };
  },
  addPaper: (paper, { papers, township }) => {
    if (papers.length >= LIMITS.sessionPapers)
      return { refused: 'too-many-rows', details: { max: LIMITS.sessionPapers } };
    // What lies in a phone's own folder may change; a copy that was taken in does not.
    if (paper.file !== undefined && !isPaper(township, paper.file)) return wrong('file');
    return { papers: [...papers, { ...paper, id: nextId('p', papers) }] };
  },
  dropPaper: ({ paper }, { papers }) => {
    const kept = papers.filter(({ id }) => id !== paper);
    return kept.length === papers.length ? wrong('paper') : { papers: kept };
  },
  notify: ({ place }, { agenda, sittings }, { today }) => {
    if (agenda.length === 0) return wrong('agenda');
    if (sittings.length === 0) return wrong('sittings');
    return { state: 'noticed', noticedOn: today, place };
  },
  recordVote: ({ item, title, present, for: agreed, against, abstain }, { agenda, votes }, { base }) => {
    if (!agenda.some(({ id }) => id === item)) return wrong('item');
    if (votes.length >= LIMITS.sessionVotes)
      return { refused: 'too-many-rows', details: { max: LIMITS.sessionVotes } };
    const figures = { due: base, present, for: agreed, against, abstain };
    const fault = faultOfVote(figures);
    if (fault !== undefined) return wrong(fault);
    const vote = { ...figures, id: nextId('v', votes), item, title, passed: isPassed(figures) };
    return { votes: [...votes, vote] };
  },
  fileMinutes: ({ number }) => ({ minutes: number }),
  close: (_step, { to }, { today }) => (today < to ? wrong('act') : { state: 'closed' }),
};

const FROM: Readonly<Record<SessionAct, readonly SessionDocument['state'][]>> = {
  saveAgenda: ['prepared', 'noticed'],
  addPaper: ['prepared', 'noticed', 'closed'],
  dropPaper: ['prepared', 'noticed'],
  notify: ['prepared'],
  recordVote: ['noticed', 'closed'],
  fileMinutes: ['noticed', 'closed'],
  close: ['noticed'],
};

export function planSession(
  step: SessionStep,
  before: SessionDocument,
  context: SessionContext,
): { set: Set; event: string } | SessionRefusal {
  const { act } = step;
  if (!FROM[act].includes(before.state)) return { refused: 'wrong-state', details: { state: before.state } };
  const planner = PLANNERS[act] as Planner<SessionAct>;
  const set = planner(step, before, context);
  return 'refused' in set ? set : { set, event: EVENTS[act] };
}
