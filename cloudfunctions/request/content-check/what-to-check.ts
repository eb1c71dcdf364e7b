/** Which parts of a request are to be checked: of a new one, and of what is said about it later. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { put, type Changes } from '../../shared/conditions';
import type { Actor } from '../life/rules/actors';
import type { Taken } from '../life/rules/take-step';
import {
  checksAtBirth,
  checksOfBrought,
  wordsPart,
  type Checkable,
  type Checks,
} from './rules/content-check';

/** A deployment that does without says CONTENT_CHECK=off; it is on otherwise. */
function isOff(): boolean {
  return process.env['CONTENT_CHECK'] === 'off';
}

/** Whoever enters it at the desk or for somebody else is of the office, or known to it by name: that is not checked. */
export function isChecked({ operator }: { operator?: string }): boolean {
  return !isOff() && operator === undefined;
}

/** What is to be checked of a new request, and whether it has files that are to be taken in first. */
export function bornChecks(
  { talk, entered }: { talk?: { operator: string }; entered?: { operator: string } },
  said: Checkable,
): { checks?: Checks; intake?: true } {
  const checks = checksAtBirth(said, isChecked({ ...talk, ...entered }));
  const files = said.photos.length + said.recordings.length;
  return { ...(Object.keys(checks).length > 0 && { checks }), ...(files > 0 && { intake: true }) };
}

/** What the asker says later waits too, from the write on that brings it; what others say is said in their office. */
export function saidChecks(
  actor: Actor,
  { act, words, brings }: Pick<Taken, 'act' | 'words' | 'brings'>,
  at: Instant,
): Changes {
  const files = brings ? checksOfBrought(brings, !isOff()) : {};
  const isWords = !isOff() && actor === 'asker' && words !== undefined;
  const said: Checks = isWords ? { [wordsPart({ act, at })]: { state: 'waiting' } } : {};
  const checks = [...Object.entries(said), ...Object.entries(files)];
  return Object.fromEntries(checks.map(([part, check]) => [`checks.${part}`, put(check)]));
}
