/** Which fields of a suggestion people wrote: encrypted in the store, read by whoever may see the whole. */
import type { SuggestionDocument } from './suggestion-document';

type Written = Partial<
  Pick<SuggestionDocument, 'title' | 'grounds' | 'plan' | 'steps' | 'replies' | 'opinion' | 'assists'>
>;
type Change = (text: string) => string;

function mapWords<T extends { words?: string }>(one: T, change: Change): T {
  return one.words === undefined ? one : { ...one, words: change(one.words) };
}

/** The same with every text changed; what is absent stays absent. */
export function mapWritten<T extends Written>(source: T, change: Change): T {
  const { title, grounds, plan, steps, replies, opinion, assists } = source;
  const mapped: Written = {
    ...(title !== undefined && { title: change(title) }),
    ...(grounds !== undefined && { grounds: change(grounds) }),
    ...(plan !== undefined && { plan: change(plan) }),
    ...(steps && { steps: steps.map((one) => mapWords(one, change)) }),
    ...(replies && { replies: replies.map((one) => mapWords(one, change)) }),
    ...(opinion && { opinion: mapWords(opinion, change) }),
    ...(assists && {
      assists: Object.fromEntries(
        Object.entries(assists).map(([unit, said]) => [unit, mapWords(said, change)]),
      ),
    }),
  };
  return { ...source, ...mapped };
}
