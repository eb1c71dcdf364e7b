/** From one request to the words of 进度: who has it, what happened, what comes next, who sees it. */
import type { PanelAct, Values } from '../../contract/shapes';
import { DOOR_LABELS, SATISFACTION_LABELS, STATES, WORD_LABELS } from '../../contract/labels';
import type { RequestView } from '../../contract/request';
import type { RequestAct, Satisfaction, StepInput } from '../../contract/request-life';
import type { TemplateKey } from '../../contract/templates';
import type { LocalDate } from '../../contract/wire';
import { toPanelActs, toStep } from '../../view/acts';
import { sayDate, sayMoment } from '../../view/dates';
import { toRequestWords } from '../../view/request-sheet';
import type { RequestWords } from '../../view/request-sheet';

/** Each step towards the answer, and the answer. */
export const REMIND_ABOUT: readonly TemplateKey[] = ['progress'];
export const REMIND_WORDS = '有人接了、有答复了，微信告诉您。点一下，提醒一次。';

export interface ProgressScreen extends RequestWords {
  /** Something is still to come. */
  open: boolean;
  acts: readonly PanelAct[];
  /** What is asked above the buttons. */
  ask: string;
  /** The right door of what the deputies may not take. */
  door: string;
  doorName: string;
  rev: string;
  receipt: Receipt;
  /** Nobody can ring this person: the answer is read here. */
  readHere: boolean;
  /** How often the asker added something. */
  added: number;
}

/** 登记回执 as it stands on the page; the paper has the same. */
export interface Receipt {
  registered: string;
  /** By when a written word is owed, or how it was given; ''. */
  word: string;
}

const RATINGS = ['satisfied', 'basic', 'dissatisfied', 'declined'] as const;

/** Satisfaction is one press, not a form. */
function rateActs(): PanelAct[] {
  return RATINGS.map((id) => ({
    id: `rate:${id}`,
    label: SATISFACTION_LABELS[id],
    yes: '',
    words: '',
    fields: [],
    ...(id === 'declined' && { quiet: true }),
  }));
}

/** Answers to «解决了没有»: while a promise runs nobody is asked; who wants to say it finds it below. */
const ANSWERS: readonly RequestAct[] = ['solved', 'notSolved', 'disagree'];
/** It opens a page. */
export const ADDING: RequestAct = 'supplement';
/** What one does oneself while others work on it; beside a question they are no answers. */
const MEANWHILE: readonly RequestAct[] = ['nudge', 'supplement'];

function toActs({ acts, state }: RequestView, today: LocalDate): PanelAct[] {
  const asked = state === 'confirming' || state === 'closed';
  const others = toPanelActs(
    acts.filter((act) => act !== 'rate'),
    { today },
  )
    .map((act) => ((asked ? MEANWHILE : ANSWERS).some((id) => id === act.id) ? toQuiet(act) : act))
    // Photos and recordings need a page of their own.
    .map((act) => (act.id === ADDING ? { ...act, words: '', fields: [] } : act));
  return acts.includes('rate') ? [...rateActs(), ...others.map(toQuiet)] : others;
}

/** Beside the question how satisfied one is, nothing else is an answer. */
function toQuiet(act: PanelAct): PanelAct {
  return { ...act, quiet: true };
}

function sayAsk({ acts, replies, rateBy, state }: RequestView, today: LocalDate): string {
  if (state === 'promised') return '';
  if (acts.includes('solved')) return replies.length > 0 ? '看了答复，事情解决了吗？' : '事情解决了吗？';
  if (!acts.includes('rate')) return '';
  return `您满意吗？${rateBy === undefined ? '' : `${sayDate(rateBy, today)}前都可以评。`}`;
}

/** The written word matters for complaints and claims alone; all others have a number and the moment. */
function toReceipt({ number, createdAt, word }: RequestView, today: LocalDate): Receipt {
  const registered = `编号 ${number}\u3000${sayMoment(createdAt, today)}登记`;
  if (!word) return { registered, word: '' };
  const { by, told } = word;
  const words = told
    ? `${sayDate(told.on, today)}已书面告诉您去了哪里（${WORD_LABELS[told.way]}）。`
    : `${sayDate(by, today)}前书面告诉您交给了哪里，或者该找哪里。`;
  return { registered, word: words };
}

export function toProgressScreen(view: RequestView, today: LocalDate): ProgressScreen {
  const doorName = view.door ?? '';
  return {
    ...toRequestWords(view, today),
    open: STATES[view.state].type === 'open',
    acts: toActs(view, today),
    ask: sayAsk(view, today),
    door: Object.entries(DOOR_LABELS).find(([, label]) => label === doorName)?.[0] ?? '',
    doorName,
    rev: String(view.rev),
    receipt: toReceipt(view, today),
    added: view.steps.filter(({ act }) => act === ADDING).length,
    readHere: view.mine && view.asker?.phone === undefined && STATES[view.state].type === 'open',
  };
}

export function readAct(id: string, values: Values): StepInput {
  const satisfaction = /^rate:(\w+)$/.exec(id)?.[1];
  if (satisfaction === undefined) return toStep(id, values, false);
  return { act: 'rate', satisfaction: satisfaction as Satisfaction };
}

/** After it somebody works on it again, and there will be another answer. */
export function asksAgain({ act }: StepInput): boolean {
  return act === 'notSolved' || act === 'disagree';
}

const THANKS: Partial<Readonly<Record<RequestAct, string>>> = {
  solved: '好的，这件事办结了。',
  notSolved: '知道了，马上重新办，新的日期写在下面。',
  disagree: '知道了，代表会当面跟您说明。',
  rate: '谢谢您的评价。',
  nudge: '已经提醒正在办的人和人大办。过几天还没动静，可以再催，也可以打座机问。',
  supplement: '补上了。照片、录音要过一会儿，检查完了，正在办的人就看得到。',
  withdraw: '已经撤回，不再办理。',
};

export function thankFor({ act }: { act: RequestAct }): string {
  return THANKS[act] ?? '记下了。';
}
