/**
 * 主席团季度材料 (mission G2): what the presidium looks at once a quarter, on paper. Meetings and what was decided, the
 * year's plan of supervision as it stands, 重点督办, suggestions, what is late. No villager and no deputy's difficulty is
 * named in it; of liaison it says how much there was.
 */
import type { NoteKind, TopicForm, TopicState } from '../../../../miniprogram/contract/congress/presidium';
import {
  NOTE_LABELS,
  TOPIC_FORMS,
  TOPIC_STATES,
} from '../../../../miniprogram/contract/congress/presidium-labels';
import type { SuggestionState } from '../../../../miniprogram/contract/congress/suggestion';
import { OPINION_STATES, type OpinionState } from '../../../../miniprogram/contract/opinion';
import { SUGGESTION_STATES } from '../../../../miniprogram/contract/congress/suggestion-labels';
import { STATES } from '../../../../miniprogram/contract/labels';
import type { RequestState } from '../../../../miniprogram/contract/request-life';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { sayDate } from '../../../shared/say-date';
import type { Block, Sheet } from './sheet';
import { footOf, sayFullDay } from './words';

export interface PackMeeting {
  date: LocalDate;
  due: number;
  persons: readonly string[];
  items: readonly { title: string; for: number; against: number; abstain: number; passed: boolean }[];
}

export interface PackTopic {
  title: string;
  form: TopicForm;
  on: LocalDate;
  state: TopicState;
  due: LocalDate;
  unit?: string;
}

export interface PackSuggestion {
  number: string;
  title: string;
  state: SuggestionState;
  open: boolean;
  due: LocalDate;
  unit?: string;
  key?: { state: 'proposed' | 'decided' };
  submittedOn?: LocalDate;
  answeredOn?: LocalDate;
}

export interface PackRequest {
  number: string;
  category: string;
  village: string;
  state: RequestState;
  due: LocalDate;
  key?: true | 'asked';
}

/** A 视察意见 that somebody has to do something about. */
export interface PackOpinion {
  /** Of the inspection. */
  title: string;
  date: LocalDate;
  state: OpinionState;
  due: LocalDate;
  unit: string;
  key?: { state: 'proposed' | 'decided' };
}

export interface Pack {
  year: number;
  quarter: number;
  today: LocalDate;
  meetings: readonly PackMeeting[];
  topics: readonly PackTopic[];
  suggestions: readonly PackSuggestion[];
  /** Open ones. */
  requests: readonly PackRequest[];
  opinions: readonly PackOpinion[];
  notes: readonly { kind: NoteKind; date: LocalDate; settled: boolean }[];
}

export interface Quarter {
  from: LocalDate;
  to: LocalDate;
}

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const;
const NUMBERS = ['一', '二', '三', '四'] as const;
/** Late ones that are told by number; of more their count is said. */
const TOLD = 30;

/** 2026, 4 → 2026-10-01 to 2026-12-31. */
export function quarterOf(year: number, quarter: number): Quarter {
  const month = String((quarter - 1) * 3 + 1).padStart(2, '0');
  return { from: `${String(year)}-${month}-01`, to: `${String(year)}-${LAST_DAYS[quarter - 1] ?? '12-31'}` };
}

function within({ from, to }: Quarter): (date: LocalDate | undefined) => boolean {
  return (date) => date !== undefined && date >= from && date <= to;
}

function heading(line: string): Block {
  return { line, size: 'large', bold: true };
}

function meetingBlocks({ meetings }: Pack, span: Quarter): Block[] {
  const held = meetings.filter(({ date }) => within(span)(date));
  if (held.length === 0) return [{ line: '本季度没有登记主席团会议。主席团会议每季度至少一次。' }];
  return [...held].reverse().flatMap(({ date, due, persons, items }): Block[] => {
    const rows = items.map((item) => [
      item.title,
      `赞成${String(item.for)}，反对${String(item.against)}，弃权${String(item.abstain)}`,
      item.passed ? '通过' : '没有通过',
    ]);
    const line = { line: `${sayFullDay(date)}：应到${String(due)}人，实到${String(persons.length)}人。` };
    return rows.length === 0
      ? [line]
      : [line, { columns: [50, 32, 18], head: ['议题', '表决', '结果'], rows }];
  });
}

function topicBlocks(directory: Directory, { topics, today }: Pack): Block[] {
  if (topics.length === 0) return [{ line: '本年度还没有监督计划。' }];
  const rows = topics.map(({ title, form, on, state, due, unit }) => {
    const { type, label } = TOPIC_STATES[state];
    const late = type === 'open' && due < today ? `超期（${sayDate(due)}前）` : '';
    return [title, TOPIC_FORMS[form], sayDate(on), nameOf(directory.units, unit ?? ''), late || label];
  });
  return [{ columns: [34, 20, 14, 16, 16], head: ['题目', '方式', '计划时间', '交给', '进展'], rows }];
}

const KEY_ASKED = '已提请，待主席团决定';
const sayOpinion = ({ title, date }: PackOpinion): string => `视察意见：${title}（${sayDate(date)}）`;

function keyBlocks(directory: Directory, { suggestions, requests, opinions }: Pack): Block[] {
  const fromSuggestions = suggestions.flatMap(({ number, title, key, unit, state, open, due }) =>
    key
      ? [
          [
            number,
            title,
            nameOf(directory.units, unit ?? ''),
            key.state === 'proposed' ? KEY_ASKED : SUGGESTION_STATES[state].label,
            open ? sayDate(due) : '',
          ],
        ]
      : [],
  );
  const fromRequests = requests.flatMap(({ number, category, village, state, due, key }) => {
    const about = `${nameOf(directory.villages, village)}${nameOf(directory.categories, category)}`;
    if (key === undefined) return [];
    const stands = key === 'asked' ? KEY_ASKED : STATES[state].label;
    return [[number, `群众意见：${about}`, '', stands, sayDate(due)]];
  });
  const fromOpinions = opinions.flatMap((one) => {
    const { key, unit, state, due } = one;
    if (!key) return [];
    const stands = key.state === 'proposed' ? KEY_ASKED : OPINION_STATES[state].label;
    return [['', sayOpinion(one), nameOf(directory.units, unit), stands, sayDate(due)]];
  });
  const rows = [...fromSuggestions, ...fromRequests, ...fromOpinions];
  if (rows.length === 0) return [{ line: '没有列入重点督办的。' }];
  return [{ columns: [16, 36, 16, 20, 12], head: ['编号', '内容', '承办单位', '进展', '期限'], rows }];
}

function suggestionLine({ suggestions }: Pack, span: Quarter): string {
  const counted = suggestions.filter(
    ({ submittedOn, state }) => submittedOn !== undefined && state !== 'withdrawn' && state !== 'letter',
  );
  const isIn = within(span);
  const made = counted.filter(({ submittedOn }) => isIn(submittedOn)).length;
  const answered = counted.filter(({ answeredOn }) => isIn(answeredOn)).length;
  const open = counted.filter((one) => one.open).length;
  return `本季度代表提出建议${String(made)}条，办复${String(answered)}条；现在还在办理${String(open)}条。`;
}

function lateBlocks(directory: Directory, { suggestions, requests, opinions, today }: Pack): Block[] {
  const lateSuggestions = suggestions.filter(
    ({ open, due, submittedOn }) => open && submittedOn && due < today,
  );
  const lateRequests = requests.filter(({ due }) => due < today);
  const lateOpinions = opinions.filter(({ due }) => due < today);
  const rows = [
    ...lateSuggestions.map(({ number, title, unit, due }) => {
      return [number, title, nameOf(directory.units, unit ?? ''), sayDate(due)];
    }),
    ...lateRequests.map(({ number, category, village, due }) => {
      const about = `${nameOf(directory.villages, village)}${nameOf(directory.categories, category)}`;
      return [number, `群众意见：${about}`, '', sayDate(due)];
    }),
    ...lateOpinions.map((one) => ['', sayOpinion(one), nameOf(directory.units, one.unit), sayDate(one.due)]),
  ];
  const counts = [
    `超期的代表建议${String(lateSuggestions.length)}条`,
    `群众意见${String(lateRequests.length)}件`,
    `视察意见${String(lateOpinions.length)}条。`,
  ].join('，');
  if (rows.length === 0) return [{ line: '没有超期的。' }];
  const told = rows.length > TOLD ? [{ line: `下面列出其中${String(TOLD)}件，其余在工作台看。` }] : [];
  const table = {
    columns: [18, 46, 20, 16],
    head: ['编号', '内容', '承办单位', '应办好'],
    rows: rows.slice(0, TOLD),
  };
  return [{ line: counts }, ...told, table];
}

function liaisonLines({ notes }: Pack, span: Quarter): Block[] {
  const own = notes.filter(({ date }) => within(span)(date));
  if (own.length === 0) return [{ line: '本季度没有登记联系代表的情况。' }];
  return (Object.keys(NOTE_LABELS) as NoteKind[]).flatMap((kind) => {
    const some = own.filter((note) => note.kind === kind);
    const { label } = NOTE_LABELS[kind];
    const done = some.filter((note) => note.settled).length;
    return some.length === 0
      ? []
      : [{ line: `${label}${String(some.length)}件，其中有了结果的${String(done)}件。` }];
  });
}

export function makePresidiumPack(directory: Directory, pack: Pack): Sheet {
  const { year, quarter, today } = pack;
  const span = quarterOf(year, quarter);
  const name = `主席团${String(year)}年第${NUMBERS[quarter - 1] ?? ''}季度材料`;
  return {
    name,
    title: `${directory.card.name}人大${name}`,
    blocks: [
      heading('一、主席团会议'),
      ...meetingBlocks(pack, span),
      heading(`二、${String(year)}年监督计划`),
      ...topicBlocks(directory, pack),
      heading('三、重点督办'),
      ...keyBlocks(directory, pack),
      heading('四、代表建议'),
      { line: suggestionLine(pack, span) },
      heading('五、超期事项'),
      ...lateBlocks(directory, pack),
      heading('六、联系代表'),
      ...liaisonLines(pack, span),
      {
        line: `季度内的数按${sayDate(span.from)}至${sayDate(span.to)}计，现状按 ${sayFullDay(today)}。`,
        size: 'small',
      },
    ],
    foot: footOf(directory.card),
  };
}
