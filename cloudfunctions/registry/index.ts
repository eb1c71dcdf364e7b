import { serve } from '../shared/serve';
import { claimInvitation } from './actions/claim-invitation';
import { countScan } from './actions/count-scan';
import { places } from './actions/places';
import { scans } from './actions/scans';
import { whoAmI } from './actions/who-am-i';
import { admit } from './store';

export const main = serve('registry', { whoAmI, places, claimInvitation, countScan, scans }, admit);
