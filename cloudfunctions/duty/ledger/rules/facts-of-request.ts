/** What follows from a request's life: that it came, was answered, was solved by its asker's word, was rated. */
import type { RequestDocument } from '../../../request/rules/request-document';
import { toLocalDate } from '../../../shared/china-time';
import type { Fact } from './fact';

export type FactRequest = Pick<
  RequestDocument,
  | 'day'
  | 'village'
  | 'category'
  | 'group'
  | 'home'
  | 'deputy'
  | 'state'
  | 'due'
  | 'lead'
  | 'replies'
  | 'outcome'
  | 'rating'
>;

/**
 * That somebody asked is nobody's act: such a row stands in no duty record. A withdrawn one leaves nothing. What ended without its asker's word (silence, a settlement, with the one it was
 * merged into) is no matter done. `party`: keyed hash of the asker.
 */
export function factsOfRequest(request: FactRequest, party: string | undefined): Fact[] {
  const {
    state,
    day,
    village,
    category,
    group,
    home,
    deputy,
    due,
    lead,
    replies = [],
    outcome,
    rating,
  } = request;
  if (state === 'withdrawn') return [];
  const about = {
    part: '',
    persons: [] as readonly string[],
    village,
    category,
    ...(group !== '' && { group }),
    ...(home !== '' && { home }),
    ...(lead !== '' && { units: [lead] }),
    ...(party !== undefined && { party }),
  };
  const facts: Fact[] = [Object.assign({ kind: 'request-submitted', date: day }, about)];
  const [first] = replies;
  const last = replies.at(-1);
  if (first && last) {
    const date = toLocalDate(first.at);
    // What a unit answered is not the deputy's answer.
    const persons = first.unit === '' ? [first.by] : [];
    facts.push(Object.assign({ kind: 'request-answered' }, about, { date, persons, result: last.class }));
  }
  if (outcome === 'solved') {
    const persons = deputy === '' ? [] : [deputy];
    const heading = 'contact' as const;
    facts.push(Object.assign({ kind: 'request-solved' }, about, { date: due, persons, heading }));
  }
  if (rating) {
    const date = toLocalDate(rating.at);
    facts.push(Object.assign({ kind: 'request-rated', date, result: rating.satisfaction }, about));
  }
  return facts;
}
