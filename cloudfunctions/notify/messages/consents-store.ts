/**
 * The collection of consents: what one account may still be sent, by template, and up to when it has seen its inbox. One consent is one message,
 * so the count goes down once for each message, whoever sends it and however often.
 */
import { TEMPLATE_KEYS, type TemplateKey } from '../../../miniprogram/contract/templates';
import type { Instant } from '../../../miniprogram/contract/wire';
import { add, append, not, oneOf, put, type Changes } from '../../shared/conditions';
import {
  changeAndRead,
  changeOne,
  createOne,
  readAcross,
  readOne,
  removeOne,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';

const CONSENTS = 'consents';

export const collections = { [CONSENTS]: { indexes: [] } } satisfies CollectionSpecs;

export interface Consents extends Stored {
  account: string;
  left: Readonly<Partial<Record<TemplateKey, number>>>;
  /** Messages that were counted already, the last of them. */
  spent: readonly string[];
  /** Messages in a row that did not reach the account, and their ids, the last of them. */
  missed: number;
  failed: readonly string[];
  seenUntil: Instant;
  /** Keys of the last reports of consent, so that a repeated one does not count twice. */
  keys: readonly string[];
}

/** More than one person can have on the way at once. */
const KEPT = 40;
/** A count that runs away says nothing more. */
const MOST = 99;

function consentsId(township: string, account: string): string {
  return `${township}~${account}`;
}

export function leftOf(consents: Pick<Consents, 'left'> | undefined): Record<TemplateKey, number> {
  const left = TEMPLATE_KEYS.map((key): [TemplateKey, number] => [
    key,
    Math.min(MOST, Math.max(0, consents?.left[key] ?? 0)),
  ]);
  return Object.fromEntries(left) as Record<TemplateKey, number>;
}

export function readConsents(township: string, account: string): Promise<Consents | undefined> {
  return readOne<Consents>(CONSENTS, township, consentsId(township, account));
}

/** By `<township>~<account>`; one call. */
export async function readConsentsOf(
  accounts: readonly { township: string; account: string }[],
): Promise<Map<string, Consents>> {
  const ids = [...new Set(accounts.map(({ township, account }) => consentsId(township, account)))];
  if (ids.length === 0) return new Map();
  const townships = [...new Set(accounts.map(({ township }) => township))];
  const where = { _id: oneOf(ids) };
  const found = await readAcross<Consents>(CONSENTS, townships, { where, order: [], limit: ids.length });
  return new Map(found.map((one) => [one._id, one]));
}

function born(township: string, account: string): Consents {
  return {
    _id: consentsId(township, account),
    township,
    rev: 1,
    account,
    left: {},
    spent: [],
    missed: 0,
    failed: [],
    seenUntil: 0,
    keys: [],
  };
}

/** The document after the change, made where it is not there yet; undefined: `where` does not hold for it. */
async function change(
  { township, account }: { township: string; account: string },
  where: Record<string, ReturnType<typeof not>>,
  changes: Changes,
): Promise<Consents | undefined> {
  const known = { _id: consentsId(township, account), ...where };
  const changed = await changeAndRead<Consents>(CONSENTS, township, known, changes);
  if (changed) return changed;
  // Whoever loses the race of making it finds it there.
  await createOne(CONSENTS, born(township, account));
  return changeAndRead<Consents>(CONSENTS, township, known, changes);
}

/** One more for each accepted template; the same key counts once. One call, two more for the first of an account. */
export async function countConsents(
  who: { township: string; account: string },
  accepted: readonly TemplateKey[],
  key: string,
): Promise<Record<TemplateKey, number>> {
  const counted = Object.fromEntries(accepted.map((template) => [`left.${template}`, add(1)]));
  const changes = { ...counted, keys: append([key], KEPT) };
  const after = await change(who, { keys: not(key) }, changes);
  return leftOf(after ?? (await readConsents(who.township, who.account)));
}

export async function markSeen(who: { township: string; account: string }, until: Instant): Promise<void> {
  await change(who, {}, { seenUntil: put(until) });
}

/** A message was sent: its consent is used up (once for each message), and the count of missed messages starts anew. */
export async function spendConsent(
  { township, account }: { township: string; account: string },
  template: TemplateKey,
  message: string,
): Promise<void> {
  await changeOne(
    CONSENTS,
    township,
    consentsId(township, account),
    { spent: not(message) },
    {
      [`left.${template}`]: add(-1),
      spent: append([message], KEPT),
      missed: put(0),
    },
  );
}

/** WeChat says that nothing is left. */
export async function emptyConsent(
  { township, account }: { township: string; account: string },
  template: TemplateKey,
): Promise<void> {
  await changeOne(CONSENTS, township, consentsId(township, account), {}, { [`left.${template}`]: put(0) });
}

/** The account's consents after a message that did not reach it; each message is counted once. */
export async function countMissed(
  who: { township: string; account: string },
  message: string,
): Promise<Pick<Consents, 'missed' | 'spent'>> {
  const changes = { missed: add(1), failed: append([message], KEPT) };
  const after = await change(who, { failed: not(message) }, changes);
  return after ?? (await readConsents(who.township, who.account)) ?? { missed: 0, spent: [] };
}

/** Nothing may be sent any more, whatever was consented to. */
export async function clearConsents(township: string, account: string): Promise<void> {
  await changeOne(CONSENTS, township, consentsId(township, account), {}, { left: put({}) });
}

export async function forgetConsents(township: string, account: string): Promise<void> {
  await removeOne(CONSENTS, township, consentsId(township, account));
}
