import { serve } from '../shared/serve';
import { directory } from './directory/read-directory';
import { claimInvitation } from './invitations/claim-invitation';
import { commitImport } from './imports/commit-import';
import { confirmInvitation } from './invitations/confirm-invitation';
import { addTownship } from './district/add-township';
import { closeTownship } from './district/close-township';
import { countScan } from './scans/count-scan';
import { district } from './district/read-district';
import { editBook } from './directory/edit-directory';
import { issueInvitation } from './invitations/issue-invitation';
import { listInvitations } from './invitations/list-invitations';
import { listUninvited } from './invitations/list-uninvited';
import { mergeVillages } from './directory/merge-villages';
import { places } from './directory/places';
import { reissueInvitation } from './invitations/reissue-invitation';
import { revokeInvitation } from './invitations/revoke-invitation';
import { saveDistrict } from './district/save-district';
import { scans } from './scans/list-scans';
import { setUpState } from './district/set-up-state';
import { setUp } from './invitations/set-up';
import { takeBackImport } from './imports/take-back-import';
import { tryRoute } from './routing/try-route';
import { whoAmI } from './invitations/who-am-i';
import { door } from './invitations/grants-store';

const names = { whoAmI, places, countScan, scans, book: directory, editBook, mergeVillages, tryRoute };
const invitations = {
  claimInvitation,
  issueInvitation,
  listInvitations,
  listUninvited,
  confirmInvitation,
  revokeInvitation,
  reissueInvitation,
  setUp,
};

const imports = { commitImport, takeBackImport };
const ofDistrict = { district, saveDistrict, addTownship, closeTownship, setUpState };

export const main = serve('registry', { ...names, ...invitations, ...imports, ...ofDistrict }, door);
