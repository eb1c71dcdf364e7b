/** What follows from a suggestion for the ledger: made by these, answered, and what was thought of it. */
import type { Fact } from '../../../duty/ledger/rules/fact';
import type { SuggestionDocument } from './suggestion-document';

type Told = Pick<
  SuggestionDocument,
  | 'state'
  | 'lead'
  | 'asked'
  | 'category'
  | 'submittedOn'
  | 'answeredOn'
  | 'replies'
  | 'unit'
  | 'level'
  | 'opinion'
>;

/** Nothing before it is handed in; what was taken back or treated as a letter is no suggestion. */
export function factsOfSuggestion(suggestion: Told): Fact[] {
  const { state, lead, asked, category, submittedOn, answeredOn, replies, unit, level, opinion } = suggestion;
  if (submittedOn === undefined || state === 'withdrawn' || state === 'letter') return [];
  const cosigners = Object.entries(asked).flatMap(([person, consent]) =>
    consent === 'agreed' ? [person] : [],
  );
  const about = {
    persons: [lead, ...cosigners],
    category,
    level,
    ...(unit !== undefined && { units: [unit] }),
  };
  const made: Fact = {
    kind: 'suggestion-made',
    part: '',
    date: submittedOn,
    ...about,
    heading: 'suggestions',
  };
  const last = replies.at(-1);
  if (answeredOn === undefined || !last) return [made];
  return [
    made,
    { kind: 'suggestion-answered', part: '', date: answeredOn, ...about, result: last.class },
    ...(opinion
      ? [
          {
            kind: 'suggestion-opined',
            part: '',
            date: answeredOn,
            ...about,
            result: opinion.opinion,
          } as const,
        ]
      : []),
  ];
}
