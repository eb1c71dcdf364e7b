/** Who does a step, as a quality: which roles may have it, and what must then hold of the request. */
import {
  CHIEF,
  DEPUTIES,
  LEADERS,
  OFFICE,
  PRESIDIUM,
  UNIT_CLERKS,
  type Role,
} from '../../../../miniprogram/contract/roles';
import { given, missing, other, type Needs } from '../../../shared/life/rules/needs';

/**
 * asker: who reflected it · proxy: the office for somebody without a phone (代问) · deputy: the one who has it ·
 * keeper: the office while it has it · office: the office, whoever has it ·
 * placer: the office, but what the chief ruled the chief alone places anew · leader: of the group whose deputy has
 * it · chief · presidium · unit: the lead unit while it has it, or the
 * township government while it names one or signs · answerer, drafter: a lead unit that answers by itself, or whose
 * answer the government signs · assistant: a unit that assists.
 */
export type Actor =
  | 'asker'
  | 'proxy'
  | 'deputy'
  | 'keeper'
  | 'office'
  | 'placer'
  | 'leader'
  | 'chief'
  | 'presidium'
  | 'unit'
  | 'answerer'
  | 'drafter'
  | 'assistant';

export const ROLES_OF: Readonly<Record<Actor, readonly Role[]>> = {
  asker: [],
  proxy: OFFICE,
  deputy: DEPUTIES,
  keeper: OFFICE,
  office: OFFICE,
  placer: OFFICE,
  leader: LEADERS,
  chief: CHIEF,
  presidium: PRESIDIUM,
  unit: UNIT_CLERKS,
  answerer: UNIT_CLERKS,
  drafter: UNIT_CLERKS,
  assistant: UNIT_CLERKS,
};

/** Whoever calls: the account, and what a confirmed grant says of it. */
export interface Caller {
  account: string;
  role?: Role;
  person?: string;
  group?: string;
  unit?: string;
}

/** A value that no field has. */
const NOBODY = '-';

/** Nobody handles their own request in office, nor one that they may not know of (shared/visibility.ts). */
function needsInOffice({ account, person = '' }: Caller): Needs {
  return { account: other(account), ...(person !== '' && { hidden: other(person) }) };
}

/** What must hold of the request for the caller to be this to it. */
export function needsOf(actor: Actor, caller: Caller): Needs {
  if (actor === 'asker') return { account: caller.account };
  return { ...needsInOffice(caller), ...needsAs(actor, caller) };
}

function needsAs(actor: Exclude<Actor, 'asker'>, { role, person, group, unit }: Caller): Needs {
  switch (actor) {
    case 'proxy':
      return { reach: 'person' };
    case 'deputy':
      return { 'owner.person': person ?? NOBODY };
    case 'keeper':
      return { 'owner.kind': 'office' };
    case 'placer':
      return role === 'chief' ? {} : { ruled: missing };
    case 'leader':
      return { led: group ?? NOBODY };
    case 'unit':
      return { 'owner.kind': 'unit', lead: unit ?? NOBODY };
    case 'answerer':
      return { 'owner.kind': 'unit', lead: unit ?? NOBODY, through: missing };
    case 'drafter':
      return { 'owner.kind': 'unit', lead: unit ?? NOBODY, through: given };
    case 'assistant':
      return { [`assists.${unit ?? NOBODY}`]: given };
    default:
      return {};
  }
}

/** By what name a step is kept: the person, else the unit, else the account. */
export function nameOfCaller({ account, person, unit }: Caller): string {
  return person ?? unit ?? account;
}
