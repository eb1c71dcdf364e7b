/** congress: deputies' suggestions, sessions, the presidium. */
import type { CongressActions } from '../contract/congress/congress';
import type {
  SuggestionActed,
  SuggestionQueue,
  SuggestionStep,
  SuggestionView,
} from '../contract/congress/suggestion';
import type { LeavingMatter } from '../contract/congress/term';
import type { Input, Output } from '../contract/wire';
import { ask, write } from '../platform/cloud';
import type { Result } from '../contract/result';
import { township } from '../platform/whereabouts';
import { partAt, readParts } from './parts';

type Out<A extends keyof CongressActions> = Promise<Result<Output<'congress', A>>>;

/** What an action takes, but for the township. */
type Wish<A extends keyof CongressActions> = Omit<Input<'congress', A>, 'township'>;

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

export function getSuggestionGuide(): Out<'suggestionGuide'> {
  return ask('congress', 'suggestionGuide', { township: township() });
}

export function draftFromRequests(requests: readonly string[]): Out<'draftFromRequests'> {
  return ask('congress', 'draftFromRequests', { township: township(), requests });
}

export function listPublicSuggestions(after?: string): Out<'publicSuggestions'> {
  return ask('congress', 'publicSuggestions', paged(after));
}

export function listSessions(): Out<'sessions'> {
  return ask('congress', 'sessions', { township: township() });
}

export function getSession(session: string): Out<'session'> {
  return ask('congress', 'session', { township: township(), session });
}

export function prepareSession(wish: Wish<'prepareSession'>, key: string): Out<'prepareSession'> {
  return write('congress', 'prepareSession', { township: township(), ...wish }, key);
}

export function actOnSession(wish: Wish<'actOnSession'>, key: string): Out<'actOnSession'> {
  return write('congress', 'actOnSession', { township: township(), ...wish }, key);
}

/** 参加 / 请假. */
export function answerNotice(wish: Wish<'answerNotice'>, key: string): Out<'answerNotice'> {
  return write('congress', 'answerNotice', { township: township(), ...wish }, key);
}

export function decideLeave(
  session: string,
  person: string,
  approved: boolean,
  key: string,
): Out<'decideLeave'> {
  return write('congress', 'decideLeave', { township: township(), session, person, approved }, key);
}

export function getHallCode(session: string, sitting: string): Out<'hallCode'> {
  return ask('congress', 'hallCode', { township: township(), session, sitting });
}

export function signIn(code: string, key: string): Out<'signIn'> {
  return write('congress', 'signIn', { township: township(), code }, key);
}

export function signOnPaper(
  session: string,
  sitting: string,
  persons: readonly string[],
  key: string,
): Out<'signInOnPaper'> {
  return write('congress', 'signInOnPaper', { township: township(), session, sitting, persons }, key);
}

export function openPaper(session: string, paper: string): Out<'openPaper'> {
  return ask('congress', 'openPaper', { township: township(), session, paper });
}

export function getRoll(session: string, sitting: string): Out<'roll'> {
  return ask('congress', 'roll', { township: township(), session, sitting });
}

export function addOpinion(wish: Wish<'addOpinion'>, key: string): Out<'addOpinion'> {
  return write('congress', 'addOpinion', { township: township(), ...wish }, key);
}

export function addBill(wish: Wish<'addBill'>, key: string): Out<'addBill'> {
  return write('congress', 'addBill', { township: township(), ...wish }, key);
}

export function recordChange(wish: Wish<'recordChange'>, key: string): Out<'recordChange'> {
  return write('congress', 'recordChange', { township: township(), ...wish }, key);
}

export function listChanges(after?: string): Out<'changes'> {
  return ask('congress', 'changes', paged(after));
}

/** What still hangs on whoever is no deputy any more. */
export function listLeaving(): Out<'leaving'> {
  return ask('congress', 'leaving', { township: township() });
}

/** The change of term under way, or the last one. */
export function getTerm(): Out<'term'> {
  return ask('congress', 'term', { township: township() });
}

export function prepareTerm(wish: Wish<'prepareTerm'>, key: string): Out<'prepareTerm'> {
  return write('congress', 'prepareTerm', { township: township(), ...wish }, key);
}

export function actOnTerm(wish: Wish<'actOnTerm'>, key: string): Out<'actOnTerm'> {
  return write('congress', 'actOnTerm', { township: township(), ...wish }, key);
}

/** What hangs on one of them goes on with somebody who stays. */
export function handOver(person: string, what: LeavingMatter, key: string): Out<'handOver'> {
  return write('congress', 'handOver', { township: township(), person, what }, key);
}

/** A year's plan of supervision. */
export function listTopics(year: number): Out<'topics'> {
  return readParts((after) => ask('congress', 'topics', { township: township(), year, ...partAt(after) }));
}

export function planTopic(wish: Wish<'planTopic'>, key: string): Out<'planTopic'> {
  return write('congress', 'planTopic', { township: township(), ...wish }, key);
}

export function actOnTopic(wish: Wish<'actOnTopic'>, key: string): Out<'actOnTopic'> {
  return write('congress', 'actOnTopic', { township: township(), ...wish }, key);
}

export function listMeetings(year: number): Out<'meetings'> {
  return readParts((after) => ask('congress', 'meetings', { township: township(), year, ...partAt(after) }));
}

export function listKeyCandidates(): Out<'keyCandidates'> {
  return ask('congress', 'keyCandidates', { township: township() });
}

export function recordMeeting(wish: Wish<'recordMeeting'>, key: string): Out<'recordMeeting'> {
  return write('congress', 'recordMeeting', { township: township(), ...wish }, key);
}

/** 主席团联系代表. */
export function getLiaison(): Out<'liaison'> {
  return readParts((after) => ask('congress', 'liaison', { township: township(), ...partAt(after) }));
}

export function keepInTouch(person: string, member: string, key: string): Out<'keepInTouch'> {
  return write('congress', 'keepInTouch', { township: township(), person, member }, key);
}

export function listGuidance(): Out<'guidance'> {
  return readParts((after) => ask('congress', 'guidance', { township: township(), ...partAt(after) }));
}

/** What the district's townships ask for. */
export function listAsked(after?: string): Out<'listAsked'> {
  return ask('congress', 'listAsked', { township: township(), ...(after !== undefined && { after }) });
}

export function answerAsked(note: string, words: string, key: string): Out<'answerAsked'> {
  return write('congress', 'answerAsked', { township: township(), note, words }, key);
}

export function addNote(wish: Wish<'addNote'>, key: string): Out<'addNote'> {
  return write('congress', 'addNote', { township: township(), ...wish }, key);
}

export function settleNote(note: string, words: string, key: string): Out<'settleNote'> {
  return write('congress', 'settleNote', { township: township(), note, words }, key);
}
