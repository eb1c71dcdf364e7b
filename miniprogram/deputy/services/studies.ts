/** The year's plan of studies. */
import type { Result } from '../../contract/result';
import type { StudyActions } from '../../contract/studies';
import { ask, write } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

type Out<A extends keyof StudyActions> = Promise<Result<StudyActions[A]['output']>>;

export function proposeStudies(year: number): Out<'proposeStudies'> {
  return ask('duty', 'proposeStudies', { township: township(), year });
}

export function planStudies(
  input: Omit<StudyActions['planStudies']['input'], 'township'>,
  key: string,
): Out<'planStudies'> {
  return write('duty', 'planStudies', { township: township(), ...input }, key);
}
