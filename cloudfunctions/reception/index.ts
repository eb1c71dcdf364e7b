import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { addPlaces } from './days/add-places';
import { answerSwap } from './roster/answer-swap';
import { askSwap } from './roster/ask-swap';
import { barPerson } from './bans/ban-person';
import { blockPlaces } from './days/block-places';
import { book } from './booking/book';
import { bookFor } from './booking/book-for';
import { calendarYear } from './calendar/calendar-year';
import { cancel } from './booking/cancel';
import { cancelFor } from './booking/cancel-for';
import { day } from './booking/day';
import { dayRecord } from './desk/day-record';
import { desk } from './desk/desk';
import { editSeat } from './roster/edit-seat';
import { eraseOwn } from './own-data/erase-own';
import { findVisitor } from './desk/find-visitor';
import { liftBar } from './bans/lift-ban';
import { listBars } from './bans/list-bans';
import { listMine } from './booking/list-mine';
import { move } from './booking/move';
import { myDuties } from './roster/my-duties';
import { proposeRoster } from './roster/propose-roster';
import { publishDay, publishRest } from './days/publish-day';
import { roster } from './roster/roster';
import { setAbsence } from './roster/set-absence';
import { setVisit } from './desk/set-visit';
import { takeOver } from './booking/take-over';
import { wait } from './booking/wait';
import { walkIn } from './desk/walk-in';
import { wall } from './desk/wall';
import { withdrawDay } from './days/withdraw-day';

export const main = serve(
  'reception',
  {
    day,
    book,
    move,
    cancel,
    listMine,
    eraseOwn,
    calendarYear,
    roster,
    proposeRoster,
    editSeat,
    setAbsence,
    publishDay,
    publishRest,
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
  door,
);
