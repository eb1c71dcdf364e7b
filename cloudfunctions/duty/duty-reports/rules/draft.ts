/** A draft of 述职 from the ledger's rows of one deputy: numbers in the ledger's own units, never a judgement. */
import { isActivityKind, isOwnKind, KINDS, labelOf } from '../../../../miniprogram/contract/activity-kinds';
import {
  DUTY_REPORT_LIMITS,
  DUTY_REPORT_PARTS,
  type DutyReportPart,
} from '../../../../miniprogram/contract/duty-report';
import { HEADINGS, type Heading, type Unit } from '../../../../miniprogram/contract/facts';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { sayDate } from '../../../shared/say-date';
import { countRows } from '../../ledger/rules/count';

export interface DraftedFact {
  kind: string;
  date: LocalDate;
  heading?: Heading;
  party?: string;
  household?: string;
  /** What it was called. */
  title?: string;
}

export interface Standing {
  name: string;
  /** 镇人大代表 */
  level: string;
  group?: string;
  /** The days that the report is about, both inclusive. */
  from: LocalDate;
  to: LocalDate;
}

const OTHERS: Readonly<Record<string, { label: string; unit: Unit }>> = {
  reception: { label: '接待群众', unit: 'attendances' },
  'request-answered': { label: '答复群众意见', unit: 'matters' },
  'request-solved': { label: '解决群众意见', unit: 'matters' },
  'session-attended': { label: '出席人代会', unit: 'sessions' },
  'session-spoke': { label: '审议发言', unit: 'sessions' },
  'meeting-attended': { label: '参加主席团会议', unit: 'sessions' },
  'suggestion-made': { label: '提出代表建议', unit: 'matters' },
  'suggestion-answered': { label: '收到代表建议答复', unit: 'matters' },
  'bill-moved': { label: '提出或联名议案', unit: 'matters' },
};

const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  people: '人',
  attendances: '人次',
  households: '户',
  visits: '户次',
  matters: '件',
  sessions: '次',
};

/** Under these each one is named with its day; of the others the number says it. */
const NAMED: readonly Heading[] = ['inspections', 'training', 'group', 'suggestions', 'awards'];
const NAMES = 8;

function rowOf(kind: string): { label: string; unit: Unit } | undefined {
  // Of the township's own: each time is one, in whatever unit the township counts it.
  if (isOwnKind(kind)) return { label: labelOf(kind) ?? '', unit: 'sessions' };
  return isActivityKind(kind) ? KINDS[kind] : OTHERS[kind];
}

/** 入户走访12户次（8户） */
function sayKind(kind: string, facts: readonly DraftedFact[]): string | undefined {
  const row = rowOf(kind);
  if (!row) return undefined;
  const said = `${row.label}${String(facts.length)}${UNIT_WORDS[row.unit]}`;
  const apart: Unit | undefined =
    kind === 'household-visit' ? 'households' : kind === 'reception' ? 'people' : undefined;
  if (apart === undefined) return said;
  const { n, unknown } = countRows(apart, facts);
  const known = unknown === 0 ? '' : `，其中${String(unknown)}次没有登记是谁`;
  return n === 0 ? said : `${said}（${String(n)}${UNIT_WORDS[apart]}${known}）`;
}

function sayNames(facts: readonly DraftedFact[]): string {
  const titled = facts.filter(({ title = '' }) => title !== '');
  if (titled.length === 0) return '';
  const shown = titled.slice(-NAMES).map(({ date, title = '' }) => `${sayDate(date)}${title}`);
  return `${titled.length > NAMES ? '最近的是：' : '分别是：'}${shown.join('；')}。`;
}

function sayHeading(heading: Heading, facts: readonly DraftedFact[]): string | undefined {
  const kinds = [...new Set(facts.map(({ kind }) => kind))];
  const counted = kinds.flatMap((kind) => {
    const own = facts.filter((fact) => fact.kind === kind);
    return sayKind(kind, own) ?? [];
  });
  if (counted.length === 0) return undefined;
  const names = NAMED.includes(heading) ? sayNames(facts) : '';
  return `${counted.join('，')}。${names}`;
}

/** Cut at the end of a sentence or clause, so that what is too long still reads. */
function fit(words: string): string {
  const { part } = DUTY_REPORT_LIMITS;
  if (words.length <= part) return words;
  const cut = words.slice(0, part);
  const end = Math.max(cut.lastIndexOf('；'), cut.lastIndexOf('。'));
  return end > 0 ? `${cut.slice(0, end)}。` : cut;
}

function sayFull(date: LocalDate): string {
  return `${date.slice(0, 4)}年${sayDate(date)}`;
}

/** `facts` oldest first. The part about what is ahead is the deputy's own, and stays empty. */
export function draftParts(
  { name, level, group, from, to }: Standing,
  facts: readonly DraftedFact[],
): Partial<Record<DutyReportPart, string>> {
  const member = group === undefined ? '' : `，在${group}参加活动`;
  const basis = `我是${level}${name}${member}。现将${sayFull(from)}至${sayFull(to)}履行代表职务的情况报告如下。`;
  const headings = (Object.keys(HEADINGS) as Heading[]).flatMap((heading) => {
    const own = facts.filter((fact) => fact.heading === heading);
    const said = sayHeading(heading, own);
    return said === undefined ? [] : [[heading, fit(said)] as const];
  });
  return { basis, ...(Object.fromEntries(headings) as Partial<typeof DUTY_REPORT_PARTS>) };
}
