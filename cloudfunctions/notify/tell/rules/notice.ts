/** A notice: who is told of an event, in which words, by which template, and which page it opens. */
import type { TemplateKey, TemplateValues } from '../../../../miniprogram/contract/templates';
import type { Instant } from '../../../../miniprogram/contract/wire';
import { fitValues } from '../../messages/rules/keywords';
import type { Holder, Recipient } from './recipients';

/** What a message says; absent where the inbox is enough. */
export type Message = { [K in TemplateKey]: { template: K; values: TemplateValues<K> } }[TemplateKey];

/** What one audience is told. */
export interface Words {
  title: string;
  /** What happened and what to do next: whole sentences, no villager's name, phone or text. */
  words: string;
  page: string;
  message?: Message;
  /** To be said by telephone to whoever the message does not reach; absent: nobody is called. */
  call?: string;
  /** Short message to a known number where the message does not reach and there is a gateway; then nobody is called. */
  sms?: string;
  /** From then on nobody needs to be told. */
  until?: Instant;
  /** The message is not sent earlier. */
  notBefore?: Instant;
}

export interface Row<F> {
  /** Names the audience in ids; one audience a row. */
  to: string;
  who: (facts: F, holders: readonly Holder[]) => readonly Recipient[];
  /** Undefined: by now there is nothing to tell. */
  tell: (facts: F) => Words | undefined;
}

/** Why an event is told to nobody. */
export interface Nobody {
  nobody: string;
}

export type NoticesOf<F> = Readonly<Record<string, readonly Row<F>[] | Nobody>>;

/** One notice to one person, ready to be stored. */
export interface Planned extends Omit<Words, 'message'> {
  to: string;
  recipient: Recipient;
  message?: { template: TemplateKey; data: Record<string, string> };
}

/** Whoever asked is told as that, whatever else they are; of the other audiences the first counts. */
function askersFirst<F>(rows: readonly Row<F>[]): Row<F>[] {
  return [...rows.filter(({ to }) => to === 'asker'), ...rows.filter(({ to }) => to !== 'asker')];
}

/** The notices of one event, each person once in whatever roles; who has no account and need not be called: none. */
export function planNotices<F>(rows: readonly Row<F>[], facts: F, holders: readonly Holder[]): Planned[] {
  const told = new Set<string>();
  return planAll(askersFirst(rows), facts, holders).filter(({ recipient: { account } }) => {
    if (account === '') return true;
    const isNew = !told.has(account);
    told.add(account);
    return isNew;
  });
}

function planAll<F>(rows: readonly Row<F>[], facts: F, holders: readonly Holder[]): Planned[] {
  return rows.flatMap(({ to, who, tell }) => {
    const told = tell(facts);
    if (!told) return [];
    const { message, ...words } = told;
    const fitted = message && {
      template: message.template,
      data: fitValues(message.template, message.values),
    };
    return who(facts, holders)
      .filter(({ openid }) => openid !== '' || words.call !== undefined)
      .map((recipient) => ({ ...words, to, recipient, ...(fitted && { message: fitted }) }));
  });
}
