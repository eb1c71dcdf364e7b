/** What a deputy begins a suggestion with. */
import type { EarlierSuggestion } from '../../contract/congress/suggestion';
import type { RequestPage } from '../../contract/request-lists';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

/** Requests that the deputy has, and those that were passed on and are followed. */
export function listOwn(scope: 'mine' | 'following'): Promise<Result<RequestPage>> {
  return ask('request', 'listOwned', { township: township(), scope });
}

export function listEarlier(
  category: string,
): Promise<Result<{ suggestions: readonly EarlierSuggestion[] }>> {
  return ask('congress', 'earlierSuggestions', { township: township(), category });
}
