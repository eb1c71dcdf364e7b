/** In whose hands a suggestion is: its state says it. */
import type { SuggestionOwner, SuggestionState } from '../../../../miniprogram/contract/congress/suggestion';
import type { SuggestionDocument } from './suggestion-document';

export const OWNERS: Readonly<Record<SuggestionState, SuggestionOwner>> = {
  drafting: 'deputy',
  submitted: 'office',
  'sent-back': 'deputy',
  examined: 'presidium',
  entrusted: 'government',
  assigned: 'unit',
  contacted: 'unit',
  returned: 'office',
  replied: 'deputy',
  promised: 'unit',
  review: 'presidium',
  closed: 'nobody',
  withdrawn: 'nobody',
  letter: 'nobody',
  'passed-up': 'nobody',
};

/** What a unit returned goes back to whoever named it; what was a deputy's who is gone is the office's. */
export function ownerOf({
  state,
  through,
  leadGone,
}: Pick<SuggestionDocument, 'state' | 'through' | 'leadGone'>): SuggestionOwner {
  if (state === 'returned') return through ? 'government' : 'presidium';
  const owner = OWNERS[state];
  return owner === 'deputy' && leadGone ? 'office' : owner;
}
