/** 代表履职: activities, doubts about records, the groups' studies, and for the chair whom to call. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import {
  ACTIVITY_KINDS,
  isOwnKind,
  labelOf,
  type ActivityKind,
  type OwnKindCard,
  type OwnUnit,
} from '../../contract/activity-kinds';
import type { ActivityCard, Dispute, StudyCell } from '../../contract/duty';
import type { Count } from '../../contract/facts';
import type { ExportedList } from '../../contract/list-export';
import type { Places } from '../../contract/registry';
import { CHIEF, type Role } from '../../contract/roles';
import type { LocalDate, Output } from '../../contract/wire';
import { kindLabel, personNames, toActivityLine, type ActivityLine } from '../../view/activity-words';
import { sayDay } from '../../view/dates';
import { toOpinionLine, type OpinionLine } from '../view/opinion-lines';

export type ListId = 'activities' | 'opinions' | 'disputes' | 'study' | 'quiet';

/** Months without anything noted after which a deputy stands among those to call. */
export const QUIET_MONTHS = 6;

export function listsFor(roles: readonly Role[]): Choice[] {
  const chief = roles.some((role) => CHIEF.includes(role));
  return [
    { id: 'activities', text: '活动' },
    { id: 'opinions', text: '视察意见' },
    { id: 'disputes', text: '档案疑问' },
    { id: 'study', text: '小组学习' },
    ...(chief ? [{ id: 'quiet', text: '要联系的代表' }] : []),
  ];
}

/** What the activities are narrowed to: '' is all of them. */
export function listKinds(own: readonly OwnKindCard[]): { kind: ActivityKind | ''; text: string }[] {
  // Of tied households there is no list.
  const brought = ACTIVITY_KINDS.filter((kind) => kind !== 'tied-help');
  const kinds = [...own.map(({ id }): ActivityKind => `own-${id}`), ...brought];
  return [{ kind: '', text: '全部活动' }, ...kinds.map((kind) => ({ kind, text: labelOf(kind) ?? '' }))];
}

const UNITS: Readonly<Record<OwnUnit, string>> = {
  sessions: '场次',
  matters: '件',
  visits: '户次',
  households: '户',
};

/** 今年 3 件; '' for what the product brings, which is counted on the workbench and in the report. */
export function sayFigure(
  kind: ActivityKind | '',
  { n, unknown }: Pick<Count, 'n' | 'unknown'>,
  own: readonly OwnKindCard[],
): string {
  const row = own.find(({ id }) => kind === `own-${id}`);
  if (!row || !isOwnKind(kind)) return '';
  const apart = unknown > 0 ? `，另有${String(unknown)}次没有写哪一户` : '';
  return `今年 ${String(n)} ${UNITS[row.unit]}${apart}`;
}

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

/** What 导出 takes of each: the list as it stands there. */
const TAKEN: Readonly<Record<ListId, (year: number, kind: ActivityKind | '') => ExportedList>> = {
  activities: (_year, kind) => (kind === '' ? { list: 'activities' } : { list: 'activities', kind }),
  opinions: () => ({ list: 'opinions' }),
  disputes: () => ({ list: 'disputes' }),
  study: (year) => ({ list: 'studies', year }),
  quiet: () => ({ list: 'quiet', months: QUIET_MONTHS }),
};

export function toTaken(list: ListId, year: number, kind: ActivityKind | ''): ExportedList {
  return TAKEN[list](year, kind);
}

export interface DisputeLine {
  dispute: string;
  title: string;
  who: string;
  words: string;
  activity: string;
}

export interface StudyRow {
  group: string;
  name: string;
  months: readonly { month: string; text: string; state: 'held' | 'planned' | 'missed' | 'none' }[];
}

export interface DutyScreen {
  activities: readonly ActivityLine[];
  opinions: readonly OpinionLine[];
  disputes: readonly DisputeLine[];
  study: readonly StudyRow[];
  quiet: readonly { person: string; name: string; group: string; ask: string }[];
}

export const NOTHING: DutyScreen = { activities: [], opinions: [], disputes: [], study: [], quiet: [] };

export function toActivityLines(
  cards: readonly ActivityCard[],
  places: Places | undefined,
  today: LocalDate,
): ActivityLine[] {
  return cards.map((card) => toActivityLine(card, places, today));
}

/** Open ones of all inspections, nearest date first. */
export function toOpinionLines(
  { opinions }: Output<'duty', 'listOpinions'>,
  places: Places | undefined,
  today: LocalDate,
): OpinionLine[] {
  const units = new Map(places?.units.map(({ id, name }) => [id, name]));
  return opinions.map((opinion) => {
    const { activity, title, unit } = opinion;
    const about = [units.get(unit) ?? '', title].filter(Boolean).join(' · ');
    return toOpinionLine(opinion, { activity, about }, today);
  });
}

export function toDisputeLines(disputes: readonly Dispute[], places: Places | undefined): DisputeLine[] {
  return disputes.map(({ dispute, kind, date, person, words, source }) => ({
    dispute,
    title: `${kindLabel(kind)} · ${sayDay(date)}`,
    who: personNames(places, [person]),
    words,
    activity: source.kind === 'activity' ? source.id : '',
  }));
}

function cellState(cell: StudyCell | undefined): StudyRow['months'][number]['state'] {
  if (!cell) return 'none';
  if (cell.held > 0) return 'held';
  return cell.missed > 0 ? 'missed' : 'planned';
}

const CELL_WORDS = { held: '已学', planned: '已排', missed: '待登记', none: '—' } as const;

export function toStudyRows(
  { groups, cells }: Output<'duty', 'studyGrid'>,
  places: Places | undefined,
  year: number,
): StudyRow[] {
  const byName = new Map<string, StudyCell>();
  for (const cell of cells) {
    const name = `${cell.group} ${cell.month}`;
    const { held = 0, planned = 0, missed = 0 } = byName.get(name) ?? {};
    const sum = { held: held + cell.held, planned: planned + cell.planned, missed: missed + cell.missed };
    byName.set(name, { ...cell, ...sum });
  }
  const names = new Map(places?.groups.map(({ id, name }) => [id, name]));
  return groups.map((group) => ({
    group,
    name: names.get(group) ?? '',
    months: Array.from({ length: 12 }, (_, at) => {
      const month = `${String(year)}-${String(at + 1).padStart(2, '0')}`;
      const state = cellState(byName.get(`${group} ${month}`));
      return { month: `${String(at + 1)}月`, text: CELL_WORDS[state], state };
    }),
  }));
}

/** The small thing to offer stands ready to be copied and said: nobody is called to account. */
export function toQuietLines(
  { persons }: Output<'duty', 'quietDeputies'>,
  places: Places | undefined,
): DutyScreen['quiet'][number][] {
  const names = new Map(places?.groups.map(({ id, name }) => [id, name]));
  return persons.map(({ person, name, group = '' }) => ({
    person,
    name,
    group: names.get(group) ?? '',
    ask: `${name}代表，下个接访日一起来坐坐吧，村里的事听您说说。`,
  }));
}
