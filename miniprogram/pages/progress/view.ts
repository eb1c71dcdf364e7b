/** From one matter to the words of 进度: who has it, what happened, what comes next, who sees it. */
import type { StepView } from '../../components/steps/steps';
import { KIND_LABELS, STATES } from '../../contract/labels';
import { sayDone } from '../../contract/request-acts';
import type { RequestView, Step } from '../../contract/request';
import type { LocalDate } from '../../contract/wire';
import { sayDate, toLocalDate } from '../../platform/dates';
import { toMatterTag } from '../../platform/lines';

export interface ProgressScreen {
  tag: string;
  tone: string;
  sentence: string;
  title: string;
  about: string;
  steps: readonly StepView[];
  seenBy: readonly string[];
  text: string;
  photos: readonly { path: string }[];
  recordings: readonly { path: string; seconds: number }[];
}

export function toProgressScreen(view: RequestView, today: LocalDate): ProgressScreen {
  return {
    ...toMatterTag(view, today),
    sentence: view.sentence,
    title: view.title,
    about: [KIND_LABELS[view.kind], view.village, view.category, `编号 ${view.number}`].join(' · '),
    steps: toSteps(view, today),
    seenBy: view.seenBy,
    text: view.text === view.title ? '' : (view.text ?? ''),
    photos: view.photos.map((path) => ({ path })),
    recordings: view.recordings.map(({ file, seconds }) => ({ path: file, seconds })),
  };
}

function toSteps(view: RequestView, today: LocalDate): StepView[] {
  const done = view.steps.map((step, index) => ({
    key: String(index),
    title: sayStep(step, today),
    words: step.words ?? (index === 0 ? `因为${view.reason}` : ''),
    stage: 'done' as const,
  }));
  const by = view.nextDate === undefined ? '' : `${sayDate(view.nextDate, today)}前`;
  return [
    ...done,
    { key: 'now', title: STATES[view.state].next, words: by, stage: 'now' },
    { key: 'end', title: '您来说：解决了没有', words: '', stage: 'next' },
  ];
}

export function sayStep({ at, act, by }: Step, today: LocalDate): string {
  return `${sayDate(toLocalDate(at), today)}\u3000${by}${sayDone(act)}`;
}
