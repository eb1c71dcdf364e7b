/** A message that did not reach somebody: a deputy missed twice in a row is told to the leader of the group. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { countMissed } from '../messages/consents-store';
import { recallHolders, recallWhere } from './role-holders';
import type { Message } from '../messages/store';
import { planNotices } from './rules/notice';
import { MISSED_NOTICES } from './rules/notices/missed';
import { writeNotices } from './write-notice';

/** Messages in a row after which somebody goes and tells. */
const MISSED = 2;

/** The leader is told once, and again after a month while messages go on failing. */
export async function noteUnreached(message: Message, now: Instant): Promise<void> {
  const { township, account, person, group, _id } = message;
  if (person === undefined) return;
  const { missed, spent } = await countMissed({ township, account }, _id);
  if (missed < MISSED) return;
  const [holders, where] = await Promise.all([recallHolders(township, now), recallWhere(township, now)]);
  const name = where?.directory.people.find(({ id }) => id === person)?.name ?? '有一位同志';
  const facts = { name, account, ...(group !== undefined && { group }) };
  const occurrence = `${spent.at(-1) ?? ''}~${toLocalDate(now).slice(0, 7)}`;
  const subject = { township, event: 'deputy-missed', document: person, occurrence };
  await writeNotices(subject, planNotices(MISSED_NOTICES, facts, holders), now);
}
