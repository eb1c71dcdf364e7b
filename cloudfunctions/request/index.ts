import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { act } from './actions/act';
import { get } from './actions/get';
import { listMine } from './actions/list-mine';
import { previewRoute } from './actions/preview-route';
import { submit } from './actions/submit';
import { submitFromVisit } from './actions/submit-from-visit';

export const main = serve('request', { previewRoute, submit, submitFromVisit, listMine, get, act }, admit);
