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
import { missing, type Needs } from '../../../shared/life/rules/needs';
import type { SuggestionDocument } from './suggestion-document';

/**
 * lead: 领衔代表 · asked: was asked to co-sign and has not answered · office · body: the presidium, by its chair ·
 * entruster: the body, where a unit stands for the government; standIn: where none does any more · presidium: a member; overseer: one, of what is 重点督办 ·
 * government: the unit that stands for it · unit: the lead unit · assistant: a unit that assists and has not said
 * anything yet.
 */
export type Actor =
  | 'lead'
  | 'asked'
  | 'office'
  | 'body'
  | 'entruster'
  | 'standIn'
  | 'presidium'
  | 'overseer'
  | 'government'
  | 'unit'
  | 'assistant';

export const ROLES_OF: Readonly<Record<Actor, readonly Role[]>> = {
  lead: MEMBERS,
  asked: MEMBERS,
  office: OFFICE,
  body: CHIEF,
  entruster: CHIEF,
  standIn: CHIEF,
  presidium: PRESIDIUM,
  overseer: PRESIDIUM,
  government: UNIT_CLERKS,
  unit: UNIT_CLERKS,
  assistant: UNIT_CLERKS,
};

export interface Caller {
  account: string;
  role: Role;
  person?: string;
  unit?: string;
  /** The unit that stands for the township's government; absent or '': none does. */
  government?: string;
}

export function mayBe(actor: Actor, { role, unit = '', government = '' }: Caller): boolean {
  if (!ROLES_OF[actor].includes(role)) return false;
  if (actor === 'entruster') return government !== '';
  if (actor === 'standIn') return government === '';
  return actor !== 'government' || (government !== '' && unit === government);
}

/** A row's states say who has it; here only which of them is meant. */
export function needsOf(actor: Actor, { person = '-', unit = '-' }: Caller): Needs {
  switch (actor) {
    case 'lead':
      return { lead: person };
    case 'asked':
      return { [`asked.${person}`]: 'asked' };
    case 'government':
      return { through: true };
    case 'standIn':
      return { through: true, unit: missing };
    case 'overseer':
      return { 'key.state': 'decided' };
    case 'unit':
      return { unit };
    case 'assistant':
      return { assist: unit, [`assists.${unit}`]: missing };
    default:
      return {};
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
