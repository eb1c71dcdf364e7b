/** A change of term as the office sees it: how far it is, what hangs on those who leave, who was elected. */
import { ELECTED_LABELS, FAULT_LABELS, TERM_LABELS } from '../../contract/congress/term';
import type { ElectedRow, LeavingRow, ListFault, TermView } from '../../contract/congress/term';
import type { LocalDate } from '../../contract/wire';
import { sayDate, sayDay } from '../../view/dates';
import { hangsOn } from '../view/leaving';

export interface TermScreen {
  title: string;
  day: string;
  state: string;
  tone: 'waiting' | 'in-hand' | 'done';
  steps: readonly { words: string; done: boolean }[];
  warnings: readonly string[];
  rows: readonly { row: string; name: string; words: string }[];
  count: string;
  /** The list may be changed. */
  preparing: boolean;
}

export interface LeavingLine {
  person: string;
  name: string;
  words: string;
  requests: string;
  suggestions: string;
  visits: string;
  ties: string;
  seats: string;
  clear: boolean;
}

function listSteps(view: TermView, leaving: readonly LeavingRow[], today: LocalDate): TermScreen['steps'] {
  const { rows, examined, notice, opens, state } = view;
  const open = leaving.filter((one) => hangsOn(one) > 0).length;
  const published = state === 'published' || state === 'opened';
  return [
    {
      words: rows.length > 0 ? `当选名单：${String(rows.length)}位` : '当选名单：还没有',
      done: rows.length > 0,
    },
    {
      words: examined
        ? `资格审查：${sayDate(examined.date, today)}，${examined.number}${sayVoid(view)}`
        : `资格审查：还没有登记${view.committee.length > 0 ? `（委员会：${view.committee.join('、')}）` : ''}`,
      done: examined !== undefined,
    },
    { words: published ? `公告：${notice ?? ''}` : '公告：还没有公布', done: published },
    {
      words: published
        ? open > 0
          ? `离任代表交接：还有${String(open)}位手上有事`
          : '离任代表交接：都交出去了'
        : '离任代表交接：公布名单以后开始',
      done: published && open === 0,
    },
    {
      words: `开幕：${sayDate(opens, today)}${state === 'opened' ? '，已经按新一届' : '，那天零点起按新一届'}`,
      done: state === 'opened',
    },
  ];
}

/** 「，1位当选无效（不符合选区条件）」; empty: all are deputies. */
function sayVoid({ rows, examined }: TermView): string {
  const count = rows.filter(({ invalid }) => invalid).length;
  return count === 0 ? '' : `，${String(count)}位当选无效（${examined?.words ?? ''}）`;
}

function sayRow({ kind, constituencyName, groupName, leader, presidium, invalid }: ElectedRow): string {
  return [
    ...(invalid ? ['✕ 当选无效'] : []),
    ELECTED_LABELS[kind],
    constituencyName,
    groupName,
    ...(leader ? ['组长'] : []),
    ...(presidium ? ['主席团成员'] : []),
  ].join(' · ');
}

export function toScreen(view: TermView, leaving: readonly LeavingRow[], today: LocalDate): TermScreen {
  const { name, opens, state, rows, noLeader, emptied } = view;
  const valid = rows.filter(({ invalid }) => !invalid);
  const kinds = (kind: ElectedRow['kind']) => valid.filter((row) => row.kind === kind).length;
  return {
    title: `${name}换届`,
    preparing: state === 'preparing',
    day: sayDay(opens, today),
    state: TERM_LABELS[state],
    tone: state === 'opened' ? 'done' : state === 'published' ? 'in-hand' : 'waiting',
    steps: listSteps(view, leaving, today),
    warnings: [
      ...(view.committee.length === 0 && state === 'preparing' && !view.examined
        ? ['名册里还没有代表资格审查委员会：在名册的人员里勾上它的成员。']
        : []),
      ...noLeader.map((group) => `${group}还没有组长。`),
      ...emptied.map((group) => `${group}新一届里没有人，归它的事会交给人大办。可以先改各村归哪个小组。`),
    ],
    rows: rows.map((one) => ({ row: one.row, name: one.name, words: sayRow(one) })),
    count: `当选${String(valid.length)}位：连任${String(kinds('again'))}位，名册里有${String(kinds('known'))}位，新代表${String(kinds('new'))}位`,
  };
}

export function toLeaving(one: LeavingRow, today: LocalDate): LeavingLine {
  const { person, name, lastDay, requests, suggestions, visits, ties, seats, leader } = one;
  const when = lastDay === undefined ? '已经离任' : `任到${sayDate(lastDay, today)}`;
  return {
    person,
    name,
    words: leader ? `${when} · 组长` : when,
    requests: requests > 0 ? `群众意见${String(requests)}件，交给同组` : '',
    suggestions: suggestions > 0 ? `建议${String(suggestions)}件，交给联名代表` : '',
    visits: visits > 0 ? `约定走访${String(visits)}次，交给同组` : '',
    ties: ties > 0 ? `结对${String(ties)}户，结束后另定代表` : '',
    seats: seats > 0 ? `值班${String(seats)}次，换人来坐` : '',
    clear: hangsOn(one) === 0,
  };
}

export function sayFaults(faults: readonly ListFault[]): string {
  return faults
    .map(({ line, why, text }) => `第${String(line)}行：${FAULT_LABELS[why]}「${text}」`)
    .join('\n');
}
