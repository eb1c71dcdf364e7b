/** How a sentence about a request becomes an inbox entry, with a message where it has one. */
import { sayDate } from '../../../../../shared/say-date';
import { formatTime } from '../../../../messages/rules/keywords';
import type { Message, Row, Words } from '../../notice';
import { others, type Holder } from '../../recipients';
import { pageOf } from '../../say';
import { askers, owner, type Audience } from './audience';
import type { RequestFacts } from './facts';

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

/** The owner, where this sentence names them: it is not for their own eyes, they have one of their own. */
function namedIn(said: Said | undefined, { owner: { person }, ownerName }: RequestFacts): string {
  const words = said ? `${said.title}${said.next}${said.call ?? ''}` : '';
  return ownerName !== '' && words.includes(ownerName) ? person : '';
}

export function row(
  { to, who, page }: Audience,
  say: (facts: RequestFacts) => Said | undefined,
): Row<RequestFacts> {
  return {
    to,
    // Nobody is told of their own act; the asker is, as a receipt.
    who: (facts, holders) => {
      const named = namedIn(say(facts), facts);
      if (to === 'asker' || to === 'joiner') return others(who(facts, holders), holders, named);
      const kept = holders.filter(({ account }) => !isKept(account, facts, holders));
      return others(others(who(facts, kept), holders, facts.by), holders, named);
    },
    tell: (facts): Words | undefined => {
      const said = say(facts);
      if (!said) return undefined;
      const { title, next, call, sms, deferred } = said;
      const message = messageOf(facts, said);
      return {
        title,
        // Another's number is nobody's business.
        words: to === 'joiner' ? `${facts.about}。${next}` : `${facts.about}，编号 ${facts.number}。${next}`,
        page: to === 'joiner' ? page(facts) : pageOf(page(facts), { request: facts.request }),
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
