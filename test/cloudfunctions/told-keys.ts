/** Actions whose keys are told of elsewhere than in key-reused.test.ts, or that keep none. */

/** Stories of their own, with the day, the desk or the roster that they need. */
export const TOLD_IN: Readonly<Record<string, string>> = {
  'reception.walkIn': 'reception/walk-in.test.ts',
  'reception.setVisit': 'reception/desk.test.ts',
  'reception.barPerson': 'reception/bans.test.ts',
  'reception.answerSwap': 'reception/roster-to-day.test.ts',
  'request.submitFromVisit': 'request/submit-from-visit.test.ts',
  'congress.prepareTerm': 'congress/term/term.test.ts',
  'congress.actOnTerm': 'congress/term/term.test.ts',
};

/** Through the module of the story named. */
export const LIKE: Readonly<Record<string, string>> = {
  'duty.actOnOpinion': 'duty.withdraw',
  'duty.answerInvitation': 'duty.withdraw',
  'duty.attend': 'duty.withdraw',
  'duty.correct': 'duty.withdraw',
  'duty.decideLeave': 'duty.withdraw',
  'duty.transferOpinion': 'duty.withdraw',
  'publicity.submit': 'publicity.drop',
  'publicity.withdraw': 'publicity.drop',
  'publicity.approve': 'publicity.drop',
  'publicity.sendBack': 'publicity.drop',
  'publicity.reopen': 'publicity.drop',
  'publicity.restore': 'publicity.drop',
  'publicity.markPublished': 'publicity.drop',
  'publicity.push': 'publicity.drop',
  'publicity.saveTemplate': 'publicity.saveSettings',
  'publicity.dropTemplate': 'publicity.saveSettings',
  'publicity.saveActivity': 'publicity.saveSettings',
  'reception.proposeRoster': 'reception.answerSwap',
  'reception.editSeat': 'reception.answerSwap',
  'reception.setAbsence': 'reception.answerSwap',
  'reception.publishDay': 'reception.answerSwap',
  'reception.withdrawDay': 'reception.answerSwap',
  'reception.askSwap': 'reception.answerSwap',
  'reception.cancelFor': 'reception.cancel',
  'reception.blockPlaces': 'reception.setVisit',
  'reception.liftBar': 'reception.barPerson',
  'registry.mergeVillages': 'registry.editBook',
  'registry.confirmInvitation': 'registry.revokeInvitation',
  'registry.reissueInvitation': 'registry.issueInvitation',
  'report.actOnReport': 'report.saveReportWords',
  'report.computeReport': 'report.saveReportWords',
  'request.submitFor': 'request.submit',
  'request.actMany': 'request.act',
};

/** Acts of a session are not tried here; a row of one (addBill, addOpinion) goes by its key alone, whatever the body. */
export const NOT_TRIED = [
  'actOnSession',
  'addBill',
  'addOpinion',
  'answerNotice',
  'decideLeave',
  'prepareSession',
  'recordChange',
  'signIn',
  'signInOnPaper',
].map((action) => `congress.${action}`);

/** Keeps no key: why the same again does no harm. */
export const KEEPS_NONE: Readonly<Record<string, string>> = {
  'notify.consent': 'counts each key once',
  'notify.seen': 'the latest instant stands',
  'notify.revealCall': 'each look is a row of the audit, by account and key',
  'request.revealPhone': 'each look is a row of the audit, by account and key',
  'notify.settleCall': 'a state that is set, the last one stands',
  'notify.retryLetter': 'a letter that is no longer dead is not there',
  'congress.handOver': 'what was handed on is not there to be handed on again',
  'report.createReport': 'there is one for each kind and span',
  'report.keepSentence': 'a state that is set, the last one stands',
  'registry.commitImport': 'the slice is done or not, and its act is named by the import',
  'registry.takeBackImport': 'as commitImport',
  'registry.setUp': 'the administrators’ document decides, once',
  'request.joinPublished': 'by account: its body names nothing but the request',
};
