/** From one matter to the words of 进度: who has it, what happened, what comes next, who sees it. */
import type { StepView } from '../../components/steps/steps';
import { KIND_LABELS } from '../../contract/labels';
import type { RequestState, RequestView, Step } from '../../contract/request';
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

/** What happened, said about whoever did it. */
const HAPPENED: Readonly<Record<RequestState, (by: string) => string>> = {
  submitted: (by) => `${by}反映了`,
  contacting: (by) => `${by}代表：收到，我来联系`,
};

/** What comes after each state. */
const NEXT: Readonly<Record<RequestState, string>> = {
  submitted: '代表联系您',
  contacting: '代表联系您，了解情况',
};

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
    { key: 'now', title: NEXT[view.state], words: by, stage: 'now' },
    { key: 'end', title: '您来说：解决了没有', words: '', stage: 'next' },
  ];
}

export function sayStep({ at, state, by }: Step, today: LocalDate): string {
  return `${sayDate(toLocalDate(at), today)}\u3000${HAPPENED[state](by)}`;
}
