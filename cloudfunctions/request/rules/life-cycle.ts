/**
 * The one table of a request's life (mission B4): code, buttons and tests read it. A new state is a new row here
 * and a label in the contract.
 */
import type { RequestAct, RequestState } from '../../../miniprogram/contract/request';
import { STATES } from '../../../miniprogram/contract/labels';
import type { SettingName } from '../../registry/rules/settings';

/** Who may do an act: the person the matter belongs to now. */
export type Actor = 'asker' | 'owner';

/** When the step after this act is due: so many working days of a setting, or the day that stood there. */
export type Deadline = { setting: SettingName } | 'kept';

interface LifeStep {
  act: 'submit' | RequestAct;
  /** Absent: the request is born by it. */
  from?: RequestState;
  to: RequestState;
  by: Actor;
  due: Deadline;
  /** The outbox event. */
  event: string;
}

const CONTACT: SettingName = 'contactDays';

export const LIFE_CYCLE = [
  { act: 'submit', to: 'submitted', by: 'asker', due: { setting: CONTACT }, event: 'request-submitted' },
  // The day that the villager was promised stays: taking it is not yet having contacted.
  { act: 'take', from: 'submitted', to: 'contacting', by: 'owner', due: 'kept', event: 'request-taken' },
] as const satisfies readonly LifeStep[];

export type LifeAct = (typeof LIFE_CYCLE)[number]['act'];
type StepOf<A extends LifeAct> = Extract<(typeof LIFE_CYCLE)[number], { act: A }>;

/** The row of an act. */
export function stepOf<A extends LifeAct>(act: A): StepOf<A> {
  return LIFE_CYCLE.find((step): step is StepOf<A> => step.act === act) as StepOf<A>;
}

/** What may be done next by somebody who is these to the matter. */
export function legalActs(state: RequestState, actors: readonly Actor[]): RequestAct[] {
  return LIFE_CYCLE.flatMap((step) =>
    step.act !== 'submit' && step.from === state && actors.includes(step.by) ? [step.act] : [],
  );
}

/** Whether somebody still has to act on it. */
export function isOpen(state: RequestState): boolean {
  return STATES[state].type === 'open';
}
