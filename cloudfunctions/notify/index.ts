import { admit } from '../registry/store';
import { serve } from '../shared/serve';
import { kick } from './actions/kick';
import { relay } from './actions/relay';

export const main = serve('notify', { relay, kick }, admit, 'relay');
