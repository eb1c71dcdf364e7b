/**
 * Suggestions of whoever is no deputy any more (辞职, 终止, 罢免, 去世, the term's end; 代表法 2025 §61–63): the first
 * co-signer who agreed and is in office goes on as 领衔代表. Without one it stays what it is: where the deputy's turn
 * would be, the office goes on by paper.
 */
import type { Instant } from '../../../miniprogram/contract/wire';
import { membersOn } from '../../registry/directory/rules/directory';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import type { Consumer } from '../../shared/outbox';
import { facetsOf, type SuggestionDocument } from '../suggestion/rules/suggestion-document';
import { countByLead, readLedBy, writeLead } from '../suggestion/store';

/** Suggestions of one person in one run; the next run does the rest. */
const AT_ONCE = 50;

function heirOf({ asked }: SuggestionDocument, able: ReadonlySet<string>): string | undefined {
  return Object.entries(asked).find(([person, consent]) => consent === 'agreed' && able.has(person))?.[0];
}

async function handOver(
  before: SuggestionDocument,
  able: ReadonlySet<string>,
  now: Instant,
): Promise<boolean> {
  const lead = heirOf(before, able);
  if (lead === undefined) return false;
  const { [lead]: _heir, ...asked } = before.asked;
  return writeLead(before, { lead, asked, facets: facetsOf({ ...before, lead, asked }) }, now);
}

export async function handOverSuggestions(township: string, now: Instant): Promise<number> {
  const known = await recallTownship(township, now);
  if (!known) return 0;
  const members = membersOn(known.directory.people, toLocalDate(now));
  const able = new Set(members.filter(({ level }) => level !== undefined).map(({ person }) => person));
  let done = 0;
  for (const lead of (await countByLead(township)).keys()) {
    if (able.has(lead)) continue;
    for (const one of await readLedBy(township, lead, AT_ONCE)) if (await handOver(one, able, now)) done++;
  }
  return done;
}

/** For people-changed; the morning finds what a minute-old directory missed. */
export const onOwnerGone: Consumer = async ({ township }, now) => {
  await handOverSuggestions(township, now);
};
