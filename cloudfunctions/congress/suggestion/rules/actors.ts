/** Who does a step of a suggestion, as a quality: which roles may have it, and what must then hold of it. */
import {
  CHIEF,
  MEMBERS,
  OFFICE,
  OVERSEERS,
  PRESIDIUM,
  UNIT_CLERKS,
  type Role,
} from '../../../../miniprogram/contract/roles';
import { ownerOf } from './owner';
import type { SuggestionDocument } from './suggestion-document';

/**
 * lead: 领衔代表 · asked: was asked to co-sign and has not answered · office · body: the presidium, by its chair ·
 * presidium: a member · government: the unit that stands for it, while it has it · unit: the lead unit while it has it ·
 * assistant: a unit that assists and has not said anything yet.
 */
export type Actor = 'lead' | 'asked' | 'office' | 'body' | 'presidium' | 'government' | 'unit' | 'assistant';

export const ROLES_OF: Readonly<Record<Actor, readonly Role[]>> = {
  lead: MEMBERS,
  asked: MEMBERS,
  office: OFFICE,
  body: CHIEF,
  presidium: PRESIDIUM,
  government: UNIT_CLERKS,
  unit: UNIT_CLERKS,
  assistant: UNIT_CLERKS,
};

export interface Caller {
  account: string;
  role: Role;
  person?: string;
  unit?: string;
}

/** Whether the caller is this to the suggestion; `government`: the unit that stands for it. */
export function isActor(
  actor: Actor,
  { role, person = '', unit = '' }: Caller,
  suggestion: SuggestionDocument,
  government: string,
): boolean {
  if (!ROLES_OF[actor].includes(role)) return false;
  switch (actor) {
    case 'lead':
      return suggestion.lead === person;
    case 'asked':
      return suggestion.asked[person] === 'asked';
    case 'government':
      return unit !== '' && unit === government && ownerOf(suggestion) === 'government';
    case 'unit':
      return suggestion.unit === unit && ownerOf(suggestion) === 'unit';
    case 'assistant':
      return (suggestion.assist ?? []).includes(unit) && suggestion.assists?.[unit] === undefined;
    default:
      return true;
  }
}

/** By what name a step is kept. */
export function nameOfCaller({ account, person, unit }: Caller): string {
  return person ?? unit ?? account;
}

/** Whether the caller may see it: a draft is its author's and whom they asked. */
export function maySee(caller: Caller, suggestion: SuggestionDocument, government: string): boolean {
  const { person = '', unit = '', role } = caller;
  if (suggestion.lead === person || (suggestion.asked[person] ?? 'declined') !== 'declined') return true;
  if (suggestion.state === 'drafting') return false;
  if (OVERSEERS.includes(role)) return true;
  if (!UNIT_CLERKS.includes(role)) return false;
  const assigned = suggestion.unit === unit || (suggestion.assist ?? []).includes(unit);
  return assigned || (suggestion.through === true && unit !== '' && unit === government);
}
