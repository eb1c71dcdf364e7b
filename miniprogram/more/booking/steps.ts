/** 长辈版: one question a screen, the time first, since something is preselected there; '' is all of them at once. */
import { sayReason, type BookingForm } from './view';

export const STEPS = ['time', 'whom', 'send'] as const;
export type BookingStep = (typeof STEPS)[number] | '';

/** No steps: everything on one page. */
export const ON_ONE_PAGE: { step: BookingStep } = { step: '' };

/** Why it does not go on from here yet. */
export function sayStepReason(form: BookingForm, step: BookingStep): string {
  // Who it is for is asked on the next screen.
  if (step === 'time') return form.time === '' ? sayReason(form) : '';
  return sayReason(form);
}

/** The part of the form that comes `by` further on; the first and the last stay. */
export function turned(form: BookingForm, from: BookingStep, by: 1 | -1) {
  const step: BookingStep = from && (STEPS[STEPS.indexOf(from) + by] ?? from);
  return { step, open: step === 'whom' ? 'whom' : '', 'screen.reason': sayStepReason(form, step) };
}

/** Whether the red button books from here. */
export function isLast(step: BookingStep): boolean {
  return step === '' || step === 'send';
}
