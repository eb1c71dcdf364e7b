/** What a deputy is told of the life of a suggestion, from the table's rows and the township's settings. */
import type {
  SuggestionGuideRow,
  SuggestionOwner,
  SuggestionState,
} from '../../../../miniprogram/contract/congress/suggestion';
import { SUGGESTION_STATES } from '../../../../miniprogram/contract/congress/suggestion-labels';
import type { Settings } from '../../../registry/directory/rules/settings';
import { guideOf, type Wait } from '../../../shared/life/rules/table';
import { SUGGESTION_TABLE, type NumberSetting } from './life-cycle';
import { OWNERS } from './owner';

const named = (state: SuggestionState): Wait<SuggestionOwner, NumberSetting> => ({
  owner: OWNERS[state],
  due: 'planned',
});

/** States whose date a plan names: the months of the law, the day of a promise, the body's next decision. */
const PLANNED: Partial<Readonly<Record<SuggestionState, Wait<SuggestionOwner, NumberSetting>>>> = {
  drafting: { owner: OWNERS.drafting, due: { setting: 'suggestionDraftDays' } },
  assigned: named('assigned'),
  contacted: named('contacted'),
  returned: { owner: 'presidium', due: SUGGESTION_TABLE.return.due },
  promised: named('promised'),
  review: { owner: OWNERS.review, due: { setting: 'suggestionDecideDays' } },
};

export function suggestionGuideOf(settings: Settings): SuggestionGuideRow[] {
  const states = Object.keys(SUGGESTION_STATES) as SuggestionState[];
  return guideOf(SUGGESTION_TABLE, { states, reader: 'lead', planned: PLANNED, settings });
}
