/** For whoever comes after notify and has no outbox: notices of an act, written by whoever wrote the act. */
import type { CollectionSpecs } from '../../shared/database';
import type { Instant } from '../../../miniprogram/contract/wire';
import { recallHolders } from './role-holders';
import { planNotices, type NoticesOf } from './rules/notice';
import { writeNotices } from './write-notice';

/** Its rows are the inbox's and the messages'. */
export const collections = {} satisfies CollectionSpecs;

/** What happened: `id` tells it from other acts on the same document. */
export interface Happened {
  township: string;
  document: string;
  event: string;
  id: string;
  /** Account of whoever did it. */
  by: string;
  at: Instant;
}

/** Nothing for an event that nobody is told of. Written twice it is written once. */
export async function tellDirectly(notices: NoticesOf<Happened>, happened: Happened): Promise<void> {
  const rows = notices[happened.event];
  if (rows === undefined || 'nobody' in rows) return;
  const { township, document, event, id, at } = happened;
  const holders = await recallHolders(township, at);
  await writeNotices({ township, event, document, occurrence: id }, planNotices(rows, happened, holders), at);
}
