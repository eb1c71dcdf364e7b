/** Rows of the presidium's room. */
import { NOTE_LABELS, TOPIC_ACTS, TOPIC_FORMS, TOPIC_STATES } from '../../contract/congress/presidium-labels';
import type { LiaisonView, MeetingView, NoteView, TopicView } from '../../contract/congress/presidium';
import type { ExportedList } from '../../contract/list-export';
import type { LocalDate } from '../../contract/wire';
import { sayDate, sayMoment } from '../../view/dates';

export const TABS = [
  { id: 'topics', text: '监督计划' },
  { id: 'meetings', text: '会议' },
  { id: 'liaison', text: '联系代表' },
  { id: 'guidance', text: '指导和培训' },
] as const;
export type Tab = (typeof TABS)[number]['id'];

/** What a tab is called as a list that leaves the house. */
export const LISTS: Readonly<Record<Tab, (year: number) => ExportedList>> = {
  topics: (year) => ({ list: 'topics', year }),
  meetings: (year) => ({ list: 'meetings', year }),
  liaison: () => ({ list: 'liaison' }),
  guidance: () => ({ list: 'guidance' }),
};

/** Material of one quarter. */
export interface Pack {
  id: string;
  year: number;
  quarter: number;
  text: string;
}

const QUARTERS = ['一', '二', '三', '四'] as const;

/** The quarter that runs and the one before it: '2026-02-01' → the first of 2026, the fourth of 2025. */
export function listPacks(today: LocalDate): Pack[] {
  const running = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return [running, running - 1].map((at) => {
    const [year, quarter] = [Math.floor(at / 4), (at % 4) + 1];
    return { id: String(at), year, quarter, text: `${String(year)}年第${QUARTERS[quarter - 1] ?? ''}季度` };
  });
}

export interface Row {
  id: string;
  title: string;
  tag: string;
  tone: string;
  words: string;
  lines: readonly string[];
  /** On the link that opens its acts; empty: there are none. */
  link: string;
  open: boolean;
  /** What to study, where this asks for it. */
  study?: string;
}

export function toTopicRow(topic: TopicView, opened: string, today: LocalDate): Row {
  const { topic: id, title, form, on, state, ownerName, due, heldOn, opinion, report, steps, acts } = topic;
  const { label, tone } = TOPIC_STATES[state];
  const late = due !== undefined && due < today;
  const date = due === undefined ? '' : `${sayDate(due, today)}前`;
  return {
    id,
    title,
    tag: late ? '超期' : label,
    tone: late ? 'late' : tone,
    words: [
      TOPIC_FORMS[form],
      `计划${sayDate(on, today)}`,
      ...(ownerName === '' ? [] : [`${ownerName}，${date}`]),
    ].join(' · '),
    lines: [
      ...(heldOn === undefined ? [] : [`${sayDate(heldOn, today)}开展`]),
      ...(opinion
        ? [
            `${opinion.number}（${opinion.unitName}，${sayDate(opinion.replyBy, today)}前报告）：${opinion.words}`,
          ]
        : []),
      ...(report ? [`${report.number}研究处理情况：${report.words}`] : []),
      ...(opened === id
        ? steps.map(
            ({ at, act, byName, words }) =>
              `${sayMoment(at, today)} ${byName} ${TOPIC_ACTS[act]}${words === undefined ? '' : `：${words}`}`,
          )
        : []),
    ],
    link: opened === id || acts.length === 0 ? '' : '办这一项',
    open: opened === id,
  };
}

export function toMeetingRow(
  { meeting, date, place, due, names, items, minutes }: MeetingView,
  today: LocalDate,
): Row {
  return {
    id: meeting,
    title: `${sayDate(date, today)} 主席团会议`,
    tag: '',
    tone: 'done',
    words: `${place} · 应到${String(due)}人，实到${String(names.length)}人 · 记录 ${minutes}`,
    lines: items.map(
      (item) =>
        `${item.passed ? '✓ 通过' : '○ 没有通过'}：${item.title}（赞成${String(item.for)}，反对${String(item.against)}，弃权${String(item.abstain)}）`,
    ),
    link: '',
    open: false,
  };
}

export function toNoteRow(
  note: NoteView,
  { opened, plans }: { opened: string; plans: boolean },
  today: LocalDate,
): Row {
  const { note: id, kind, date, name, byName, words, answer } = note;
  const { label, settled } = NOTE_LABELS[kind];
  return {
    id,
    title: name === undefined ? label : `${name}：${label}`,
    tag: answer ? '有结果' : '还没有结果',
    tone: answer ? 'done' : 'waiting',
    words: `${sayDate(date, today)} · ${byName}记`,
    lines: [words, ...(answer ? [`${settled}：${answer.words}（${sayDate(answer.on, today)}）`] : [])],
    link: answer || opened === id ? '' : settled,
    open: opened === id,
    ...(plans && kind === 'training' && { study: words }),
  };
}

/** Who keeps in touch with whom, by member; deputies nobody keeps in touch with come first. */
export function listPairs({ pairs, members }: LiaisonView): { id: string; title: string; words: string }[] {
  const alone = pairs.filter(({ member }) => member === '').map(({ name }) => name);
  const rows = members.map(({ person, name }) => {
    const own = pairs.filter(({ member }) => member === person).map((pair) => pair.name);
    return { id: person, title: name, words: own.length > 0 ? own.join('、') : '还没有联系代表' };
  });
  return alone.length > 0 ? [{ id: '', title: '还没有人联系', words: alone.join('、') }, ...rows] : rows;
}

/** By when the presidium meets again; empty where nobody knows. */
export function sayNextMeeting(nextBy: LocalDate | undefined, today: LocalDate): string {
  if (nextBy === undefined) return '';
  return nextBy < today
    ? `▲ 会议应当在${sayDate(nextBy)}以前开，已经过了。开过了的，请登记。`
    : `下一次会议最迟${sayDate(nextBy)}开。`;
}
