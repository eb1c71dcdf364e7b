import { door } from '../registry/invitations/store';
import { serve } from '../shared/serve';
import { health } from './health/health';
import { home } from './actions/home';
import { mine } from './actions/mine';
import { today } from './actions/today';
import { verify } from './health/verify';
import { workbench } from './actions/workbench';

export const main = serve('overview', { health, home, mine, today, verify, workbench }, door);
