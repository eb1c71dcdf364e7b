/** What can be pressed for a visit, in words; which of it comes next. */
import type { VisitState } from '../../contract/desk';

export interface StepWord {
  to: VisitState;
  text: string;
}

/** The ordinary next step; a talk ends with an outcome and an ended visit with nothing. */
const NEXT: Readonly<Partial<Record<VisitState, StepWord>>> = {
  booked: { to: 'arrived', text: '人到了' },
  arrived: { to: 'called', text: '叫号' },
  called: { to: 'talking', text: '开始谈' },
  'no-show': { to: 'arrived', text: '又来了，登记' },
};

const BESIDE: Readonly<Record<VisitState, readonly StepWord[]>> = {
  booked: [
    { to: 'talking', text: '直接开始谈' },
    { to: 'no-show', text: '没有来' },
  ],
  arrived: [
    { to: 'talking', text: '直接开始谈' },
    { to: 'no-show', text: '人走了' },
    { to: 'booked', text: '按错了，没到' },
  ],
  called: [
    { to: 'no-show', text: '叫了没来' },
    { to: 'arrived', text: '先不叫' },
  ],
  talking: [{ to: 'called', text: '按错了，还没谈' }],
  met: [{ to: 'talking', text: '还在谈' }],
  'no-show': [{ to: 'booked', text: '按错了' }],
};

export function nextStep(state: VisitState): StepWord | undefined {
  return NEXT[state];
}

export function besideSteps(state: VisitState): readonly StepWord[] {
  return BESIDE[state];
}

/** Whether this state is ended, or corrected, by an outcome. */
export function takesOutcome(state: VisitState): boolean {
  return state === 'talking' || state === 'met';
}
