/** A request in words, for whoever works on it or asked it; the shapes are those of request-sheet and steps. */
import {
  DELIVERY_LABELS,
  KIND_LABELS,
  REPLY_LABELS,
  REQUEST_OUTCOMES,
  SATISFACTION_LABELS,
  STATES,
  wordsOfState,
} from '../contract/labels';
import { sayDone } from '../contract/request-steps';
import type { RequestView, Step } from '../contract/request';
import type { Assignment, Reply } from '../contract/request-life';
import type { LocalDate } from '../contract/wire';
import { toLocalDate } from '../contract/time';
import { sayDate } from './dates';
import { toRequestTag } from './lines';

export interface StepLine {
  key: string;
  title: string;
  words: string;
  stage: 'done' | 'now' | 'next';
}

export interface ReplyLine {
  key: string;
  head: string;
  className: string;
  words: string;
  promise: string;
}

export interface RequestWords {
  tag: string;
  tone: string;
  sentence: string;
  title: string;
  about: string;
  text: string;
  photos: readonly { path: string }[];
  recordings: readonly { path: string; seconds: number }[];
  asker: string;
  phone: string;
  reach: string;
  marks: readonly string[];
  replies: readonly ReplyLine[];
  steps: readonly StepLine[];
  reason: string;
  seenBy: readonly string[];
}

/** Plain words of a class, without its letter. */
export function sayClass(reply: Reply): string {
  return REPLY_LABELS[reply.class].replace(/^[A-Z]\s*/, '');
}

function toReply(reply: Reply, index: number, today: LocalDate): ReplyLine {
  const { by, at, doneBy, paper, words } = reply;
  return {
    key: String(index),
    head: `${by}\u3000${sayDate(toLocalDate(at), today)}答复${paper ? '（纸质）' : ''}`,
    className: sayClass(reply),
    words,
    promise: doneBy === undefined ? '' : `说好 ${sayDate(doneBy, today)}前办好，办好了再答复一次`,
  };
}

/** Where it stands now and, while it is open, what the asker will be asked in the end. */
function toNow(view: RequestView, today: LocalDate): StepLine[] {
  if (STATES[view.state].type === 'closed') return [];
  const { label, next } = wordsOfState(view.state, view.reader === 'asker');
  const by = view.nextDate === undefined ? '' : `${sayDate(view.nextDate, today)}前${next}`;
  const words = view.paused ? `暂停到${sayDate(view.paused.until, today)}：${view.paused.words}` : by;
  const now: StepLine = { key: 'now', title: label, words, stage: 'now' };
  if (view.state === 'confirming') return [now];
  return [now, { key: 'end', title: '问一问：解决了没有', words: '', stage: 'next' }];
}

/** Why it went where it went stands with the first step, for the asker. */
function sayWhy({ reader, reason }: RequestView, index: number): string {
  return reader === 'asker' && index === 0 ? `因为${reason}` : '';
}

/** Who entered it for the asker is said by its own words. */
function sayBehalf({ act, onBehalf }: Step): string {
  if (!onBehalf || act === 'submit') return '';
  return act === 'reply' ? '（按纸质录入）' : '（代为征询）';
}

export function toSteps(view: RequestView, today: LocalDate): StepLine[] {
  const done = view.steps.map((step, index) => ({
    key: String(index),
    title: `${sayDate(toLocalDate(step.at), today)}\u3000${step.by}${sayDone(step.act, view.reader === 'asker')}${sayBehalf(step)}`,
    words: [step.about, step.words ?? sayWhy(view, index)].filter(Boolean).join('\u3000'),
    stage: 'done' as const,
  }));
  return [...done, ...toNow(view, today)];
}

function sayAssignment({ lead, assist, replyBy, extension }: Assignment, today: LocalDate): string[] {
  const helping = assist.map(({ name }) => name).join('、');
  const asked = extension && { asked: '申请', granted: '同意', refused: '没有同意' }[extension.state];
  return [
    `主办 ${lead.name}${helping ? `，协办 ${helping}` : ''}，${sayDate(replyBy, today)}前答复`,
    ...(extension ? [`${asked ?? ''}延期到 ${sayDate(extension.until, today)}：${extension.words}`] : []),
    ...assist.flatMap(({ name, words }) => (words === undefined ? [] : [`协办 ${name}：${words}`])),
  ];
}

function sayHow(how: string): string {
  return how in DELIVERY_LABELS ? DELIVERY_LABELS[how as keyof typeof DELIVERY_LABELS] : how;
}

/** Why others, or the reader, do not see all of it yet. */
function sayHidden({ hidden = 0, reader }: RequestView): string[] {
  if (hidden === 0) return [];
  const parts = `${String(hidden)} 段内容还在检查`;
  return [
    reader === 'asker'
      ? `有 ${parts}，检查过了代表才看得到；拿不准的由人大办来看。您说的都收到了。`
      : `有 ${parts}，检查过了才看得到。`,
  ];
}

/** The asker can still bring it; the office is not left to wonder. */
function sayUnusable({ unusable = 0, reader }: RequestView): string[] {
  if (unusable === 0) return [];
  const lost = `有 ${String(unusable)} 个照片或录音是空的或打不开，没有收到`;
  return [
    reader === 'asker' ? `${lost}。要紧的话请再反映一次，或到代表之家说。` : `${lost}，可以问问反映人。`,
  ];
}

/** Short facts that whoever works on it must not miss. */
function listMarks(view: RequestView, today: LocalDate): string[] {
  const { key, joined, noPhone, redone, delivery, outcome, rating, mergedInto, assignment, summary } = view;
  return [
    ...sayHidden(view),
    ...sayUnusable(view),
    ...(key ? ['重点督办'] : []),
    ...(redone > 0 ? [`第 ${String(redone)} 次重办`] : []),
    ...(joined ? [`还有 ${String(joined)} 人反映同一件事`] : []),
    ...(mergedInto ? ['已经并入更早的一件，一起办'] : []),
    ...(noPhone ? ['本人没有手机，答复要送到'] : []),
    ...(assignment && view.reader !== 'asker' ? sayAssignment(assignment, today) : []),
    ...(delivery && !delivery.done
      ? [`送达：${delivery.who ?? '还没有定人'}，${sayDate(delivery.on, today)} ${sayHow(delivery.how)}`]
      : []),
    ...(outcome ? [REQUEST_OUTCOMES[outcome]] : []),
    ...(rating
      ? [`评价：${SATISFACTION_LABELS[rating.satisfaction]}${rating.onBehalf ? '（代为征询）' : ''}`]
      : []),
    ...(summary && view.reader === 'office' ? [`给代表看的摘要：${summary}`] : []),
  ];
}

const REACH: Readonly<Record<string, string>> = {
  owner: '没有电话可打。请上门，或等反映人到代表之家来。',
  unit: '反映人没有同意告诉电话，要联系请找人大办。',
};

export function toRequestWords(view: RequestView, today: LocalDate): RequestWords {
  const hidden = view.reader === 'follower' || view.reader === 'unit' ? '' : '不让看名字';
  return {
    ...toRequestTag(view, today, view.reader === 'asker'),
    sentence: view.sentence,
    title: view.title,
    seenBy: view.seenBy,
    about: [KIND_LABELS[view.kind], view.village, view.category, `编号 ${view.number}`].join(' · '),
    text: view.text === view.title ? '' : (view.text ?? view.summary ?? ''),
    photos: view.photos.map((path) => ({ path })),
    recordings: view.recordings.map(({ file, seconds }) => ({ path: file, seconds })),
    asker: view.reader === 'asker' ? '' : (view.asker?.name ?? (view.asker ? '没写称呼' : hidden)),
    phone: view.asker?.phone ?? '',
    reach: REACH[view.reader] ?? '',
    marks: listMarks(view, today),
    replies: view.replies.map((reply, index) => toReply(reply, index, today)),
    steps: toSteps(view, today),
    reason: view.reader === 'asker' ? '' : `为什么在这里：${view.reason}`,
  };
}
