import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { act } from './life/act';
import { actMany } from './life/act-many';
import { board, published } from './publication/board';
import { eraseOwn } from './own-data/erase-own';
import { withdrawConsents } from './own-data/withdraw-consents';
import { draftPublication } from './publication/draft-publication';
import { find } from './lists/find';
import { get } from './view/get';
import { joinPublished } from './publication/join-published';
import { lifeGuide } from './life/life-guide';
import { listGroup } from './lists/list-group';
import { listHeld } from './content-check/list-held';
import { listMine } from './lists/list-mine';
import { listOffice } from './lists/list-office';
import { listOwned } from './lists/list-owned';
import { answerPassedUp } from './life/answer-passed-up';
import { listPassedUp } from './lists/list-passed-up';
import { listUnit } from './lists/list-unit';
import { revealPhone } from './view/reveal-phone';
import { previewRoute } from './routing/preview-route';
import { similar } from './publication/similar';
import { settlePart } from './content-check/settle-part';
import { submit } from './submit/submit';
import { submitFor } from './submit/submit-for';
import { submitFromVisit } from './submit/submit-from-visit';

export const main = serve(
  'request',
  {
    previewRoute,
    submit,
    submitFor,
    submitFromVisit,
    get,
    revealPhone,
    act,
    actMany,
    listMine,
    eraseOwn,
    withdrawConsents,
    listOwned,
    listGroup,
    listOffice,
    listUnit,
    listPassedUp,
    answerPassedUp,
    board,
    published,
    joinPublished,
    similar,
    find,
    draftPublication,
    listHeld,
    settlePart,
    lifeGuide,
  },
  door,
);
