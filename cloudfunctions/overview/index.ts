import { door } from '../registry/invitations/grants-store';
import { serve } from '../shared/serve';
import { alive } from './health/alive';
import { audit } from './audit/list-audit';
import { health } from './health/health';
import { home } from './actions/home';
import { mine } from './actions/mine';
import { today } from './actions/today';
import { verify } from './health/verify';
import { workbench } from './actions/workbench';

export const main = serve('overview', { alive, audit, health, home, mine, today, verify, workbench }, door);
