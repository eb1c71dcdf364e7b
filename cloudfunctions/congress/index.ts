import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { actOnSuggestion } from './suggestion/act-on-suggestion';
import { draftFromRequests } from './suggestion/draft-from-requests';
import { draftSuggestion } from './suggestion/draft-suggestion';
import { earlierSuggestions } from './suggestion/earlier-suggestions';
import { suggestionFigures } from './suggestion/figures';
import { openLetter } from './suggestion/open-letter';
import { suggestion } from './suggestion/get-suggestion';
import { changes } from './changes/list-changes';
import { recordChange } from './changes/record-change';
import { addBill, addOpinion } from './session/add-rows';
import { actOnSession } from './session/act-on-session';
import { answerNotice, decideLeave, hallCode, roll, signIn, signInOnPaper } from './session/attend';
import { openPaper } from './session/open-paper';
import { session, sessions } from './session/get-session';
import { actOnTerm } from './term/act-on-term';
import { commitElected } from './term/commit-elected';
import { term } from './term/get-term';
import { handOver } from './term/hand-over';
import { leaving } from './term/leaving';
import { prepareTerm } from './term/prepare-term';
import { keyCandidates } from './presidium/key-candidates';
import { meetings, recordMeeting } from './presidium/meetings';
import { answerAsked, listAsked } from './presidium/asked';
import { addNote, guidance, keepInTouch, liaison, settleNote } from './presidium/notes';
import { actOnTopic, planTopic, topics } from './presidium/topics';
import { prepareSession } from './session/prepare-session';
import { suggestionGuide } from './suggestion/suggestion-guide';
import { suggestions } from './suggestion/list-suggestions';
import { publicSuggestions } from './suggestion/public-suggestions';

export const main = serve(
  'congress',
  {
    draftSuggestion,
    actOnSuggestion,
    suggestion,
    openLetter,
    suggestions,
    suggestionFigures,
    suggestionGuide,
    draftFromRequests,
    earlierSuggestions,
    publicSuggestions,
    prepareSession,
    actOnSession,
    session,
    openPaper,
    sessions,
    answerNotice,
    decideLeave,
    hallCode,
    signIn,
    signInOnPaper,
    roll,
    addOpinion,
    addBill,
    recordChange,
    changes,
    leaving,
    prepareTerm,
    actOnTerm,
    term,
    commitElected,
    handOver,
    planTopic,
    actOnTopic,
    topics,
    recordMeeting,
    meetings,
    keyCandidates,
    keepInTouch,
    liaison,
    addNote,
    settleNote,
    guidance,
    listAsked,
    answerAsked,
  },
  door,
);
