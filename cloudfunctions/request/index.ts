import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { get } from './actions/get';
import { listMine } from './actions/list-mine';
import { previewRoute } from './actions/preview-route';
import { submit } from './actions/submit';
import { submitFromVisit } from './actions/submit-from-visit';
import { take } from './actions/take';

export const main = serve('request', { previewRoute, submit, submitFromVisit, listMine, get, take }, admit);
