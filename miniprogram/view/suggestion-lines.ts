/** Deputies' suggestions as lines of a list, in the shape of request-card. */
import { SUGGESTION_STATES } from '../contract/congress/suggestion-labels';
import type { SuggestionCard } from '../contract/congress/suggestion';
import type { RequestLine } from '../contract/shapes';
import type { LocalDate } from '../contract/wire';
import { daysBetween, sayDate } from './dates';

/** One sentence: who has it and what comes next. */
export function saySuggestion({ state, ownerName, due }: SuggestionCard, today: LocalDate): string {
  const { next, label } = SUGGESTION_STATES[state];
  if (due === undefined) return label;
  const day = sayDate(due, today);
  return due < today ? `${ownerName}，原定${day}前${next}，已经过期` : `${ownerName}，${day}前${next}`;
}

export function toSuggestionLine(card: SuggestionCard, today: LocalDate): RequestLine {
  const { suggestion, title, state, due, number, categoryName, leadName, cosigners, key } = card;
  const late = due !== undefined && due < today;
  const days = due === undefined ? 0 : daysBetween(today, due);
  const names = cosigners > 0 ? `${leadName}等${String(cosigners + 1)}名代表` : leadName;
  return {
    request: suggestion,
    title,
    about: [`代表建议 ${number}`, categoryName, names, key ? '重点督办' : ''].filter(Boolean).join(' · '),
    sentence: saySuggestion(card, today),
    tag: late ? `已超${String(-days)}天` : SUGGESTION_STATES[state].label,
    tone: late ? 'late' : SUGGESTION_STATES[state].shape,
    due: due === undefined || late ? '' : days <= 7 ? `还有${String(days)}天` : `${sayDate(due, today)}前`,
    act: '',
  };
}
