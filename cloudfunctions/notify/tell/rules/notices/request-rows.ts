/** What notices about one request are made of. Its text, and the name of who asks, are in none of them. */
import type { OwnerKind } from '../../../../../miniprogram/contract/request';
import type { Instant, LocalDate, LocalTime } from '../../../../../miniprogram/contract/wire';
import { CHIEF, PRESIDIUM } from '../../../../../miniprogram/contract/roles';
import { formatTime } from '../../../messages/rules/keywords';
import type { Message, Row, Words } from '../notice';
import {
  ofLeader,
  ofOffice,
  ofPerson,
  ofRoles,
  ofUnit,
  once,
  type Holder,
  type Recipient,
} from '../recipients';
import { pageOf } from '../say';
import { sayDate } from '../../../../shared/say-date';

export interface RequestFacts {
  today: LocalDate;
  /** When somebody may be disturbed with what the clock brings. */
  morning: Instant;
  /** What was done; '' where nothing was. */
  act: string;
  /** Person who had it before; ''. */
  had: string;
  request: string;
  number: string;
  /** 柳树城村 · 道路桥梁. */
  about: string;
  state: string;
  /** Person or account of whoever did it. */
  by: string;
  /** Whoever asked, and everybody who says the same. */
  askers: readonly Recipient[];
  /** Persons who may not know of it, in whatever role. */
  hidden: readonly string[];
  /** Who entered it for somebody without a phone. */
  operator?: string;
  owner: { kind: OwnerKind; person: string };
  ownerName: string;
  /** The deputy who follows it, whoever has it; ''. */
  deputy: string;
  group: string;
  /** Unit ids; '' and none before it is assigned. */
  lead: string;
  assists: readonly string[];
  unitName: string;
  /** When it happened. */
  date: LocalDate;
  time: LocalTime;
  due: LocalDate;
}

interface Who {
  to: string;
  who: (facts: RequestFacts, holders: readonly Holder[]) => readonly Recipient[];
  page: (facts: RequestFacts) => string;
}

const atDeputy = () => 'deputy/request/request';
const atOffice = () => 'office/request/request';

export const askers: Who = {
  to: 'asker',
  who: (facts) => facts.askers,
  page: () => 'more/progress/progress',
};
export const operator: Who = {
  to: 'operator',
  who: (facts, holders) => ofPerson(holders, facts.operator),
  page: atOffice,
};
export const office: Who = { to: 'office', who: (_facts, holders) => ofOffice(holders), page: atOffice };
export const chief: Who = {
  to: 'chief',
  who: (_facts, holders) => ofRoles(holders, CHIEF),
  page: atOffice,
};
export const presidium: Who = {
  to: 'presidium',
  who: (_facts, holders) => ofRoles(holders, PRESIDIUM),
  page: atOffice,
};
export const leader: Who = {
  to: 'leader',
  who: (facts, holders) => ofLeader(holders, facts.group),
  page: atDeputy,
};
export const deputy: Who = {
  to: 'deputy',
  who: (facts, holders) => ofPerson(holders, facts.deputy),
  page: atDeputy,
};
export const had: Who = { to: 'had', who: (facts, holders) => ofPerson(holders, facts.had), page: atDeputy };
export const lead: Who = { to: 'lead', who: (facts, holders) => ofUnit(holders, facts.lead), page: atOffice };
export const assists: Who = {
  to: 'assist',
  who: (facts, holders) => once(facts.assists.flatMap((unit) => ofUnit(holders, unit))),
  page: atOffice,
};

/** Whoever has to act now. */
export const owner: Who = {
  to: 'owner',
  who: ({ owner: { kind, person }, lead: unit }, holders) => {
    if (kind === 'unit') return ofUnit(holders, unit);
    if (kind === 'chief') return ofRoles(holders, CHIEF);
    if (kind === 'presidium') return ofRoles(holders, PRESIDIUM);
    return person === '' ? ofOffice(holders) : ofPerson(holders, person);
  },
  page: ({ owner: { kind } }) => (kind === 'deputy' || kind === 'leader' ? atDeputy() : atOffice()),
};

export interface Said {
  title: string;
  /** What to do next; the request and its number are said before it. */
  next: string;
  /** 办理进度 in at most five letters, to the asker; absent: a task, to everybody else. */
  phrase?: string;
  /** Words of the message; absent: the inbox alone. */
  note?: string;
  /** Must be heard: by telephone where the message does not reach. */
  call?: string;
  sms?: string;
  /** The clock did it: its message waits for the morning. */
  deferred?: true;
}

function progress(facts: RequestFacts, phrase: string, note: string): Message {
  return {
    template: 'progress',
    values: {
      thing1: facts.about,
      character_string2: facts.number,
      phrase3: phrase,
      time4: formatTime(facts.date, facts.time),
      thing5: note,
    },
  };
}

function task({ about, due, date }: RequestFacts, thing: string, note: string): Message {
  const values = { thing1: thing, thing2: about, time3: formatTime(due < date ? date : due), thing4: note };
  return { template: 'task', values };
}

function messageOf(facts: RequestFacts, { title, phrase, note }: Said): Message | undefined {
  if (note === undefined) return undefined;
  return phrase === undefined ? task(facts, title, note) : progress(facts, phrase, note);
}

/** Somebody of several roles is kept from it in all of them. */
function isKept(account: string, { hidden }: RequestFacts, holders: readonly Holder[]): boolean {
  return holders.some((one) => one.account === account && hidden.includes(one.person ?? ''));
}

export function row(
  { to, who, page }: Who,
  say: (facts: RequestFacts) => Said | undefined,
): Row<RequestFacts> {
  return {
    to,
    // Nobody is told of their own act; the asker is, as a receipt.
    who: (facts, holders) => {
      if (to === 'asker') return who(facts, holders);
      const kept = holders.filter(({ account }) => !isKept(account, facts, holders));
      return who(facts, kept).filter(({ person }) => person === undefined || person !== facts.by);
    },
    tell: (facts): Words | undefined => {
      const said = say(facts);
      if (!said) return undefined;
      const { title, next, call, sms, deferred } = said;
      const message = messageOf(facts, said);
      return {
        title,
        words: `${facts.about}，编号 ${facts.number}。${next}`,
        page: pageOf(page(facts), { request: facts.request }),
        ...(message && { message }),
        ...(call !== undefined && { call }),
        ...(sms !== undefined && { sms }),
        ...(deferred && { notBefore: facts.morning }),
      };
    },
  };
}

/** 12月7日前. */
export function before({ due }: RequestFacts): string {
  return `${sayDate(due)}前`;
}

/** To whoever has it now, when it has just come to them. */
export function yours(title: string, deferred?: true): Row<RequestFacts> {
  return row(owner, (facts) => ({
    title,
    next: `请点开看，${before(facts)}办。`,
    note: `请点开看，${before(facts)}办`,
    ...(deferred && { deferred }),
  }));
}

/** To the asker, in the inbox alone: nothing to do. */
export function tellAskers(title: string, next: (facts: RequestFacts) => string): Row<RequestFacts> {
  return row(askers, (facts) => ({ title, next: next(facts) }));
}
