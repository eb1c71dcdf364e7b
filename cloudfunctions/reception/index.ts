import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { addPlaces } from './actions/add-places';
import { answerSwap } from './actions/answer-swap';
import { askSwap } from './actions/ask-swap';
import { barPerson } from './actions/bar-person';
import { blockPlaces } from './actions/block-places';
import { book } from './actions/book';
import { bookFor } from './actions/book-for';
import { calendarYear } from './actions/calendar-year';
import { cancel } from './actions/cancel';
import { cancelFor } from './actions/cancel-for';
import { day } from './actions/day';
import { dayRecord } from './actions/day-record';
import { desk } from './actions/desk';
import { editSeat } from './actions/edit-seat';
import { findVisitor } from './actions/find-visitor';
import { liftBar } from './actions/lift-bar';
import { listBars } from './actions/list-bars';
import { listMine } from './actions/list-mine';
import { move } from './actions/move';
import { myDuties } from './actions/my-duties';
import { proposeRoster } from './actions/propose-roster';
import { publishDay } from './actions/publish-day';
import { roster } from './actions/roster';
import { setAbsence } from './actions/set-absence';
import { setVisit } from './actions/set-visit';
import { takeOver } from './actions/take-over';
import { wait } from './actions/wait';
import { walkIn } from './actions/walk-in';
import { wall } from './actions/wall';
import { withdrawDay } from './actions/withdraw-day';

export const main = serve(
  'reception',
  {
    day,
    book,
    move,
    cancel,
    listMine,
    calendarYear,
    roster,
    proposeRoster,
    editSeat,
    setAbsence,
    publishDay,
    withdrawDay,
    askSwap,
    answerSwap,
    myDuties,
    wait,
    bookFor,
    cancelFor,
    takeOver,
    desk,
    findVisitor,
    setVisit,
    walkIn,
    blockPlaces,
    addPlaces,
    wall,
    dayRecord,
    barPerson,
    liftBar,
    listBars,
  },
  admit,
);
