/** The collection of each person's inbox (消息): rows by account, newest first, kept 180 days. */
import type { NoticeCard } from '../../../miniprogram/contract/notify';
import type { Instant } from '../../../miniprogram/contract/wire';
import { above, atMost, below, type Where } from '../../shared/conditions';
import {
  createOne,
  inTownship,
  readPage,
  removeFirst,
  type CollectionSpecs,
  type Stored,
} from '../../shared/database';
import { sealedFields } from '../../shared/sealed';
import { seqOf } from '../rules/ids';

const INBOX = 'inbox';

export const collections = {
  [INBOX]: { indexes: [inTownship('own', 'account', '-seq'), inTownship('oldest', 'seq')] },
} satisfies CollectionSpecs;

/** What a person is told is about what they said: encrypted in the database. */
const WRITTEN = sealedFields('title', 'words');

export interface InboxRow extends Stored {
  account: string;
  event: string;
  title: string;
  words: string;
  page: string;
  at: Instant;
  seq: string;
}

/** More than these are said as «99+». */
export const UNREAD_AT_MOST = 100;

/** Written twice it is still one. */
export async function writeRow(row: Omit<InboxRow, 'rev' | 'seq'>): Promise<void> {
  const born: InboxRow = { ...row, rev: 1, seq: seqOf(row.at, row._id) };
  await createOne(INBOX, WRITTEN.close(born));
}

export async function readRows(
  township: string,
  account: string,
  limit: number,
  after?: string,
): Promise<InboxRow[]> {
  const where: Where = { account, ...(after !== undefined && { seq: below(after) }) };
  const found = await readPage<InboxRow>(INBOX, township, { where, order: [['seq', 'desc']], limit });
  return found.map((row) => WRITTEN.open(row));
}

/** Rows that came after the instant, at most UNREAD_AT_MOST. */
export async function countUnread(township: string, account: string, seenUntil: Instant): Promise<number> {
  const rows = await readPage<InboxRow>(INBOX, township, {
    where: { account, seq: above(`${seqOf(seenUntil, '')}~`) },
    order: [['seq', 'desc']],
    limit: UNREAD_AT_MOST,
    fields: ['seq'],
  });
  return rows.length;
}

export function toNoticeCard({ _id, title, words, at, page }: InboxRow, seenUntil: Instant): NoticeCard {
  return { notice: _id, title, words, at, unread: at > seenUntil, ...(page !== '' && { page }) };
}

/** Those that came before the instant, oldest first; answers how many. */
export function removeOlder(township: string, before: Instant, limit: number): Promise<number> {
  const where = { seq: atMost(seqOf(before, '')) };
  return removeFirst(INBOX, township, { where, order: [['seq', 'asc']], limit });
}

/** The account's own, newest first; answers how many. */
export function removeOwnRows(township: string, account: string, limit: number): Promise<number> {
  return removeFirst(INBOX, township, { where: { account }, order: [['seq', 'desc']], limit });
}
