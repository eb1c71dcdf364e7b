/** Acts that leave no row in the audit or several, each with its reason; every other act leaves one. */

export const ROWLESS: Readonly<Record<string, string>> = {
  'notify.kick': 'brings others’ events on their way, and is nobody’s act',
  'notify.seen': 'which messages somebody has read is known to their own phone alone',
  'notify.consent': 'counts what WeChat was allowed to send to one’s own phone',
  'notify.eraseOwn': 'takes one’s own inbox away; request and reception note that somebody deleted',
  'notify.withdrawConsents': 'the other way round of notify.consent',
  'registry.countScan': 'a number of a place, of which nobody knows who scanned',
  'report.keepSentence': 'while a report is being written; it is computed, signed and sent back with a row',
  'report.reportCharts': 'a read, which keeps what it counted for whoever looks next',
  'report.saveReportWords': 'as keepSentence; the report keeps who wrote which version',
  'report.planImport': 'a plan that changes nothing until it is committed',
};

/** A row for each document that was changed, since each may be done or not; some under keys of their own. */
export const SEVERAL: readonly string[] = [
  'congress.actOnTerm',
  'congress.handOver',
  'congress.signInOnPaper',
  'duty.commitBackEntry',
  'duty.planStudies',
  'duty.takeBackEntry',
  'reception.eraseOwn',
  'reception.publishRest',
  'registry.editBook',
  'registry.commitImport',
  'registry.takeBackImport',
  'request.actMany',
  'request.eraseOwn',
  'request.withdrawConsents',
];
