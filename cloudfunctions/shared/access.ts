/**
 * The one table of authorisation: function → action → who may call; the sets of roles
 * are contract/roles.ts's. What is not here is refused. Ownership
 * (own booking, own request) is a condition of the action's single write or read.
 */
import type { ActionName, FunctionName } from '../../miniprogram/contract/wire';
import {
  ADMIN,
  AT_DESK,
  ATTENDS,
  ASK_WORKBENCH,
  AT_WALL,
  AUTHORS,
  CHIEF,
  DEPUTIES,
  DISTRICT,
  DRAW_FROM_REQUESTS,
  DUTY_BOUND,
  HANDLERS,
  HANDS_RECEIPTS,
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
  SEE_AUDIT,
  SEE_SUGGESTIONS,
  TAKE_LISTS,
  UNIT_CLERKS,
  WITH_DUTY_REPORTS,
  WITH_OPINIONS,
  WITH_SUGGESTIONS,
  WITH_TOPICS,
  type Role,
} from '../../miniprogram/contract/roles';

export type Access = WhenClosed & Who;

interface WhenClosed {
  /**
   * In a closed township every action that writes is refused, but for these. `goes-on`: it touches the district, or what
   * is the account's own alone. `day-says`: the day that it writes to is closed itself
   * (reception/events/on-township-closed.ts), which costs no call.
   */
  whenClosed?: 'goes-on' | 'day-says';
}

type Who =
  /** Any WeChat account; the action touches only what is public or the account's own. */
  | { by: 'account' }
  /** A confirmed grant of one of these roles in the input's township. */
  | { by: 'role'; roles: readonly Role[] }
  /** The account's own, or one of these roles; the action asks for the role when it is not the account's own. */
  | { by: 'account-or-role'; roles: readonly Role[] }
  /** The platform itself: timers and message pushes. An account is refused. */
  | { by: 'platform' }
  /** Whoever calls, signed in or not: it says nothing of anybody, and costs no call each time. */
  | { by: 'anybody' };

const anyAccount: Access = { by: 'account' };
const office: Access = { by: 'role', roles: OFFICE };
const inTouch: Access = { by: 'role', roles: IN_TOUCH };
const authors: Access = { by: 'role', roles: AUTHORS };
const chief: Access = { by: 'role', roles: CHIEF };
const keepers: Access = { by: 'role', roles: KEEPERS };
/** Of the district, in whichever township its administrator stands. */
const ofDistrict: Access = { by: 'role', roles: ADMIN, whenClosed: 'goes-on' };
const onDay: Access = { by: 'account', whenClosed: 'day-says' };
const own: Access = { by: 'account', whenClosed: 'goes-on' };
const overseers: Access = { by: 'role', roles: OVERSEERS };
const receivers: Access = { by: 'role', roles: RECEIVERS };
const atDesk: Access = { by: 'role', roles: AT_DESK };
const onBehalf: Access = { by: 'role', roles: ON_BEHALF };
const district: Access = { by: 'role', roles: DISTRICT };
const deputies: Access = { by: 'role', roles: DEPUTIES };
const records: Access = { by: 'role', roles: RECORDERS };
const members: Access = { by: 'role', roles: MEMBERS };
const attends: Access = { by: 'role', roles: ATTENDS };
const inSession: Access = { by: 'role', roles: IN_SESSION };
const withSuggestions: Access = { by: 'role', roles: WITH_SUGGESTIONS };
/** The office everything, a leader the own group's, others their own (the action asks). */
const seesFacts: Access = records;
const dutyBound: Access = { by: 'role', roles: DUTY_BOUND };
const leads: Access = { by: 'role', roles: LEADS };
const withOpinions: Access = { by: 'role', roles: WITH_OPINIONS };
const withDutyReports: Access = { by: 'role', roles: WITH_DUTY_REPORTS };
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
    listUninvited: office,
    confirmInvitation: keepers,
    // Who reads a closed township must still be ended.
    revokeInvitation: { by: 'role', roles: KEEPERS, whenClosed: 'goes-on' },
    reissueInvitation: keepers,
    setUp: own,
    district: anyAccount,
    saveDistrict: ofDistrict,
    addTownship: ofDistrict,
    closeTownship: ofDistrict,
    setUpState: keepers,
    commitImport: keepers,
    takeBackImport: keepers,
  },
  media: {
    takeIn: { by: 'platform' },
    takePicture: authors,
    takePaper: { by: 'role', roles: [...LEADS, ...UNIT_CLERKS] },
    drawSheet: { by: 'platform' },
    forget: { by: 'platform' },
  },
  reception: {
    day: anyAccount,
    book: onDay,
    move: onDay,
    cancel: onDay,
    listMine: anyAccount,
    eraseOwn: own,
    calendarYear: overseers,
    roster: overseers,
    proposeRoster: office,
    editSeat: office,
    setAbsence: atDesk,
    publishDay: office,
    publishRest: office,
    withdrawDay: office,
    askSwap: receivers,
    answerSwap: receivers,
    myDuties: receivers,
    wait: onDay,
    bookFor: onBehalf,
    cancelFor: onBehalf,
    takeOver: onDay,
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
    eraseOwn: own,
    withdrawConsents: own,
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
    answerPassedUp: district,
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
    addMaterial: leads,
    dropMaterial: leads,
    openMaterial: records,
    addPicture: records,
    dropPicture: records,
    openPictures: records,
    settlePicture: office,
    transferOpinion: office,
    commitBackEntry: office,
    takeBackEntry: office,
    actOnOpinion: withOpinions,
    listOpinions: withOpinions,
    record: seesFacts,
    consentToStory: receivers,
    dispute: receivers,
    answerDispute: office,
    listDisputes: office,
    studyGrid: leads,
    proposeStudies: leads,
    planStudies: leads,
    // Own ones, or of another whom the chair let read them (the action asks).
    ties: records,
    keepTie: dutyBound,
    endTie: dutyBound,
    tiedDeputies: leads,
    // Who of the office asks, and that the chair alone decides, the action asks.
    tieAccess: office,
    quietDeputies: chief,
    publicFacts: anyAccount,
    // Own ones; of others what is handed in, and by the office alone (the action asks).
    dutyReport: withDutyReports,
    dutyReportVersion: dutyBound,
    draftDutyReport: dutyBound,
    saveDutyReport: dutyBound,
    dutyReporters: office,
    fileBallot: office,
    handBallot: office,
  },
  congress: {
    draftSuggestion: members,
    // Which of them may do which step: congress/suggestion/rules/life-cycle.ts.
    actOnSuggestion: withSuggestions,
    suggestion: withSuggestions,
    openLetter: withSuggestions,
    suggestions: withSuggestions,
    suggestionFigures: overseers,
    suggestionGuide: withSuggestions,
    draftFromRequests: { by: 'role', roles: DRAW_FROM_REQUESTS },
    earlierSuggestions: members,
    publicSuggestions: anyAccount,
    prepareSession: office,
    actOnSession: office,
    session: inSession,
    openPaper: inSession,
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
    commitElected: office,
    handOver: office,
    planTopic: office,
    // Which of them may do which step: congress/presidium/rules/topic-life.ts.
    actOnTopic: { by: 'role', roles: WITH_TOPICS },
    topics: { by: 'role', roles: SEE_SUGGESTIONS },
    recordMeeting: office,
    meetings: overseers,
    keyCandidates: overseers,
    keepInTouch: office,
    liaison: { by: 'role', roles: IN_TOUCH },
    addNote: { by: 'role', roles: IN_TOUCH },
    settleNote: overseers,
    guidance: overseers,
    listAsked: district,
    answerAsked: district,
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
    review: office,
    approve: chief,
    sendBack: chief,
    reopen: office,
    drop: authors,
    restore: authors,
    markPublished: office,
    handOver: office,
    takeBack: office,
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
    officialKeys: ofDistrict,
    saveOfficialKeys: ofDistrict,
    revokeOfficialKeys: ofDistrict,
  },
  notify: {
    relay: { by: 'platform' },
    kick: anyAccount,
    notices: anyAccount,
    consent: own,
    eraseOwn: own,
    withdrawConsents: own,
    inbox: anyAccount,
    seen: own,
    calls: office,
    revealCall: office,
    settleCall: office,
    // Names of events and titles of messages, in which nobody is named: the administrator's as well (运行状况).
    letters: keepers,
    retryLetter: keepers,
  },
  report: {
    ownData: anyAccount,
    dutyRecord: seesFacts,
    essentials: records,
    essentialsSheet: records,
    activityPaper: office,
    // Own text; all else the office's (the action asks).
    dutyReportPaper: withDutyReports,
    dutyTable: office,
    numberList: { by: 'role', roles: AT_WALL },
    employerNotice: office,
    employerNotices: office,
    // A duty record goes out to whoever may read it, the audit to chief and administrator, invitations to whoever keeps
    // them, all else to the office.
    exportList: { by: 'role', roles: TAKE_LISTS },
    slip: onBehalf,
    poster: office,
    deputySheet: office,
    presidiumPack: overseers,
    articlePaper: office,
    handlingReport: overseers,
    registrationForm: office,
    assignmentSheet: office,
    assignmentSheets: office,
    // Of others' the office's, and whoever entered it (the action asks).
    receipt: { by: 'account-or-role', roles: HANDS_RECEIPTS },
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
    reportTemplate: office,
    saveReportTemplate: office,
    wallRules: inTouch,
    wallRule: inTouch,
    saveWallRule: office,
    actOnWallRule: { by: 'role', roles: CHIEF },
    wallRulePaper: inTouch,
    reportCharts: office,
    chartRows: office,
    chartsDocument: office,
    districtFigures: district,
    districtRecord: district,
    districtReport: district,
    // Whoever may edit those rows by hand (the action asks).
    exportTable: keepers,
    invitationSlips: office,
    planImport: keepers,
    readImport: keepers,
    listImports: keepers,
  },
  overview: {
    alive: { by: 'anybody' },
    audit: { by: 'role', roles: SEE_AUDIT },
    health: ofDistrict,
    verify: ofDistrict,
    home: anyAccount,
    mine: anyAccount,
    today: receivers,
    workbench: { by: 'role', roles: ASK_WORKBENCH },
  },
};
