export interface StepView {
  key: string;
  /** 11月23日 您反映了. */
  title: string;
  words: string;
  /** done: behind us · now: here it is · next: to come. */
  stage: 'done' | 'now' | 'next';
}

/** What has happened and what comes next, from top to bottom. */
Component({
  properties: {
    steps: { type: Array, value: [] as StepView[] },
  },
});
