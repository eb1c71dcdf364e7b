/**
 * What a township's ledger tells the district of a deputy of the district (代表法 §58: they are the district's own): kinds,
 * days, and the titles of what was held in public. Nothing of a voter: no village, no household, no title of a help.
 */
import type { Heading } from '../../../../miniprogram/contract/facts';
import type { Person } from '../../../registry/directory/rules/directory';
import type { RecordedFact } from '../../documents/rules/duty-record';

/** Whose titles may name whoever was received, visited or helped. */
const OF_VOTERS: ReadonlySet<string> = new Set([
  'household-visit',
  'help',
  'tied-help',
  'care',
  'appointment',
]);

/** On some day of that year. */
export function isOfDistrict({ memberships }: Pick<Person, 'memberships'>, year: number): boolean {
  const [first, last] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  return memberships.some(
    ({ level, from, to = last }) => level === 'district' && from <= last && to >= first,
  );
}

export function withoutVoters(
  fact: Pick<RecordedFact, 'kind' | 'date' | 'entered'>,
  heading: Heading | undefined,
  title: string | undefined,
): RecordedFact {
  const told = title !== undefined && !OF_VOTERS.has(fact.kind);
  return { ...fact, ...(heading !== undefined && { heading }), ...(told && { title }) };
}
