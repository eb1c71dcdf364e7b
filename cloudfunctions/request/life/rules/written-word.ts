/**
 * The written word of a complaint or claim: within so many calendar days its asker is told in writing where it went
 * (信访工作条例 §23, mission B4). Docs: decisions/038.
 */
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import type { RequestDocument } from '../../rules/request-document';
import type { Plan } from './plan';

/** Stands among the entries by which a request is found while the word is owed, as HELD does: in the order of their birth. */
export const OWED_WORD = 'owed:';

type Owing = Pick<RequestDocument, 'word' | 'reach'>;

export function owesWord({ word }: Pick<RequestDocument, 'word'>): boolean {
  return word !== undefined && word.told === undefined;
}

/** Whoever has the app has read it there; on paper it is a step of its own (tellWhere). */
export function toldInApp(
  { word, reach }: Owing,
  { today, by }: { today: LocalDate; by: string },
): Pick<Plan, 'set' | 'takes'> {
  if (!word || word.told || reach !== 'account') return {};
  return { set: { word: { by: word.by, told: { on: today, way: 'app', by } } }, takes: OWED_WORD };
}
