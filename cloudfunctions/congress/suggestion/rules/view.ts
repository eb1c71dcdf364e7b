/** A suggestion as a screen gets it, by who looks. */
import type { SuggestionReply, SuggestionView } from '../../../../miniprogram/contract/congress/suggestion';
import { OFFICE, UNIT_CLERKS } from '../../../../miniprogram/contract/roles';
import type { LocalDate } from '../../../../miniprogram/contract/wire';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import type { RequestDocument } from '../../../request/rules/request-document';
import type { Caller } from './actors';
import { toSuggestionCard } from './card';
import type { StoredReply, SuggestionDocument } from './suggestion-document';
import { legalActs } from './take-step';

/** A person, a unit, or who is neither in the directory: the office. */
function nameOfActor({ people, units }: Directory, by: string): string {
  return nameOf(people, by) || nameOf(units, by) || (by === 'system' ? '' : '人大办');
}

function assignedOf(directory: Directory, suggestion: SuggestionDocument): SuggestionView['assigned'] {
  const { unit, assist = [], handedOn, replyBy } = suggestion;
  if (unit === undefined || handedOn === undefined || replyBy === undefined) return undefined;
  const assistNames = assist.map((one) => nameOf(directory.units, one));
  return { unitName: nameOf(directory.units, unit), assistNames, on: handedOn, replyBy };
}

/** Inner steps of the office and the presidium, which a unit need not read. */
const INNER: ReadonlySet<string> = new Set(['examine', 'proposeKey', 'decideKey', 'dispatch']);

/** A letter that nobody has signed yet is no answer, and its deputy reads it when it is one. */
const DRAFT_READERS: ReadonlySet<string> = new Set([...OFFICE, ...UNIT_CLERKS]);

function toDraft({ unit: _unit, ...draft }: NonNullable<SuggestionDocument['draft']>) {
  return draft;
}

/** Without the file's own id: a phone gets a link for half an hour. */
function toReply({ units }: Directory, { unit, scan, ...reply }: StoredReply): SuggestionReply {
  return { ...reply, unitName: nameOf(units, unit), ...(scan && { scan: scan.paper }) };
}

export function toSuggestionView(
  directory: Directory,
  suggestion: SuggestionDocument,
  requests: readonly Pick<RequestDocument, '_id' | 'number' | 'state'>[],
  callers: readonly Caller[],
  today: LocalDate,
): SuggestionView {
  const { rev, grounds, plan, category, session, asked, replies, assists = {}, opinion, draft } = suggestion;
  const unitOnly = callers.every(({ role }) => role === 'unit');
  const assigned = assignedOf(directory, suggestion);
  const { contactedOn } = suggestion;
  return {
    ...toSuggestionCard(directory, suggestion),
    rev,
    grounds,
    plan,
    category,
    ...(session !== undefined && { session }),
    fromBill: suggestion.bill !== undefined,
    asked: Object.entries(asked).map(([person, consent]) => ({
      person,
      name: nameOf(directory.people, person),
      consent,
    })),
    // A unit sees what it handles, not which villagers' requests lie behind it.
    requests: unitOnly ? [] : requests.map(({ _id, number, state }) => ({ request: _id, number, state })),
    difficult: suggestion.difficult === true,
    ...(assigned && { assigned }),
    ...(contactedOn !== undefined && { contactedOn }),
    assists: Object.entries(assists).map(([unit, { words }]) => ({
      unitName: nameOf(directory.units, unit),
      words,
    })),
    replies: replies.map((reply) => toReply(directory, reply)),
    ...(draft && callers.some(({ role }) => DRAFT_READERS.has(role)) && { draft: toDraft(draft) }),
    ...(opinion && { opinion }),
    inPlan: suggestion.inPlan === true,
    published: suggestion.published !== undefined,
    steps: suggestion.steps
      .filter(({ act }) => !unitOnly || !INNER.has(act))
      .map(({ at, act, by, words }) => ({
        at,
        act,
        byName: nameOfActor(directory, by),
        ...(words !== undefined && { words }),
      })),
    acts: legalActs(suggestion, callers, directory, today),
  };
}
