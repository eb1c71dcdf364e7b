/** Materials of a study, and the leave to tell of what one did alone. */
import type { DutyActions } from '../../contract/duty';
import type { Result } from '../../contract/result';
import { ask, write } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

type In<A extends keyof DutyActions> = Omit<DutyActions[A]['input'], 'township'>;
type Out<A extends keyof DutyActions> = Promise<Result<DutyActions[A]['output']>>;

export function addMaterial(input: In<'addMaterial'>, key: string): Out<'addMaterial'> {
  return write('duty', 'addMaterial', { township: township(), ...input }, key);
}

export function consentToStory(input: In<'consentToStory'>, key: string): Out<'consentToStory'> {
  return write('duty', 'consentToStory', { township: township(), ...input }, key);
}

export function dropMaterial(input: In<'dropMaterial'>, key: string): Out<'dropMaterial'> {
  return write('duty', 'dropMaterial', { township: township(), ...input }, key);
}

export function openMaterial(activity: string, material: string): Out<'openMaterial'> {
  return ask('duty', 'openMaterial', { township: township(), activity, material });
}
