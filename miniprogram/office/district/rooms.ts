/** What townships brought before the district: what was passed up, and what they ask for. */
import { NOTE_LABELS } from '../../contract/congress/presidium-labels';
import { STATES } from '../../contract/labels';
import { LIMITS } from '../../contract/limits';
import type { ExportedList } from '../../contract/list-export';
import type { Result } from '../../contract/result';
import type { PanelAct } from '../../contract/shapes';
import type { LocalDate } from '../../contract/wire';
import { answerAsked, listAsked } from '../../services/congress';
import { answerPassedUp, listPassedUp } from '../../services/request-lists';
import { sayDate } from '../../view/dates';
import type { Paged } from '../../view/paged';

export type ListRoom = 'passed' | 'asked';

export const LISTS: Readonly<Record<ListRoom, ExportedList>> = {
  passed: { list: 'passed' },
  asked: { list: 'asked' },
};

/** One of either kind. */
export interface Brought {
  id: string;
  about: string;
  words: string;
  tag: string;
  tone: string;
  answer: string;
  /** The district may still answer it. */
  waits: boolean;
}

interface Page {
  rows: readonly Brought[];
  next?: string;
}

const sayAnswer = (answer: { words: string; on: LocalDate } | undefined, today: LocalDate): string =>
  answer ? `${sayDate(answer.on, today)}答复：${answer.words}` : '';

async function readPassed(today: LocalDate, after?: string): Promise<Result<Page>> {
  const found = await listPassedUp(after);
  if (!found.ok) return found;
  const { items, next } = found.data;
  const rows = items.map(({ request, from, number, category, summary, on, state, answer }) => ({
    id: request,
    about: [from, `${sayDate(on, today)}转报`, category, `编号 ${number}`].join(' · '),
    words: summary,
    tag: answer && state === 'passed-up' ? '区里已答复' : STATES[state].label,
    tone: answer && state === 'passed-up' ? 'done' : STATES[state].shape,
    answer: sayAnswer(answer, today),
    waits: state === 'passed-up' && !answer,
  }));
  return { ok: true, data: { rows, ...(next !== undefined && { next }) } };
}

async function readAsked(today: LocalDate, after?: string): Promise<Result<Page>> {
  const found = await listAsked(after);
  if (!found.ok) return found;
  const { asked, next } = found.data;
  const rows = asked.map(({ note, from, kind, date, words, answer }) => ({
    id: note,
    about: [from, sayDate(date, today), NOTE_LABELS[kind].label].join(' · '),
    words,
    tag: answer ? '已答复' : '等答复',
    tone: answer ? 'done' : 'waiting',
    answer: sayAnswer(answer, today),
    waits: !answer,
  }));
  return { ok: true, data: { rows, ...(next !== undefined && { next }) } };
}

export function readRoom(room: ListRoom, today: LocalDate, after?: string): Promise<Result<Page>> {
  return room === 'passed' ? readPassed(today, after) : readAsked(today, after);
}

export function answer(
  room: ListRoom,
  id: string,
  words: string,
  key: string,
): Promise<Result<{ request: string } | { note: string }>> {
  return room === 'passed' ? answerPassedUp(id, words, key) : answerAsked(id, words, key);
}

export function isList(room: string): room is ListRoom {
  return room === 'passed' || room === 'asked';
}

export interface ListScreen {
  items: readonly (Brought & { open: boolean })[];
  more: boolean;
  hint: string;
  empty: string;
}

const HINTS: Readonly<Record<ListRoom, { hint: string; empty: string }>> = {
  passed: { hint: '乡镇人大办写的摘要，不带名字和电话。', empty: '现在没有转报上来的事。' },
  asked: { hint: '乡镇向区里提的建议、想要的培训、请区里指导的事。', empty: '现在没有乡镇提请指导。' },
};

export function toListScreen(room: ListRoom, { rows, next }: Paged<Brought>, opened: string): ListScreen {
  const items = rows.map((row) => Object.assign({ open: row.id === opened }, row));
  return { items, more: next !== undefined, ...HINTS[room] };
}

/** The one thing that is done here; none where nothing that waits is opened. */
export function toActs({ items }: Pick<ListScreen, 'items'>): PanelAct[] {
  const one = items.find(({ open, waits }) => open && waits);
  if (!one) return [];
  const field = { name: 'words', kind: 'words', label: '区里怎么答复', limit: LIMITS.stepWords } as const;
  const words = '乡镇人大办马上看得到，发出去不能改。';
  return [{ id: one.id, label: '答复', words, yes: '发给乡镇', fields: [field] }];
}
