import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { answerSwap } from './actions/answer-swap';
import { askSwap } from './actions/ask-swap';
import { book } from './actions/book';
import { calendarYear } from './actions/calendar-year';
import { cancel } from './actions/cancel';
import { day } from './actions/day';
import { editSeat } from './actions/edit-seat';
import { listMine } from './actions/list-mine';
import { move } from './actions/move';
import { myDuties } from './actions/my-duties';
import { proposeRoster } from './actions/propose-roster';
import { publishDay } from './actions/publish-day';
import { roster } from './actions/roster';
import { unfinished } from './actions/unfinished';
import { setAbsence } from './actions/set-absence';
import { withdrawDay } from './actions/withdraw-day';

export const main = serve(
  'reception',
  {
    ...{ day, book, move, cancel, listMine },
    ...{ calendarYear, roster, proposeRoster, editSeat, setAbsence, publishDay, withdrawDay },
    ...{ askSwap, answerSwap, myDuties },
    ...unfinished,
  },
  admit,
);
