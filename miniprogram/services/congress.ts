/** congress: deputies' suggestions, sessions, the presidium. */
import type { CongressActions } from '../contract/congress/congress';
import type {
  SuggestionActed,
  SuggestionQueue,
  SuggestionStep,
  SuggestionView,
} from '../contract/congress/suggestion';
import type { Input, Output } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import type { Result } from '../contract/result';
import { township } from '../platform/whereabouts';

type Out<A extends keyof CongressActions> = Promise<Result<Output<'congress', A>>>;

function paged(after: string | undefined): { township: string; after?: string } {
  return { township: township(), ...(after !== undefined && { after }) };
}

export function draftSuggestion(
  draft: Omit<Input<'congress', 'draftSuggestion'>, 'township'>,
  key: string,
): Promise<Result<SuggestionActed>> {
  return write('congress', 'draftSuggestion', { township: township(), ...draft }, key);
}

export function actOnSuggestion(
  suggestion: string,
  step: SuggestionStep,
  key: string,
): Promise<Result<SuggestionActed>> {
  return write('congress', 'actOnSuggestion', { township: township(), suggestion, step }, key);
}

export function getSuggestion(suggestion: string): Promise<Result<SuggestionView>> {
  return ask('congress', 'suggestion', { township: township(), suggestion });
}

export function listSuggestions(queue: SuggestionQueue, closed: boolean, after?: string): Out<'suggestions'> {
  return ask('congress', 'suggestions', { ...paged(after), queue, ...(closed && { closed: true as const }) });
}

export function getSuggestionFigures(): Out<'suggestionFigures'> {
  return ask('congress', 'suggestionFigures', { township: township() });
}

export function draftFromRequests(requests: readonly string[]): Out<'draftFromRequests'> {
  return ask('congress', 'draftFromRequests', { township: township(), requests });
}

export function listPublicSuggestions(after?: string): Out<'publicSuggestions'> {
  return ask('congress', 'publicSuggestions', paged(after));
}
