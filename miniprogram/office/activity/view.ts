/** One activity for the office: its 视察意见, and to which unit the next one goes. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { KINDS } from '../../contract/activity-kinds';
import type { ActivityView, Opinion } from '../../contract/duty';
import type { Places } from '../../contract/registry';
import type { LocalDate } from '../../contract/wire';
import { kindLabel, toParts } from '../../view/activity-words';
import { daysBetween, sayDay } from '../../view/dates';

export interface OpinionLine {
  opinion: string;
  words: string;
  unit: string;
  state: string;
  tone: 'waiting' | 'done' | 'late';
  answer: string;
}

export interface OfficeActivity {
  title: string;
  day: string;
  parts: readonly { label: string; text: string }[];
  sites: readonly Choice[];
  opinions: readonly OpinionLine[];
  /** Opinions are transferred from what was inspected or researched. */
  mayTransfer: boolean;
  /** People are invited, or answered: the page with the list shows them. */
  guests: string;
  units: readonly Choice[];
}

function toLine(
  { opinion, site, words, unit, due, state, answer = '' }: Opinion,
  units: ReadonlyMap<string, string>,
  today: LocalDate,
): OpinionLine {
  const late = state !== 'answered' && daysBetween(due, today) > 0;
  return {
    opinion,
    words: [site, words].filter(Boolean).join('：'),
    unit: units.get(unit) ?? '',
    state: state === 'answered' ? '已答复' : late ? `过了 ${sayDay(due)}` : `${sayDay(due)}前答复`,
    tone: state === 'answered' ? 'done' : late ? 'late' : 'waiting',
    answer,
  };
}

export function toOfficeActivity(
  view: ActivityView,
  places: Places | undefined,
  today: LocalDate,
): OfficeActivity {
  const units = new Map(places?.units.map(({ id, name }) => [id, name]));
  const { kind, state, invited } = view;
  return {
    title: [kindLabel(kind), view.title].filter(Boolean).join('：'),
    day: [sayDay(view.date, today), view.entered ? '补录' : ''].filter(Boolean).join(' · '),
    parts: toParts(view, places),
    sites: view.sites.map(({ name }) => ({ id: name, text: name })),
    opinions: view.opinions.map((opinion) => toLine(opinion, units, today)),
    mayTransfer: state === 'held' && KINDS[kind].heading === 'inspections',
    guests: invited.length > 0 ? `名单 ${String(invited.length)} 人，请假和到会` : '名单、到会和撤回',
    units: (places?.units ?? []).map(({ id, name }) => ({ id, text: name })),
  };
}
