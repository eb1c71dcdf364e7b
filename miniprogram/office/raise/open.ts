/** What the form begins with, from the desk's query; and ending the visit when the request is in. */
import { VISIT_STATES } from '../../contract/desk';
import type { VisitState } from '../../contract/desk';
import type { TalkedAt } from '../../contract/request';
import { emptyDraft } from '../../platform/drafts';
import type { Draft } from '../../platform/kept';
import { newKey } from '../../platform/keys';
import { read } from '../../platform/navigate';
import { recall } from '../../platform/storage';
import { township } from '../../platform/whereabouts';
import { setVisit } from '../services/reception-desk';
import type { Visitor } from './view';

type Query = Readonly<Record<string, string | undefined>>;

export interface Begun {
  visit: TalkedAt;
  visitor: Visitor;
  draft: Draft;
}

function toState(text: string): VisitState {
  return VISIT_STATES.find((state) => state === text) ?? 'talking';
}

/** What was begun for this visit. */
function loadVisitDraft(where: string, visit: TalkedAt): Draft {
  const kept = recall('visitDrafts')?.[visit.booking];
  return kept?.township === where ? kept : { ...emptyDraft(where), visit };
}

/** What was begun before for this visitor stays; else what the desk knows is filled in. */
export function begin(query: Query): Begun {
  const [date, place, booking] = [read(query, 'date'), read(query, 'place'), read(query, 'booking')];
  const visit = { date, place, booking };
  const kept = loadVisitDraft(township(), visit);
  const visitor = {
    number: read(query, 'number'),
    name: read(query, 'name'),
    phoneTail: read(query, 'tail'),
    from: toState(read(query, 'from')),
    seat: read(query, 'seat'),
  };
  const draft = {
    ...kept,
    village: kept.village || read(query, 'village'),
    category: kept.category || read(query, 'category'),
    text: kept.text || read(query, 'words'),
    deputy: kept.deputy || read(query, 'deputy'),
  };
  return { visit, visitor, draft };
}

/** Where this does not get through, the relay ends the visit by what was submitted. */
export async function endVisit(visit: TalkedAt, { from, seat }: Visitor): Promise<void> {
  const step = { ...visit, from, to: 'met' as const, outcome: 'matter' as const, ...(seat && { seat }) };
  await setVisit(step, newKey());
}
