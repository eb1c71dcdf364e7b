/**
 * Suggestions of whoever is no deputy any more (辞职, 终止, 罢免, 去世, the term's end; 代表法 2025 §61–63) go on with
 * somebody else (suggestion/leads-store.ts).
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { membersOn } from '../../registry/directory/rules/directory';
import { readDirectoryNow, recallDirectory } from '../../request/store';
import { toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import { handOverLed } from '../suggestion/leads-store';
import { countByLead } from '../suggestion/store';

/** By the directory that `read` answers. */
export async function handOverSuggestions(
  township: string,
  now: Instant,
  read = recallDirectory,
): Promise<number> {
  const known = await read(township, now);
  if (!known) return 0;
  const members = membersOn(known.directory.people, toLocalDate(now));
  const able = new Set(members.filter(({ level }) => level !== undefined).map(({ person }) => person));
  let done = 0;
  for (const lead of (await countByLead(township)).keys())
    if (!able.has(lead)) done += await handOverLed(township, { lead, able }, { now });
  return done;
}

/** For people-changed: what this instance remembers of the directory may be older than the change. */
export const onOwnerGone: Consumer = async ({ township }, now) => {
  await handOverSuggestions(township, now, readDirectoryNow);
};
