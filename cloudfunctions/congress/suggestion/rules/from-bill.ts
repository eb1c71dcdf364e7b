/** A bill that was left off the agenda, as the suggestion that it becomes (mission F1): handed in, with every name that stands under it. */
import type { Consent } from '../../../../miniprogram/contract/congress/suggestion';
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import type { SessionRow } from '../../session/rules/session-document';
import { facetsOf, suggestionNumber, type SuggestionDocument } from './suggestion-document';

/** The paper has them; what is asked stands in the title. */
const GROUNDS = '五名以上代表联名提出的议案，没有列入会议议程，作代表建议办理。案据见议案原件，存人大办。';
const PLAN = '见议案原件。';

type Bill = Pick<
  SessionRow,
  '_id' | 'township' | 'session' | 'title' | 'persons' | 'lead' | 'category' | 'h'
>;

export interface Birth {
  id: string;
  now: Instant;
  today: LocalDate;
  due: LocalDate;
  /** Town deputies in office. */
  able: ReadonlySet<string>;
}

/** Without anybody who moved it in office the office does what would be the deputy's. Undefined: it is on the agenda. */
export function suggestionFromBill(
  bill: Bill,
  { id, now, today, due, able }: Birth,
): SuggestionDocument | undefined {
  const { persons = [], lead: wanted, category, title = '' } = bill;
  if (wanted === undefined || category === undefined) return undefined;
  const heir = [wanted, ...persons].find((person) => able.has(person));
  const lead = heir ?? wanted;
  const asked = Object.fromEntries(
    persons.filter((person) => person !== lead).map((person): [string, Consent] => [person, 'agreed']),
  );
  const about = { lead, asked, session: bill.session };
  const document: SuggestionDocument = {
    ...about,
    _id: id,
    township: bill.township,
    rev: 1,
    number: suggestionNumber(id, today),
    born: { k: bill._id, h: bill.h },
    bill: bill._id,
    level: 'town',
    category,
    requests: [],
    title,
    grounds: GROUNDS,
    plan: PLAN,
    state: 'submitted',
    open: true,
    submittedOn: today,
    due,
    dueSeq: `${due}${id.slice(-8)}`,
    seq: `${String(now).padStart(13, '0')}${id.slice(-8)}`,
    createdAt: now,
    replies: [],
    redone: 0,
    facets: facetsOf(about),
    steps: [{ at: now, act: 'from-bill', by: lead }],
    acts: [],
  };
  return heir === undefined ? Object.assign(document, { leadGone: true as const }) : document;
}
