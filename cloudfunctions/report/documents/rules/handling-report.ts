/**
 * 代表建议办理情况报告 (mission F2): what was handed in since a session, by category and unit, what became of it, and
 * each one by name. Two readers: the session, which reads everything, and the public, which reads counts and what the office
 * published in its own words, without a deputy's name. Judgement is left to whoever signs it.
 */
import { SUGGESTION_STATES } from '../../../../miniprogram/contract/congress/suggestion-labels';
import type { HandlingReader } from '../../../../miniprogram/contract/congress/papers';
import { REPLY_LABELS, SATISFACTION_LABELS } from '../../../../miniprogram/contract/labels';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { counts, countSuggestions } from '../../../congress/suggestion/rules/figures';
import type { SuggestionDocument } from '../../../congress/suggestion/rules/suggestion-document';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import type { Block, Sheet } from './sheet';
import { footOf, sayDated } from './words';

export type Handled = Pick<
  SuggestionDocument,
  | 'number'
  | 'title'
  | 'lead'
  | 'category'
  | 'state'
  | 'open'
  | 'due'
  | 'session'
  | 'submittedOn'
  | 'unit'
  | 'replies'
  | 'opinion'
  | 'answeredOn'
  | 'redone'
  | 'promise'
  | 'key'
  | 'inPlan'
  | 'published'
>;

export interface HandlingFacts {
  reader: HandlingReader;
  /** 镇十八届人大一次会议; empty: none is over yet, and it counts from the term's first day. */
  since: string;
  from: LocalDate;
  today: LocalDate;
  /** All of the township; those of the time before are left out here. */
  suggestions: readonly Handled[];
}

type Rows = readonly Handled[];
const said = (count: number): string => String(count);
const late = ({ open, due }: Handled, today: LocalDate): boolean => open && due < today;
const sayReply = (reply: Handled['replies'][number] | undefined): string =>
  reply ? REPLY_LABELS[reply.class] : '';

function heading(line: string): Block {
  return { line, size: 'large', bold: true };
}

function count(rows: Rows, is: (one: Handled) => boolean): number {
  return rows.filter(is).length;
}

function wholeLines(rows: Rows, all: Rows, today: LocalDate): Block[] {
  const { total, open, answered, done, promised } = countSuggestions(rows);
  const inSession = count(rows, ({ session }) => session !== undefined);
  const letters = count(all, ({ state }) => state === 'letter');
  const passed = count(rows, ({ state }) => state === 'passed-up');
  const opinions = (opinion: 'satisfied' | 'basic' | 'dissatisfied') =>
    `${SATISFACTION_LABELS[opinion]}${said(count(rows, (one) => one.opinion?.opinion === opinion))}件`;
  const aside = [
    ...(passed > 0 ? [`转报区人大${said(passed)}件`] : []),
    ...(letters > 0 ? [`另有作代表来信处理的${said(letters)}件，不计在内`] : []),
  ];
  return [
    {
      line: `共收到代表建议${said(total)}件，其中会议期间${said(inSession)}件，闭会期间${said(total - inSession)}件。已经办复${said(answered)}件，其中落实${said(done)}件，承诺办理${said(promised)}件；正在办理${said(open)}件，其中超期${said(count(rows, (one) => late(one, today)))}件。`,
      indent: true,
    },
    {
      line: `代表对办理情况：${opinions('satisfied')}，${opinions('basic')}，${opinions('dissatisfied')}；重新办理过的${said(count(rows, ({ redone }) => redone > 0))}件。`,
      indent: true,
    },
    ...(aside.length > 0 ? [{ line: `${aside.join('；')}。`, indent: true }] : []),
  ];
}

/** Ids in the order in which they are told: the most first. */
function idsBy(rows: Rows, of: (one: Handled) => string | undefined): string[] {
  const counted = new Map<string, number>();
  for (const one of rows) {
    const id = of(one);
    if (id !== undefined) counted.set(id, (counted.get(id) ?? 0) + 1);
  }
  return [...counted].sort(([, one], [, other]) => other - one).map(([id]) => id);
}

function categoryTable({ categories }: Directory, rows: Rows): Block[] {
  const told = idsBy(rows, ({ category }) => category).map((id) => {
    const own = countSuggestions(rows.filter(({ category }) => category === id));
    const { total, answered, done, promised, open } = own;
    return [nameOf(categories, id), ...[total, answered, done, promised, open].map(said)];
  });
  const head = ['类别', '件数', '办复', '落实', '承诺', '正在办'];
  return [{ columns: [35, 13, 13, 13, 13, 13], head, rows: told }];
}

function unitTable({ units }: Directory, rows: Rows, today: LocalDate): Block[] {
  const told = idsBy(rows, ({ unit }) => unit).map((id) => {
    const own = rows.filter(({ unit }) => unit === id);
    const { total, answered, open } = countSuggestions(own);
    const overdue = count(own, (one) => late(one, today));
    const unhappy = count(own, ({ opinion }) => opinion?.opinion === 'dissatisfied');
    return [nameOf(units, id), ...[total, answered, open, overdue, unhappy].map(said)];
  });
  if (told.length === 0) return [{ line: '还没有交办给单位的。' }];
  const head = ['承办单位', '件数', '办复', '正在办', '超期', '不满意'];
  return [{ columns: [35, 13, 13, 13, 13, 13], head, rows: told }];
}

function overseenTable({ units }: Directory, rows: Rows): Block[] {
  const told = rows.flatMap(({ number, title, unit = '', key, inPlan, state }) => {
    const why = [...(key?.state === 'decided' ? ['重点督办'] : []), ...(inPlan ? ['年度工作计划'] : [])];
    return why.length === 0
      ? []
      : [[number, title, nameOf(units, unit), why.join('、'), SUGGESTION_STATES[state].label]];
  });
  if (told.length === 0) return [{ line: '没有列入重点督办或年度工作计划的。' }];
  const head = ['编号', '题目', '承办单位', '列入', '进展'];
  return [{ columns: [17, 36, 17, 15, 15], head, rows: told }];
}

function openTable({ units }: Directory, rows: Rows, today: LocalDate): Block[] {
  const told = rows
    .filter(({ open }) => open)
    .map((one) => {
      const { number, title, unit = '', state, promise, due } = one;
      const day = promise ? `承诺${sayDated(promise.doneBy)}` : sayDated(due);
      return [
        number,
        title,
        nameOf(units, unit),
        SUGGESTION_STATES[state].label,
        late(one, today) ? `${day}，超期` : day,
      ];
    });
  if (told.length === 0) return [{ line: '没有正在办理的，全部办结。' }];
  const head = ['编号', '题目', '承办单位', '到哪一步', '期限'];
  return [{ columns: [17, 34, 16, 16, 17], head, rows: told }];
}

function answeredTable({ units, people }: Directory, rows: Rows): Block[] {
  const answered = rows.filter(({ answeredOn }) => answeredOn !== undefined);
  const told = answered.map(({ number, title, lead, unit = '', replies, opinion }) => {
    const last = replies.at(-1);
    return [
      number,
      title,
      nameOf(people, lead),
      nameOf(units, unit),
      last ? `${sayReply(last)}\n${last.letter}` : '',
      opinion ? SATISFACTION_LABELS[opinion.opinion] : '',
    ];
  });
  if (told.length === 0) return [{ line: '还没有办复的。' }];
  const head = ['编号', '题目', '领衔代表', '承办单位', '答复', '代表意见'];
  return [{ columns: [16, 30, 12, 15, 16, 11], head, rows: told }];
}

function sessionBlocks(directory: Directory, rows: Rows, { suggestions, today }: HandlingFacts): Block[] {
  return [
    heading('一、总的情况'),
    ...wholeLines(rows, suggestions, today),
    heading('二、按类别'),
    ...categoryTable(directory, rows),
    heading('三、按承办单位'),
    ...unitTable(directory, rows, today),
    heading('四、重点督办和列入年度工作计划的'),
    ...overseenTable(directory, rows),
    heading('五、正在办理和承诺办理的'),
    ...openTable(directory, rows, today),
    heading('六、存在的问题和下一步打算'),
    { line: '（由报告人填写）', indent: true },
    heading('附：已经办复的代表建议'),
    ...answeredTable(directory, rows),
  ];
}

/** What is published of one category, as the office worded it; of the rest how many there are. */
function publicCategory({ categories, units }: Directory, rows: Rows, id: string): Block[] {
  const own = rows.filter(({ category }) => category === id);
  const told = own.flatMap(({ published, unit = '', replies }) =>
    published ? [[published.title, nameOf(units, unit), published.result, sayReply(replies.at(-1))]] : [],
  );
  const { total, answered, open } = countSuggestions(own);
  const rest = total - told.length;
  const head = ['建议', '承办单位', '办理情况', '结果'];
  return [
    heading(nameOf(categories, id)),
    {
      line: `${said(total)}件，办复${said(answered)}件，正在办理${said(open)}件。`,
    },
    ...(told.length === 0 ? [] : [{ columns: [30, 16, 38, 16], head, rows: told }]),
    ...(rest > 0 && told.length > 0 ? [{ line: `另有${said(rest)}件没有公开内容。` }] : []),
  ];
}

function publicBlocks(directory: Directory, rows: Rows): Block[] {
  const { total, answered, done, promised, open } = countSuggestions(rows);
  return [
    {
      line: `共收到代表建议${said(total)}件，办复${said(answered)}件，其中落实${said(done)}件，承诺办理${said(promised)}件；正在办理${said(open)}件。`,
      indent: true,
    },
    ...idsBy(rows, ({ category }) => category).flatMap((id) => publicCategory(directory, rows, id)),
  ];
}

/** Those handed in on or after `from`; what was drafted, taken back or treated as a letter is none. */
export function makeHandlingReport(directory: Directory, facts: HandlingFacts): Sheet {
  const { reader, since, from, today } = facts;
  const within = facts.suggestions.filter(
    ({ submittedOn }) => submittedOn !== undefined && submittedOn >= from,
  );
  const rows = within.filter(counts);
  const name = reader === 'session' ? '代表建议办理情况报告' : '代表建议办理情况公开';
  const span = since === '' ? `自${sayDated(from)}本届开始以来` : `自${since}（${sayDated(from)}）以来`;
  const none: Block = { line: '这段时间没有收到代表建议。', indent: true };
  const body =
    reader === 'session'
      ? sessionBlocks(directory, rows, { ...facts, suggestions: within })
      : publicBlocks(directory, rows);
  return {
    name: `${name}（截至${sayDated(today)}）`,
    title: `${directory.card.name}人大${name}`,
    blocks: [
      { line: `${span}，截至${sayDated(today)}。`, align: 'center' },
      ...(rows.length === 0 ? [none] : body),
      {
        line: '办复：已经书面答复，代表也填了意见。落实：最后一次答复是 A。承诺：答复是 B、C，还没有再次答复。',
        size: 'small',
      },
    ],
    foot: footOf(directory.card),
  };
}
