/**
 * What must be true of any request after anything anybody did, in words of its own: it does not ask the table for
 * dates or owners, so that a wrong row is seen. The table is asked for one thing: which steps are offered to whom.
 */
import { CALL_BACK, KEY_ASKED } from '../../../cloudfunctions/request/lists/rules/facets';
import { KEY } from '../../../cloudfunctions/request/lists/rules/marks';
import { STATES } from '../../../miniprogram/contract/labels';
import type { RequestAct, RequestState } from '../../../miniprogram/contract/request-life';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import type { Invitation } from '../../../cloudfunctions/registry/invitations/rules/invitation';
import type { Caller } from '../../../cloudfunctions/request/life/rules/actors';
import { LIFE_CYCLE } from '../../../cloudfunctions/request/life/rules/life-cycle';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { legalActs } from '../../../cloudfunctions/request/life/rules/take-step';

/** Somebody with a phone: each role held, and what they are to everything by their account alone. */
export interface Person {
  openid: string;
  callers: readonly Caller[];
}

/** Whoever holds a grant here. */
export function peopleOf(grants: readonly Invitation[], accountOf: (openid: string) => string): Person[] {
  const held = grants.filter(({ state, township }) => state === 'confirmed' && township === 'bh');
  return [...new Set(held.map(({ openid }) => openid))].map((openid) => {
    const account = accountOf(openid);
    const roles = held
      .filter((grant) => grant.openid === openid)
      .map(({ role, person, group, unit }) => ({
        account,
        role,
        ...(person !== undefined && { person }),
        ...(group !== undefined && { group }),
        ...(unit !== undefined && { unit }),
      }));
    return { openid, callers: [{ account }, ...roles] };
  });
}

/** By request as it stands, and by person and day: asked for each choice and for each look. */
const known = new WeakMap<RequestDocument, Map<string, RequestAct[]>>();

export function offered(request: RequestDocument, person: Person, today: LocalDate): RequestAct[] {
  let ofRequest = known.get(request);
  if (!ofRequest) known.set(request, (ofRequest = new Map<string, RequestAct[]>()));
  const asked = `${person.openid} ${today}`;
  let acts = ofRequest.get(asked);
  if (!acts) ofRequest.set(asked, (acts = legalActs(request, person.callers, today)));
  return acts;
}

/** The people who have it now: of a unit its clerk, of the office its staff. */
function owners(request: RequestDocument, people: readonly Person[]): Person[] {
  const { owner, lead } = request;
  return people.filter(({ callers }) =>
    callers.some(({ role, person, unit }) => {
      switch (owner.kind) {
        case 'unit':
          return role === 'unit' && unit === lead;
        case 'office':
          return role === 'staff';
        case 'chief':
          // The body decides where its chair may not know of the request.
          return role === 'chief' || role === 'presidium';
        case 'presidium':
          return role === owner.kind;
        default:
          return (role === 'deputy' || role === 'leader') && person === owner.person;
      }
    }),
  );
}

/** By whom each open state can be had at all. */
const HAD_BY: Readonly<Partial<Record<RequestState, readonly string[]>>> = {
  submitted: ['deputy', 'leader', 'office'],
  contacting: ['deputy', 'leader', 'office'],
  visiting: ['deputy', 'leader', 'office'],
  face: ['deputy', 'leader', 'office'],
  proposed: ['office'],
  returned: ['office'],
  replied: ['office'],
  'passed-up': ['office'],
  entrusted: ['unit'],
  assigned: ['unit'],
  signing: ['unit'],
  accepted: ['unit'],
  promised: ['unit', 'office'],
  disputed: ['chief'],
  escalated: ['presidium'],
  confirming: ['deputy', 'leader', 'office'],
};

/** Whoever has it can do something that leads on; what waits for the asker alone ends by the clock. */
function hasWayOut(request: RequestDocument, people: readonly Person[], today: LocalDate): boolean {
  if (request.state === 'confirming') return request.clockOn < '9999';
  return owners(request, people).some((person) =>
    offered(request, person, today).some(
      (act) => LIFE_CYCLE[act].to !== 'same' && !LIFE_CYCLE[act].who.includes('asker'),
    ),
  );
}

const DAY = /^20\d\d-\d\d-\d\d$/;

/** What is wrong with it; nothing of it may be. */
export function faultsOf(request: RequestDocument, people: readonly Person[], today: LocalDate): string[] {
  const { state, open, owner, due, dueSeq, deputy, lead, clockOn, key, callback, facets, tokens } = request;
  const held = owner.kind === 'deputy' || owner.kind === 'leader';
  const rules: readonly (readonly [string, boolean])[] = [
    ['open as its state', open === (STATES[state].type === 'open')],
    ['a date', DAY.test(due) && dueSeq.startsWith(due)],
    ['in the list of 重点督办', (key === true) === tokens.includes(KEY)],
    ['among those proposed for it', (key === 'asked') === facets.includes(KEY_ASKED)],
    ['among those to be called back', (callback === 'due') === facets.includes(CALL_BACK)],
    ['nothing for the clock when it is over', open || clockOn.startsWith('9999')],
  ];
  const whileOpen: readonly (readonly [string, boolean])[] = [
    ['one owner', held === (owner.person !== '')],
    ['an owner of this state', HAD_BY[state]?.includes(owner.kind) === true],
    ['followed by who has it', !held || deputy === owner.person],
    ['a unit by name', owner.kind !== 'unit' || lead !== ''],
    ['seen by the clock when its date is over', clockOn <= '2100' || request.lateTold === due],
    ['a way out for who has it', hasWayOut(request, people, today)],
  ];
  return [...rules, ...(open ? whileOpen : [])].flatMap(([name, holds]) => (holds ? [] : [name]));
}

/** Whose date stays when they begin, and those that name a day, which may be today. */
const KEEPS: ReadonlySet<string> = new Set(['take', 'accept']);
const NAMES_DAY: ReadonlySet<string> = new Set(['visit', 'planDelivery']);

/** Who gets it, or in whatever state it comes, has time: a date is ahead, not the one that was missed. */
export function hasTime(
  act: string,
  before: RequestDocument,
  after: RequestDocument,
  today: LocalDate,
): boolean {
  const same = before.state === after.state && before.owner.kind === after.owner.kind;
  if (!after.open || KEEPS.has(act) || (same && before.owner.person === after.owner.person)) return true;
  return NAMES_DAY.has(act) ? after.due >= today : after.due > today;
}

/** What the clock should have done by the end of `today` and did not. */
export function leftByClock(request: RequestDocument, today: LocalDate): string[] {
  const { state, open, owner, due, leaderOn, officeOn, lateTold, paused } = request;
  if (!open) return [];
  if (paused) return paused.until < today ? ['paused'] : [];
  if (state === 'confirming') return due < today ? ['unanswered'] : [];
  const untaken = state === 'submitted' && owner.person !== '';
  return [
    ...(untaken && officeOn < today ? ['untaken by the leader'] : []),
    ...(untaken && owner.kind === 'deputy' && leaderOn < today ? ['untaken by the deputy'] : []),
    ...(due < today && lateTold !== due ? ['late untold'] : []),
  ];
}

/** Acts of time and relay: from where. */
const OF_CLOCK: Readonly<Record<string, readonly RequestState[] | 'open'>> = {
  'to-leader': ['submitted'],
  'to-office': ['submitted'],
  lapse: ['confirming'],
  unpause: 'open',
  late: 'open',
  'send-back': ['merged'],
  with: ['merged'],
};

/** The first row of the history that could not follow from those before it: acts at once came one after the other. */
export function brokenStep(request: RequestDocument): string | undefined {
  let state: RequestState = 'submitted';
  for (const { act, state: to } of request.steps) {
    if (act !== 'submit') {
      const from = act in LIFE_CYCLE ? LIFE_CYCLE[act as RequestAct].from : OF_CLOCK[act];
      const legal = from === 'open' ? STATES[state].type === 'open' : from?.includes(state);
      if (legal !== true) return `${act} from ${state}`;
    }
    state = to ?? state;
  }
  return state === request.state ? undefined : `ends as ${state}`;
}
