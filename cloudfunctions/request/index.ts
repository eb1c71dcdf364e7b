import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { act } from './actions/act';
import { assignMany } from './actions/assign-many';
import { board, published } from './actions/board';
import { draftPublication } from './actions/draft-publication';
import { find } from './actions/find';
import { get } from './actions/get';
import { joinPublished } from './actions/join-published';
import { lifeGuide } from './actions/life-guide';
import { listGroup } from './actions/list-group';
import { listHeld } from './actions/list-held';
import { listMine } from './actions/list-mine';
import { listOffice } from './actions/list-office';
import { listOwned } from './actions/list-owned';
import { listPassedUp } from './actions/list-passed-up';
import { listUnit } from './actions/list-unit';
import { previewRoute } from './actions/preview-route';
import { similar } from './actions/similar';
import { settlePart } from './actions/settle-part';
import { submit } from './actions/submit';
import { submitFor } from './actions/submit-for';
import { submitFromVisit } from './actions/submit-from-visit';

export const main = serve(
  'request',
  {
    previewRoute,
    submit,
    submitFor,
    submitFromVisit,
    get,
    act,
    assignMany,
    listMine,
    listOwned,
    listGroup,
    listOffice,
    listUnit,
    listPassedUp,
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
  admit,
);
