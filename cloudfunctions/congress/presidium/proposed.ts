/** What members of the presidium proposed as 重点督办 and nobody has decided: suggestions, requests, 视察意见. */
import type { KeyCandidate } from '../../../miniprogram/contract/congress/presidium';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { OPEN_OPINIONS, type ActivityDocument } from '../../duty/activities/rules/activity-document';
import { openSaid, readWholeList } from '../../duty/activities/store';
import { nameOf, type Directory } from '../../registry/directory/rules/directory';
import type { RequestDocument } from '../../request/rules/request-document';
import { readKeyAsked } from '../../request/store';
import type { SuggestionDocument } from '../suggestion/rules/suggestion-document';
import { readSuggestions } from '../suggestion/store';

export interface Proposed {
  suggestions: readonly Pick<SuggestionDocument, '_id' | 'number' | 'title' | 'key'>[];
  requests: readonly Pick<RequestDocument, '_id' | 'number' | 'village' | 'category'>[];
  activities: readonly ActivityDocument[];
}

/** Three calls at once; a township proposes a handful. */
export async function readProposed(township: string): Promise<Proposed> {
  const page = { where: { facets: 'key' }, by: 'seq', newest: true, limit: LIMITS.page } as const;
  const [suggestions, requests, activities] = await Promise.all([
    readSuggestions(township, page),
    readKeyAsked(township, LIMITS.page),
    readWholeList(township, OPEN_OPINIONS),
  ]);
  return { suggestions, requests, activities };
}

/** A request is named by number, village and category: whoever records a meeting need not know what it says. */
export function toCandidates(
  directory: Directory,
  { suggestions, requests, activities }: Proposed,
): KeyCandidate[] {
  const { villages, categories } = directory;
  return [
    ...suggestions.flatMap(({ _id, number, title, key }): KeyCandidate[] =>
      key?.state === 'proposed' ? [{ kind: 'suggestion', id: _id, number, words: title }] : [],
    ),
    ...requests.map(({ _id, number, village, category }): KeyCandidate => {
      const words = [nameOf(villages, village), nameOf(categories, category)].filter(Boolean).join(' ');
      return { kind: 'request', id: _id, number, words };
    }),
    ...activities.flatMap((activity) =>
      Object.entries(activity.opinions).flatMap(([part, { key }]): KeyCandidate[] => {
        if (activity.state !== 'held' || key?.state !== 'proposed') return [];
        const words = openSaid(activity).title ?? '';
        return [{ kind: 'opinion', id: activity._id, part, number: '视察意见', words }];
      }),
    ),
  ];
}
