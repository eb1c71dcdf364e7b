/**
 * The one table of authorisation: function → action → who may call; the sets of roles
 * are contract/roles.ts's. What is not here is refused. Ownership
 * (own booking, own request) is a condition of the action's single write or read.
 */
import type { ActionName, FunctionName } from '../../miniprogram/contract/wire';
import {
  AT_DESK,
  ATTENDS,
  ASK_WORKBENCH,
  AUTHORS,
  CHIEF,
  DEPUTIES,
  DRAW_FROM_REQUESTS,
  HANDLERS,
  IN_SESSION,
  IN_TOUCH,
  KEEPERS,
  LEADERS,
  LEADS,
  MEMBERS,
  OFFICE,
  ON_BEHALF,
  OVERSEERS,
  PASSED_UP,
  RECEIVERS,
  RECORDERS,
  SEE_SUGGESTIONS,
  UNIT_CLERKS,
  WITH_OPINIONS,
  WITH_SUGGESTIONS,
  WITH_TOPICS,
  type Role,
} from '../../miniprogram/contract/roles';

export type Access =
  /** Any WeChat account; the action touches only what is public or the account's own. */
  | { by: 'account' }
  /** A confirmed grant of one of these roles in the input's township. */
  | { by: 'role'; roles: readonly Role[] }
  /** The account's own, or one of these roles; the action asks for the role when it is not the account's own. */
  | { by: 'account-or-role'; roles: readonly Role[] }
  /** The platform itself: timers and message pushes. An account is refused. */
  | { by: 'platform' };

const anyAccount: Access = { by: 'account' };
const office: Access = { by: 'role', roles: OFFICE };
const authors: Access = { by: 'role', roles: AUTHORS };
const chief: Access = { by: 'role', roles: CHIEF };
const keepers: Access = { by: 'role', roles: KEEPERS };
const overseers: Access = { by: 'role', roles: OVERSEERS };
const receivers: Access = { by: 'role', roles: RECEIVERS };
const atDesk: Access = { by: 'role', roles: AT_DESK };
const onBehalf: Access = { by: 'role', roles: ON_BEHALF };
const deputies: Access = { by: 'role', roles: DEPUTIES };
const records: Access = { by: 'role', roles: RECORDERS };
const members: Access = { by: 'role', roles: MEMBERS };
const attends: Access = { by: 'role', roles: ATTENDS };
const inSession: Access = { by: 'role', roles: IN_SESSION };
const withSuggestions: Access = { by: 'role', roles: WITH_SUGGESTIONS };
/** The office everything, a leader the own group's, others their own (the action asks). */
const seesFacts: Access = records;
const leads: Access = { by: 'role', roles: LEADS };
const withOpinions: Access = { by: 'role', roles: WITH_OPINIONS };
const unitClerks: Access = { by: 'role', roles: UNIT_CLERKS };

export const ACCESS: { readonly [F in FunctionName]: { readonly [A in ActionName<F>]: Access } } = {
  registry: {
    whoAmI: anyAccount,
    places: anyAccount,
    claimInvitation: anyAccount,
    countScan: anyAccount,
    scans: office,
    book: keepers,
    editBook: keepers,
    mergeVillages: office,
    tryRoute: office,
    issueInvitation: keepers,
    listInvitations: keepers,
    confirmInvitation: keepers,
    revokeInvitation: keepers,
    reissueInvitation: keepers,
    setUp: anyAccount,
    commitImport: keepers,
    takeBackImport: keepers,
  },
  reception: {
    day: anyAccount,
    book: anyAccount,
    move: anyAccount,
    cancel: anyAccount,
    listMine: anyAccount,
    calendarYear: overseers,
    roster: overseers,
    proposeRoster: office,
    editSeat: office,
    setAbsence: atDesk,
    publishDay: office,
    withdrawDay: office,
    askSwap: receivers,
    answerSwap: receivers,
    myDuties: receivers,
    wait: anyAccount,
    bookFor: onBehalf,
    cancelFor: onBehalf,
    takeOver: anyAccount,
    desk: atDesk,
    findVisitor: atDesk,
    setVisit: atDesk,
    walkIn: atDesk,
    blockPlaces: office,
    addPlaces: office,
    barPerson: office,
    liftBar: office,
    listBars: office,
    wall: anyAccount,
    dayRecord: overseers,
  },
  request: {
    previewRoute: anyAccount,
    submit: anyAccount,
    listHeld: office,
    settlePart: office,
    submitFromVisit: atDesk,
    listMine: anyAccount,
    get: { by: 'account-or-role', roles: HANDLERS },
    revealPhone: { by: 'role', roles: HANDLERS },
    // Which of them may do which step: request/rules/life-cycle.ts.
    act: { by: 'account-or-role', roles: HANDLERS },
    submitFor: onBehalf,
    listOwned: deputies,
    listGroup: { by: 'role', roles: LEADERS },
    // The presidium only what it oversees (the action asks).
    listOffice: overseers,
    listUnit: unitClerks,
    listPassedUp: { by: 'role', roles: PASSED_UP },
    board: anyAccount,
    published: anyAccount,
    lifeGuide: anyAccount,
    joinPublished: anyAccount,
    similar: office,
    find: office,
    actMany: office,
    draftPublication: office,
  },
  duty: {
    figures: seesFacts,
    facts: seesFacts,
    note: records,
    correct: records,
    withdraw: records,
    activity: records,
    listActivities: records,
    answerInvitation: receivers,
    decideLeave: leads,
    attend: leads,
    transferOpinion: office,
    actOnOpinion: withOpinions,
    listOpinions: withOpinions,
    record: seesFacts,
    dispute: receivers,
    answerDispute: office,
    listDisputes: office,
    studyGrid: leads,
    quietDeputies: chief,
    publicFacts: anyAccount,
  },
  congress: {
    draftSuggestion: members,
    // Which of them may do which step: congress/suggestion/rules/life-cycle.ts.
    actOnSuggestion: withSuggestions,
    suggestion: withSuggestions,
    suggestions: withSuggestions,
    suggestionFigures: overseers,
    draftFromRequests: { by: 'role', roles: DRAW_FROM_REQUESTS },
    publicSuggestions: anyAccount,
    prepareSession: office,
    actOnSession: office,
    session: inSession,
    sessions: inSession,
    answerNotice: attends,
    decideLeave: office,
    hallCode: office,
    signIn: attends,
    signInOnPaper: office,
    roll: office,
    addOpinion: office,
    addBill: office,
    recordChange: office,
    changes: office,
    leaving: office,
    prepareTerm: office,
    actOnTerm: office,
    term: office,
    handOver: office,
    planTopic: office,
    // Which of them may do which step: congress/presidium/rules/topic-life.ts.
    actOnTopic: { by: 'role', roles: WITH_TOPICS },
    topics: { by: 'role', roles: SEE_SUGGESTIONS },
    recordMeeting: office,
    meetings: overseers,
    keepInTouch: office,
    liaison: { by: 'role', roles: IN_TOUCH },
    addNote: { by: 'role', roles: IN_TOUCH },
    settleNote: overseers,
    guidance: overseers,
  },
  publicity: {
    list: authors,
    get: authors,
    happenings: authors,
    compose: authors,
    save: authors,
    history: authors,
    version: authors,
    overrule: office,
    preview: authors,
    submit: authors,
    withdraw: authors,
    approve: chief,
    sendBack: chief,
    reopen: office,
    drop: authors,
    restore: authors,
    markPublished: office,
    push: office,
    pushStep: office,
    pushStatus: office,
    resume: { by: 'platform' },
    pack: office,
    published: anyAccount,
    templates: authors,
    saveTemplate: office,
    dropTemplate: office,
    plan: authors,
    saveActivity: office,
    settings: office,
    saveSettings: chief,
  },
  notify: {
    relay: { by: 'platform' },
    kick: anyAccount,
    notices: anyAccount,
    consent: anyAccount,
    inbox: anyAccount,
    seen: anyAccount,
    calls: office,
    revealCall: office,
    settleCall: office,
    letters: office,
    retryLetter: office,
  },
  report: {
    dutyRecord: seesFacts,
    dutyTable: office,
    employerNotice: office,
    slip: onBehalf,
    poster: office,
    registrationForm: office,
    assignmentSheet: office,
    replySheet: office,
    sessionPaper: office,
    suggestionPaper: withSuggestions,
    createReport: office,
    report: office,
    reports: office,
    computeReport: office,
    saveReportWords: office,
    keepSentence: office,
    reportVersions: office,
    // Who of them may sign, the action asks.
    actOnReport: office,
    reportRows: office,
    reportDocument: office,
    reportCharts: office,
    chartRows: office,
    // Whoever may edit those rows by hand (the action asks).
    exportTable: keepers,
    planImport: keepers,
    readImport: keepers,
    listImports: keepers,
  },
  overview: {
    home: anyAccount,
    mine: anyAccount,
    today: receivers,
    workbench: { by: 'role', roles: ASK_WORKBENCH },
  },
};
