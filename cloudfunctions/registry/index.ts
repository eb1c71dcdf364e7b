import { serve } from '../shared/serve';
import { door } from './invitations/grants-store';

export const main = serve(
  'registry',
  {
    whoAmI: async () => (await import('./invitations/who-am-i')).whoAmI,
    places: async () => (await import('./directory/places')).places,
    countScan: async () => (await import('./scans/count-scan')).countScan,
    scans: async () => (await import('./scans/list-scans')).scans,
    book: async () => (await import('./directory/read-directory')).directory,
    editBook: async () => (await import('./directory/edit-directory')).editBook,
    mergeVillages: async () => (await import('./directory/merge-villages')).mergeVillages,
    tryRoute: async () => (await import('./routing/try-route')).tryRoute,
    claimInvitation: async () => (await import('./invitations/claim-invitation')).claimInvitation,
    issueInvitation: async () => (await import('./invitations/issue-invitation')).issueInvitation,
    listInvitations: async () => (await import('./invitations/list-invitations')).listInvitations,
    listUninvited: async () => (await import('./invitations/list-uninvited')).listUninvited,
    confirmInvitation: async () => (await import('./invitations/confirm-invitation')).confirmInvitation,
    revokeInvitation: async () => (await import('./invitations/revoke-invitation')).revokeInvitation,
    reissueInvitation: async () => (await import('./invitations/reissue-invitation')).reissueInvitation,
    setUp: async () => (await import('./invitations/set-up')).setUp,
    commitImport: async () => (await import('./imports/commit-import')).commitImport,
    takeBackImport: async () => (await import('./imports/take-back-import')).takeBackImport,
    district: async () => (await import('./district/read-district')).district,
    saveDistrict: async () => (await import('./district/save-district')).saveDistrict,
    addTownship: async () => (await import('./district/add-township')).addTownship,
    closeTownship: async () => (await import('./district/close-township')).closeTownship,
    setUpState: async () => (await import('./district/set-up-state')).setUpState,
  },
  door,
);
