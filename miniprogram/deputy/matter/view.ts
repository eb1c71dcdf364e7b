/** One matter as the one who has it sees it. */
import type { StepView } from '../../components/steps/steps';
import { KIND_LABELS } from '../../contract/labels';
import { ACTS, sayDone } from '../../contract/request-acts';
import type { RequestView } from '../../contract/request';
import type { LocalDate } from '../../contract/wire';
import { sayDate, sayMoment } from '../../platform/dates';
import { toMatterTag } from '../../platform/lines';

export interface MatterScreen {
  tag: string;
  tone: string;
  title: string;
  sentence: string;
  about: string;
  text: string;
  photos: readonly { path: string }[];
  recordings: readonly { path: string; seconds: number }[];
  asker: string;
  phone: string;
  steps: readonly StepView[];
  reason: string;
  seenBy: readonly string[];
  /** The one legal act as a button; empty: none from here. */
  act: string;
}

export function toMatterScreen(view: RequestView, today: LocalDate): MatterScreen {
  const act = view.acts.find((each) => each === 'take');
  return {
    ...toMatterTag(view, today),
    title: view.title,
    sentence: view.sentence,
    about: [KIND_LABELS[view.kind], view.village, view.category, `编号 ${view.number}`].join(' · '),
    text: view.text ?? '',
    photos: view.photos.map((path) => ({ path })),
    recordings: view.recordings.map(({ file, seconds }) => ({ path: file, seconds })),
    asker: view.asker?.name ?? (view.asker ? '没写称呼' : '不让看名字'),
    phone: view.asker?.phone ?? '',
    steps: toSteps(view, today),
    reason: view.reason,
    seenBy: view.seenBy,
    act: act ? ACTS[act].label : '',
  };
}

function toSteps(view: RequestView, today: LocalDate): StepView[] {
  const done = view.steps.map((step, index) => ({
    key: String(index),
    title: `${sayMoment(step.at, today)}\u3000${step.by}${sayDone(step.act)}`,
    words: step.words ?? '',
    stage: 'done' as const,
  }));
  if (view.nextDate === undefined) return done;
  return [
    ...done,
    { key: 'now', title: '联系反映人', words: `${sayDate(view.nextDate, today)}前`, stage: 'now' },
  ];
}
