/** From what needs whoever opens it to the words of 工作台. */
import type { TemplateKey } from '../../contract/templates';
import { WORK_GROUPS, queueOfGroup } from '../../contract/workbench';
import type { WorkbenchView, WorkGroup, WorkGroupView, WorkRow } from '../../contract/workbench';
import { OFFICE, ROLE_LABELS } from '../../contract/roles';
import type { OfficeQueue } from '../../contract/request-lists';
import type { LocalDate } from '../../contract/wire';
import { daysBetween, sayDate, sayDay, sayMoment } from '../../view/dates';
import { toDayCard, toFigures, type DayCard, type FigureView } from './figures';
import { toToolGroups, type ToolGroup } from './tools';

export { listEntries, pageOf } from './tools';
export type { ToolId } from './tools';
export type { FigureId } from './figures';

/** What waits for the office, and the digest. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['task'];

/** Lines of a group on the screen; the rest is in its list. */
const LINES = 3;
/** Lines of all groups together, so that a full morning still fits beside the reception day. */
const ALL_LINES = 10;

export interface LineView {
  id: string;
  title: string;
  /** Village and in whose hands. */
  about: string;
  days: string;
  late: boolean;
  date: string;
}

export interface GroupView {
  group: WorkGroup;
  label: string;
  count: string;
  late: boolean;
  lines: readonly LineView[];
  /** «还有 7 件»; empty: all are shown. */
  more: string;
  /** What may be done to all of them at once. */
  all: string;
}

export interface WorkbenchScreen {
  office: string;
  who: string;
  date: string;
  asOf: string;
  groups: readonly GroupView[];
  calm: string;
  figures: readonly FigureView[];
  span: { from: LocalDate; to: LocalDate; words: string };
  day: DayCard | null;
  tools: readonly ToolGroup[];
  mayFind: boolean;
}

function sayDays(due: LocalDate | undefined, today: LocalDate): { days: string; late: boolean } {
  if (due === undefined) return { days: '', late: false };
  const left = daysBetween(today, due);
  if (left < 0) return { days: `超期${String(-left)}天`, late: true };
  return { days: left === 0 ? '今天到期' : `还有${String(left)}天`, late: false };
}

function toLine({ id, title, village, who, due, date }: WorkRow, today: LocalDate): LineView {
  const about = [village, who].filter(Boolean).join(' · ');
  return { id, title, about, date: date ?? '', ...sayDays(due, today) };
}

const LATE_GROUPS: readonly WorkGroup[] = ['overdue', 'unit-overdue', 'group-overdue'];

function toGroup(view: WorkGroupView, shown: number, today: LocalDate, mayUrge: boolean): GroupView {
  const { group, count, rows } = view;
  const lines = rows.slice(0, shown).map((row) => toLine(row, today));
  const left = count - lines.length;
  return {
    group,
    label: WORK_GROUPS[group].label,
    count: count >= 100 ? '99+' : String(count),
    late: LATE_GROUPS.includes(group),
    lines,
    more: left > 0 ? (lines.length > 0 ? `还有 ${String(left)} 件` : `${String(left)} 件，打开看`) : '',
    all: group === 'overdue' && mayUrge ? '全部催办' : '',
  };
}

/** The first groups have their lines; what no longer fits is a line with its number. */
function toGroups(views: readonly WorkGroupView[], today: LocalDate, mayUrge: boolean): GroupView[] {
  let left = ALL_LINES;
  return views.map((view) => {
    const shown = Math.min(LINES, left, view.rows.length);
    left -= shown;
    return toGroup(view, shown, today, mayUrge);
  });
}

export function toWorkbench(view: WorkbenchView): WorkbenchScreen {
  const { today, roles, day, unpublished } = view;
  const mayUrge = roles.some((role) => OFFICE.includes(role));
  const groups = toGroups(view.groups, today, mayUrge);
  return {
    office: view.office,
    who: [view.name, [...new Set(roles.map((role) => ROLE_LABELS[role]))].join('、')].join('　'),
    date: sayDay(today),
    asOf: `${sayMoment(view.asOf, today)} 的数`,
    groups,
    calm: groups.length === 0 ? '今天没有等您办的事。' : '',
    figures: toFigures(view),
    span: {
      from: view.figures?.from ?? today,
      to: view.figures?.to ?? today,
      words: view.figures ? `${sayDate(view.figures.from)}以来` : '',
    },
    day: day ? toDayCard(day, today, unpublished) : null,
    tools: toToolGroups(roles),
    mayFind: mayUrge,
  };
}

/** Where a group's list is. */
export function listOf(group: WorkGroup): { page: WorkPage; queue?: OfficeQueue; room?: 'passed' } {
  const queue = queueOfGroup(group);
  if (queue !== undefined) return { page: 'office/requests', queue };
  switch (group) {
    case 'held':
    case 'calls':
    case 'articles':
      return { page: `office/${group}` };
    case 'articles-to-approve':
      return { page: 'office/articles' };
    case 'unrecorded':
      return { page: 'office/desk' };
    case 'swaps':
      return { page: 'office/roster' };
    case 'claimed':
      return { page: 'office/roles' };
    case 'passed-up':
      return { page: 'office/district', room: 'passed' };
    case 'group-overdue':
    case 'group-untaken':
      return { page: 'deputy/group' };
    default:
      return { page: 'office/unit' };
  }
}

export type WorkPage =
  | 'office/requests'
  | 'office/held'
  | 'office/calls'
  | 'office/articles'
  | 'office/desk'
  | 'office/roster'
  | 'office/roles'
  | 'office/district'
  | 'office/unit'
  | 'deputy/group';

/** The keys of all lines in their order, for the arrows. */
export function keysOf(groups: readonly GroupView[]): string[] {
  return groups.flatMap(({ group, lines }) => lines.map(({ id }) => `${group} ${id}`));
}
