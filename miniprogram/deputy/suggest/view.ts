/** What lies beside the form: requests it may grow out of, and what was suggested before. */
import type { Choice } from '../../components/choice-chips/choice-chips';
import { SUGGESTION_STATES } from '../../contract/congress/suggestion-labels';
import type { EarlierSuggestion } from '../../contract/congress/suggestion';
import type { RequestCard } from '../../contract/request';
import { sayDate } from '../../view/dates';

/** One request once, those that were chosen marked. */
export function toChoices(requests: readonly RequestCard[], chosen: readonly string[]): Choice[] {
  const once = new Map(requests.map((card) => [card.request, card]));
  return [...once.values()].map(({ request, title, village, category, number }) => ({
    id: request,
    text: title,
    hint: `${village} · ${category} · ${number}`,
    on: chosen.includes(request),
  }));
}

export function toEarlier({ number, title, state, unitName, on }: EarlierSuggestion) {
  const { label } = SUGGESTION_STATES[state];
  return { number, title, words: [sayDate(on), unitName, label].filter(Boolean).join(' · ') };
}
