/** The collection of messages on their way: one document for each event, audience and person. */
import type { TemplateKey } from '../../../miniprogram/contract/templates';
import type { Instant } from '../../../miniprogram/contract/wire';
import { above, atMost, below, oneOf, put, type Changes, type Where } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  readAcross,
  readOne,
  readPage,
  removeFirst,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { sealedFields } from '../../shared/sealed';
import { seqOf } from '../rules/ids';
import type { MessageList, MessageState } from './rules/delivery';

export const MESSAGES = 'messages';

export const collections = {
  [MESSAGES]: {
    indexes: [
      inTownship('due', 'nextAt'),
      inTownship('thread', 'thread', 'nextAt'),
      inTownship('list', 'list', '-seq'),
      inTownship('oldest', 'seq'),
      inTownship('own', 'account', '-seq'),
    ],
  },
} satisfies CollectionSpecs;

/** What is said to somebody: encrypted in the database. */
const WRITTEN = sealedFields('title', 'data.*', 'call', 'sms');

export interface Message extends Stored {
  account: string;
  /** '' where there is no WeChat to send to. */
  openid: string;
  /** Absent: a villager. */
  person?: string;
  group?: string;
  /** Encrypted, as in the document it is about; for the call list. */
  name?: string;
  phone?: string;
  event: string;
  title: string;
  /** '' where nothing is sent: it only stands on the call list. */
  template: TemplateKey | '';
  data: Readonly<Record<string, string>>;
  page: string;
  /** What to say by telephone; '' nobody is called. */
  call: string;
  /** What to write to the phone where there is a gateway; '' nothing. */
  sms?: string;
  /** Messages of one document to one person go out in order. */
  thread: string;
  at: Instant;
  seq: string;
  /** From then on nobody needs it; 0: always. */
  until: Instant;
  /** When it is due next; while a relay is sending it, when that relay's lease ends; 0: never again. */
  nextAt: Instant;
  state: MessageState;
  list: MessageList;
  attempts: number;
  /** What WeChat said last. */
  code: string;
  called?: { state: 'called' | 'missed'; by: string; at: Instant };
}

export type Born = Omit<Message, 'rev' | 'seq' | 'attempts' | 'code'>;

/** Written twice it is still one. */
export async function writeMessage(message: Born): Promise<void> {
  const born: Message = { ...message, rev: 1, attempts: 0, code: '', seq: seqOf(message.at, message._id) };
  await createOne(MESSAGES, WRITTEN.close(born));
}

/** Longest due first; one call. */
export function readDueMessages(
  townships: readonly string[],
  now: Instant,
  limit: number,
): Promise<Message[]> {
  return readAcross<Message>(MESSAGES, townships, {
    where: { nextAt: above(0) },
    order: [['nextAt', 'asc']],
    limit,
  }).then((found) => found.filter(({ nextAt }) => nextAt <= now).map((message) => WRITTEN.open(message)));
}

/** All that still wait of these threads; one call. */
export function readThreads(
  townships: readonly string[],
  threads: readonly string[],
): Promise<Pick<Message, '_id' | 'thread' | 'seq' | 'nextAt'>[]> {
  if (threads.length === 0) return Promise.resolve([]);
  return readAcross<Message>(MESSAGES, townships, {
    where: { thread: oneOf(threads), nextAt: above(0) },
    order: [['nextAt', 'asc']],
    limit: 1_000,
    fields: ['thread', 'seq', 'nextAt'],
  });
}

/** Takes it in hand until `until`, or puts it off; false when another relay was faster. */
export function putOff({ township, _id, nextAt }: Message, until: Instant): Promise<boolean> {
  return changeOne(MESSAGES, township, _id, { nextAt }, { nextAt: put(until) });
}

export function changeMessage(
  township: string,
  id: string,
  where: Where,
  changes: Changes,
): Promise<boolean> {
  return changeOne(MESSAGES, township, id, where, WRITTEN.closeChanges(changes));
}

export async function readMessage(township: string, id: string): Promise<Message | undefined> {
  const found = await readOne<Message>(MESSAGES, township, id);
  return found && WRITTEN.open(found);
}

/** Newest first; `after` is the `seq` of the last one seen. */
export async function readList(
  township: string,
  list: Exclude<MessageList, ''>,
  limit: number,
  after?: string,
): Promise<Message[]> {
  const where: Where = { list, ...(after !== undefined && { seq: below(after) }) };
  const found = await readPage<Message>(MESSAGES, township, { where, order: [['seq', 'desc']], limit });
  return found.map((message) => WRITTEN.open(message));
}

/** All to this account, those that still wait too; answers how many. */
export function removeOwnMessages(township: string, account: string, limit: number): Promise<number> {
  return removeFirst(MESSAGES, township, { where: { account }, order: [['seq', 'desc']], limit });
}

/** Those that came before the instant, oldest first; answers how many. */
export function removeOlder(township: string, before: Instant, limit: number): Promise<number> {
  const where = { seq: atMost(seqOf(before, '')) };
  return removeFirst(MESSAGES, township, { where, order: [['seq', 'asc']], limit });
}
