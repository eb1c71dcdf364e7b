/**
 * Suggestions of whoever leads them no more go on: the first co-signer who agreed and stays in office is 领衔代表 from then
 * on. Without one the office goes on in the deputy's place (`leadGone`); a draft that nobody else signed ends.
 */
import type { CollectionSpecs } from '../../shared/database';
import { facetsOf, type SuggestionDocument } from './rules/suggestion-document';
import { readLedBy, writeLead, writeLeadGone, type Handing } from './store';

/** It has no collection of its own. */
export const collections = {} satisfies CollectionSpecs;

/** Suggestions of one person in one run; the next run does the rest. */
const AT_ONCE = 50;

function heirOf({ asked }: SuggestionDocument, able: ReadonlySet<string>): string | undefined {
  return Object.entries(asked).find(([person, consent]) => consent === 'agreed' && able.has(person))?.[0];
}

async function handOver(
  before: SuggestionDocument,
  able: ReadonlySet<string>,
  who: Handing,
): Promise<boolean> {
  const lead = heirOf(before, able);
  if (lead !== undefined) {
    const { [lead]: _heir, ...asked } = before.asked;
    return writeLead(before, { lead, asked, facets: facetsOf({ ...before, lead, asked }) }, who);
  }
  if (before.leadGone) return false;
  return writeLeadGone(before, who);
}

/** One read and a write each. `able`: who is in office and stays. */
export async function handOverLed(
  township: string,
  { lead, able }: { lead: string; able: ReadonlySet<string> },
  who: Handing,
): Promise<number> {
  let done = 0;
  for (const one of await readLedBy(township, lead, AT_ONCE)) if (await handOver(one, able, who)) done++;
  return done;
}
