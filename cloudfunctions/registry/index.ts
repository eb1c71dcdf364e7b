import { serve } from '../shared/serve';
import { claimInvitation } from './actions/claim-invitation';
import { places } from './actions/places';
import { whoAmI } from './actions/who-am-i';
import { admit } from './store';

export const main = serve('registry', { whoAmI, places, claimInvitation }, admit);
