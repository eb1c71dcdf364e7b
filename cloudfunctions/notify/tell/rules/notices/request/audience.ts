/** Who can be told about a request, and on which page each of them opens it. */
import { CHIEF, PRESIDIUM } from '../../../../../../miniprogram/contract/roles';
import {
  ofLeader,
  ofOffice,
  ofPerson,
  ofRoles,
  ofUnit,
  once,
  type Holder,
  type Recipient,
} from '../../recipients';
import type { RequestFacts } from './facts';

export interface Audience {
  to: string;
  who: (facts: RequestFacts, holders: readonly Holder[]) => readonly Recipient[];
  page: (facts: RequestFacts) => string;
}

const atDeputy = () => 'deputy/request/request';
const atOffice = () => 'office/request/request';

export const askers: Audience = {
  to: 'asker',
  who: (facts) => facts.askers,
  page: () => 'more/progress/progress',
};
export const joiners: Audience = {
  to: 'joiner',
  who: (facts) => facts.joiners,
  page: () => 'more/board/board',
};
export const operator: Audience = {
  to: 'operator',
  who: (facts, holders) => ofPerson(holders, facts.operator),
  page: atOffice,
};
export const office: Audience = { to: 'office', who: (_facts, holders) => ofOffice(holders), page: atOffice };
export const chief: Audience = {
  to: 'chief',
  who: (_facts, holders) => ofRoles(holders, CHIEF),
  page: atOffice,
};
export const presidium: Audience = {
  to: 'presidium',
  who: (_facts, holders) => ofRoles(holders, PRESIDIUM),
  page: atOffice,
};
export const leader: Audience = {
  to: 'leader',
  who: (facts, holders) => ofLeader(holders, facts.group),
  page: atDeputy,
};
export const deputy: Audience = {
  to: 'deputy',
  who: (facts, holders) => ofPerson(holders, facts.deputy),
  page: atDeputy,
};
export const had: Audience = {
  to: 'had',
  who: (facts, holders) => ofPerson(holders, facts.had),
  page: atDeputy,
};
export const lead: Audience = {
  to: 'lead',
  who: (facts, holders) => ofUnit(holders, facts.lead),
  page: atOffice,
};
export const assists: Audience = {
  to: 'assist',
  who: (facts, holders) => once(facts.assists.flatMap((unit) => ofUnit(holders, unit))),
  page: atOffice,
};

export const copied: Audience = {
  to: 'copy',
  who: ({ copy }, holders) => ofUnit(holders, copy),
  page: atOffice,
};

/** They cannot open it any more: their list is what they have. */
export const formerUnits: Audience = {
  to: 'had-unit',
  who: ({ hadUnits }, holders) => once(hadUnits.flatMap((unit) => ofUnit(holders, unit))),
  page: () => 'office/unit/unit',
};

/** Whoever has to act now. */
export const owner: Audience = {
  to: 'owner',
  who: ({ owner: { kind, person }, lead: unit }, holders) => {
    if (kind === 'unit') return ofUnit(holders, unit);
    if (kind === 'chief') return ofRoles(holders, CHIEF);
    if (kind === 'presidium') return ofRoles(holders, PRESIDIUM);
    return person === '' ? ofOffice(holders) : ofPerson(holders, person);
  },
  page: ({ owner: { kind } }) => (kind === 'deputy' || kind === 'leader' ? atDeputy() : atOffice()),
};
