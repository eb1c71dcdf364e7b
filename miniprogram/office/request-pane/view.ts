/** One request beside the office's list: its words, the legal acts, what can be printed, what is like it. */
import type { PanelAct, Values } from '../../contract/shapes';
import type { RequestSheet } from '../../components/request-sheet/request-sheet';
import type { Places } from '../../contract/registry';
import { ACTS } from '../../contract/request-acts';
import { mainActOf } from '../../contract/request-main-act';
import type { RequestCard, RequestView } from '../../contract/request';
import type { RequestAct, StepInput } from '../../contract/request-life';
import type { Proposed } from '../../contract/request-lists';
import type { LocalDate } from '../../contract/wire';
import { toPanelActs, toStep } from '../../view/acts';
import { sayDate, sayMoment } from '../../view/dates';
import { toRequestWords } from '../../view/request-sheet';

export type PrintId = 'assignment' | 'reply' | 'receipt';

export interface PaneScreen {
  request: RequestSheet;
  acts: readonly PanelAct[];
  rev: string;
  prints: readonly { id: PrintId; text: string }[];
  /** What the district said to what was passed up; ''. */
  district: string;
  /** 调度, newest first. */
  dispatches: readonly string[];
  similar: readonly { request: string; title: string; about: string }[];
}

export interface PaneSource {
  view: RequestView;
  places: Places | undefined;
  similar: readonly RequestCard[];
  today: LocalDate;
}

function listPrints({ reader, assignment, replies }: RequestView): PaneScreen['prints'] {
  const receipt = reader === 'office' ? [{ id: 'receipt' as const, text: '打印登记回执' }] : [];
  if (reader !== 'office' && reader !== 'owner') return [];
  return [
    ...receipt,
    ...(assignment ? [{ id: 'assignment' as const, text: '打印转办单' }] : []),
    ...(replies.length > 0 ? [{ id: 'reply' as const, text: '打印答复单' }] : []),
  ];
}

/** What the district said is what the asker is told. */
function fromDistrict({ passedUp }: RequestView): Readonly<Partial<Record<RequestAct, Values>>> {
  return passedUp?.answer ? { reply: { words: passedUp.answer.words } } : {};
}

/** 交办 says by when the unit answers; the usual day stands there and may be changed. */
function withReplyDay(acts: readonly PanelAct[], { view: { replyDays }, today }: PaneSource): PanelAct[] {
  if (!replyDays) return [...acts];
  const { first: from, usual, latest: to } = replyDays;
  const hint = `通常${sayDate(usual, today)}；再晚的，请在交办意见里写明原因。`;
  const day = { name: 'replyBy', label: '哪天前答复', hint, kind: 'date', from, to } as const;
  return acts.map((act) => {
    if (act.id !== 'assign') return act;
    const [words] = act.fields.slice(-1);
    const others = act.fields.slice(0, -1);
    const fields = words ? [...others, day, words] : [...others, day];
    return Object.assign({}, act, { fields, values: Object.assign({ replyBy: usual }, act.values) });
  });
}

export function toPaneScreen(source: PaneSource): PaneScreen {
  const { view, places, similar, today } = source;
  const category = places?.categories.find(({ name }) => name === view.category)?.id;
  const { group } = view.owner;
  const summary = view.summary ?? '';
  return {
    request: toRequestWords(view, today),
    acts: withReplyDay(
      toPanelActs(view.acts, {
        places,
        category,
        group,
        lead: view.assignment?.lead.unit,
        similar,
        today,
        main: mainActOf(view) ?? null,
        values: {
          ...fromDistrict(view),
          passUp: { summary },
          release: { summary },
          setTitle: { title: view.title },
          // Of place and subject alone: the title may be the asker's own words.
          offer: { title: `${view.village}：${view.category}` },
        },
      }),
      source,
    ),
    rev: String(view.rev),
    prints: listPrints(view),
    district: view.passedUp?.answer?.words ?? '',
    dispatches: view.dispatches.map(({ at, words }) => `${sayMoment(at, today)}\u3000${words}`),
    similar: similar.map(({ request, title, number, village, sentence }) => ({
      request,
      title,
      about: [number, village, sentence].join(' · '),
    })),
  };
}

/** The text without what is proposed for removal. */
export function takeOut({ text, remove }: Proposed): string {
  const spans = [...remove].sort((a, b) => b.from - a.from);
  return spans.reduce((left, { from, to }) => `${left.slice(0, from)}某${left.slice(to)}`, text);
}

function listRemoved({ text, remove }: Proposed): string[] {
  return remove.map(({ from, to }) => text.slice(from, to));
}

/** What stands in the fields of 公开 at first, and what was taken out of it. */
export function toDraft(draft: Readonly<Record<'title' | 'summary' | 'result', Proposed>>): {
  values: Values;
  removed: string;
} {
  const { title, summary, result } = draft;
  const removed = [title, summary, result].flatMap(listRemoved);
  return {
    values: { title: takeOut(title), summary: takeOut(summary), result: takeOut(result) },
    removed: removed.length > 0 ? `已经替您去掉：${[...new Set(removed)].join('、')}。请再看一遍。` : '',
  };
}

/** The office enters a reply that came on paper; the unit writes its own. */
export function readStep(id: string, values: Values, view: RequestView): StepInput {
  const step = toStep(id, values, view.reader !== 'unit');
  const { replyBy } = values;
  return step.act === 'assign' && typeof replyBy === 'string' ? { ...step, replyBy } : step;
}

export function sayDone({ act }: StepInput): string {
  return `记下了：${ACTS[act].label}。`;
}

export function mayMerge(acts: readonly RequestAct[]): boolean {
  return acts.includes('merge');
}
