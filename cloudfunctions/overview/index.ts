import { door } from '../registry/door';
import { serve } from '../shared/serve';
import { home } from './actions/home';
import { mine } from './actions/mine';
import { today } from './actions/today';
import { workbench } from './actions/workbench';

export const main = serve('overview', { home, mine, today, workbench }, door);
