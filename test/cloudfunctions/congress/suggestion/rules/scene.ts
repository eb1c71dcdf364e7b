/** Those who act on a suggestion, and one that is handed to a unit through the government, with a letter to be signed. */
import type { Caller } from '../../../../../cloudfunctions/congress/suggestion/rules/actors';
import type { SuggestionDocument } from '../../../../../cloudfunctions/congress/suggestion/rules/suggestion-document';
import { legalActs, takeStep } from '../../../../../cloudfunctions/congress/suggestion/rules/take-step';
import type { Directory } from '../../../../../cloudfunctions/registry/directory/rules/directory';
import { baiheDirectory } from '../../../../../local/townships/baihe/book';
import type { SuggestionStep } from '../../../../../miniprogram/contract/congress/suggestion';
import { bornSuggestion, CALLERS, GOVERNMENT } from '../model';

export const TODAY = '2026-11-30';
export const plain = baiheDirectory(TODAY);
const governed = { ...plain, settings: { ...plain.settings, governmentUnit: GOVERNMENT } };
export const callerOf = (role: Caller['role'], at = 0): Caller =>
  CALLERS.filter((caller) => caller.role === role)[at] ?? { account: '', role };
export const WHO = {
  lead: callerOf('deputy'),
  asked: callerOf('leader'),
  office: callerOf('staff'),
  chief: callerOf('chief'),
  member: callerOf('presidium'),
  unit: callerOf('unit'),
  assistant: callerOf('unit', 1),
  government: callerOf('unit', 2),
};
export type Who = keyof typeof WHO;
/** As it was born, but for this. */
export const bornWith = (changes: object): SuggestionDocument => ({ ...bornSuggestion(TODAY), ...changes });
/** A unit's, of this class. */
export const replyOf = (kind: string, more: object = {}) => ({
  class: kind,
  words: '',
  letter: '',
  signer: '',
  at: 1,
  unit: 'u1',
  ...more,
});
/** Handed to a unit through the government, with a letter that waits to be signed. */
const base = {
  ...bornSuggestion(TODAY),
  asked: { p6: 'asked' },
  unit: 'u1',
  assist: ['u2'],
  returnBy: TODAY,
  draft: {},
  through: true,
  handedOn: TODAY,
  replyBy: '2027-02-28',
} as unknown as SuggestionDocument;
const suggestion = (changes: object): SuggestionDocument => ({ ...base, ...changes });
export const legal = (who: Who, changes: object, directory: Directory = governed, today = TODAY) =>
  legalActs(suggestion(changes), [WHO[who]], directory, today);
export const take = (who: Who, step: SuggestionStep, changes: object, today = TODAY) =>
  takeStep(
    step,
    { directory: governed, caller: { ...WHO[who], government: GOVERNMENT }, now: 5, today },
    suggestion(changes),
  );
