/** Pausing a request, going on with it, and granting an extension. */
import { workingDaysBetween } from './deadline';
import { said, wrong, type PlanReading } from './plan';
import { isAhead, workingDays } from './plan-owner';

export const pause: PlanReading<'pause'> = ({ until, words }, context, before) => {
  if (!isAhead(context, until)) return wrong('step.until');
  const left = Math.max(1, workingDaysBetween(context.today, before.due, context.holidays));
  return { due: until, words, about: until, set: { paused: { until, words, left } } };
};

export const resume: PlanReading<'resume'> = (step, context, { paused }) => ({
  due: workingDays(context, paused?.left ?? 1),
  drop: ['paused'],
  ...said(step),
});

export const grantExtension: PlanReading<'grantExtension'> = (step, { today }, { extension }) => {
  // Asked for long ago and past by now: nothing is gained by granting it.
  if (!extension || extension.until <= today) return { refused: 'step-used' };
  return {
    due: extension.until,
    about: extension.until,
    inside: { 'extension.state': 'granted' },
    ...said(step),
  };
};
