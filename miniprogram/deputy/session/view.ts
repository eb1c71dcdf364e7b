/** One session, as a deputy and as the office sees it. */
import { PAPER_LABELS, SESSION_LABELS } from '../../contract/congress/session-labels';
import { SESSION_PAPERS } from '../../contract/congress/papers';
import type { SessionPaperName } from '../../contract/congress/papers';
import type { AgendaItem, SessionView, Sitting } from '../../contract/congress/session';
import type { Places } from '../../contract/registry';
import type { PanelAct } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';
import { sayDate, sayDay, sayRange } from '../../view/dates';
import { ANSWER, officeActs } from './acts';

export interface SessionScreen {
  name: string;
  when: string;
  state: string;
  own: string;
  signs: boolean;
  keeps: boolean;
  sittings: readonly { id: string; words: string; signed: boolean }[];
  agenda: readonly { id: string; words: string; spoken: readonly { id: string; words: string }[] }[];
  papers: readonly { id: string; title: string; words: string; file: boolean }[];
  votes: readonly { id: string; title: string; words: string }[];
  bills: readonly { id: string; title: string; words: string; suggestion: string }[];
  /** What the office is told: a late notice, who missed it without leave. */
  warnings: readonly string[];
  /** Blank papers, and who was there at each sitting that began. */
  prints: readonly { id: string; paper: SessionPaperName; sitting: string; title: string }[];
  acts: readonly PanelAct[];
  stamp: string;
}

function sayOwn({ own, state }: SessionView): string {
  if (state === 'prepared') return '';
  if (own.answer === undefined) return '您还没有答复会议通知。';
  if (own.answer === 'attending') return '您答复了：参加。';
  if (own.approved === undefined) return '您请假了，等人大办答复。';
  return own.approved ? '您的请假同意了。' : '您的请假没有同意，请按时参加。';
}

function listVotes({ votes }: SessionView): SessionScreen['votes'] {
  return votes.map(({ id, title, due, present, for: agreed, against, abstain, passed }) => ({
    id,
    title,
    words: `应到${String(due)}，实到${String(present)}，赞成${String(agreed)}，反对${String(against)}，弃权${String(abstain)}：${passed ? '通过' : '没有通过'}`,
  }));
}

/** «9:00», with the day where there are several. */
function sayTime({ at }: Pick<AgendaItem, 'at'>, { from, to }: SessionView): string {
  if (!at) return '';
  return from === to ? `${at.start} ` : `${sayDate(at.date, from)}${at.start} `;
}

function listAgenda(view: SessionView): SessionScreen['agenda'] {
  const { agenda, opinions } = view;
  return agenda.map(({ id, title, ...item }, at) => ({
    id,
    words: `${String(at + 1)}. ${sayTime(item, view)}${title}`,
    spoken: opinions
      .filter(({ item }) => item === id)
      .map((one) => ({ id: one.id, words: `${one.name}：${one.words}` })),
  }));
}

function listWarnings({ noticeBy, absent = [] }: SessionView, today: LocalDate): string[] {
  const late = noticeBy !== undefined && today > noticeBy;
  return [
    ...(noticeBy === undefined
      ? []
      : [`会议通知最迟${sayDate(noticeBy, today)}发${late ? '，已经晚了' : ''}。`]),
    ...absent.map(({ name, again }) =>
      again
        ? `${name}上一次和这一次会议都没有请假也没有到会。按代表法第六十二条由代表资格审查委员会审查；有了决定到“变动和换届”登记，这里不会自动处理。`
        : `${name}没有请假也没有到会，请提醒本人；再有一次，代表法第六十二条有规定。`,
    ),
  ];
}

const BLANK_PAPERS: readonly SessionPaperName[] = [
  'request',
  'plan',
  'script',
  'signSheet',
  'ballot',
  'interpellation',
];

function listPrints({ keeps, sittings }: SessionView, today: LocalDate): SessionScreen['prints'] {
  if (!keeps) return [];
  const blank = BLANK_PAPERS.map((paper) => ({
    id: paper,
    paper,
    sitting: '',
    title: SESSION_PAPERS[paper],
  }));
  const held = sittings
    .filter(({ date }) => date <= today)
    .map(({ id, date, title }) => ({
      id,
      paper: 'attendance' as const,
      sitting: id,
      title: `${SESSION_PAPERS.attendance}：${sayDate(date, today)}${title}`,
    }));
  return [...held, ...blank];
}

function saySitting({ date, start, end, title }: Sitting, today: LocalDate): string {
  return `${sayDay(date, today)} ${sayRange(start, end)} ${title}`;
}

export function toSessionScreen(
  view: SessionView,
  places: Places | null,
  member: boolean,
  today: LocalDate,
): SessionScreen {
  const { name, from, to, place, state, sittings, papers, bills, opinions, own, keeps, edition } = view;
  const days = from === to ? sayDate(from, today) : `${sayDate(from, today)}至${sayDate(to, today)}`;
  const signs =
    member &&
    state === 'noticed' &&
    sittings.some(({ date, id }) => date === today && !own.signed.includes(id));
  // One main button a page: signing in, or an answer that was not given yet.
  const answer = signs || own.answer !== undefined ? { ...ANSWER, quiet: true } : ANSWER;
  const answers = member && state === 'noticed' ? [answer] : [];
  return {
    name,
    when: `${days} · ${place}`,
    state: SESSION_LABELS[state],
    own: member ? sayOwn(view) : '',
    signs,
    keeps,
    sittings: sittings.map((sitting) => ({
      id: sitting.id,
      words: saySitting(sitting, today),
      signed: own.signed.includes(sitting.id),
    })),
    agenda: listAgenda(view),
    papers: papers.map(({ id, title, kind, where, file }) => ({
      id,
      title,
      file: file !== undefined,
      words: `${PAPER_LABELS[kind]} · ${where}`,
    })),
    warnings: listWarnings(view, today),
    prints: listPrints(view, today),
    votes: listVotes(view),
    bills: bills.map(({ id, title, names, listed, suggestion = '' }) => ({
      id,
      title,
      words: `${names.join('、')}联名 · ${listed ? '列入议程' : '作代表建议办理'}`,
      suggestion,
    })),
    acts: keeps
      ? [...officeActs(view, places, today), ...answers.map((one) => ({ ...one, quiet: true }))]
      : answers,
    stamp: `${String(edition)}-${String(opinions.length + bills.length)}-${own.answer ?? ''}`,
  };
}
