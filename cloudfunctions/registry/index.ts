import { serve } from '../shared/serve';
import { book } from './actions/book';
import { claimInvitation } from './actions/claim-invitation';
import { confirmInvitation } from './actions/confirm-invitation';
import { countScan } from './actions/count-scan';
import { editBook } from './actions/edit-book';
import { issueInvitation } from './actions/issue-invitation';
import { listInvitations } from './actions/list-invitations';
import { mergeVillages } from './actions/merge-villages';
import { places } from './actions/places';
import { reissueInvitation } from './actions/reissue-invitation';
import { revokeInvitation } from './actions/revoke-invitation';
import { scans } from './actions/scans';
import { setUp } from './actions/set-up';
import { tryRoute } from './actions/try-route';
import { whoAmI } from './actions/who-am-i';
import { admit } from './store';

const names = { whoAmI, places, countScan, scans, book, editBook, mergeVillages, tryRoute };
const invitations = {
  claimInvitation,
  issueInvitation,
  listInvitations,
  confirmInvitation,
  revokeInvitation,
  reissueInvitation,
  setUp,
};

export const main = serve('registry', { ...names, ...invitations }, admit);
