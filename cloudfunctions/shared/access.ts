/**
 * The one table of authorisation: function → action → who may call. What is not here is refused. Ownership
 * (own booking, own request, own request) is a condition of the action's single write or read.
 */
import type { ActionName, FunctionName } from '../../miniprogram/contract/wire';
import type { Role } from '../../miniprogram/contract/registry';

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
const office: Access = { by: 'role', roles: ['staff', 'chief'] };
/** Answers for what leaves the office. */
const chief: Access = { by: 'role', roles: ['chief'] };
/** The office and whoever keeps the system; which rows and roles each may touch, the action asks. */
const bookkeepers: Access = { by: 'role', roles: ['staff', 'chief', 'admin'] };
const overseers: Access = { by: 'role', roles: ['staff', 'chief', 'presidium'] };
/** Whoever may sit on the roster. */
const receivers: Access = { by: 'role', roles: ['deputy', 'leader', 'presidium', 'receiver'] };

/** Whoever does something that is recorded, and the office for all; what of whom, the action asks. */
const records: Access = {
  by: 'role',
  roles: ['staff', 'chief', 'deputy', 'leader', 'presidium', 'receiver'],
};
/** The office everything, a leader the own group's, others their own (the action asks). */
const seesFacts: Access = records;
const leads: Access = { by: 'role', roles: ['staff', 'chief', 'leader'] };

/** Whoever has visitors before them on the day: the office everywhere, the others where they sit (the action asks). */
const atDesk: Access = {
  by: 'role',
  roles: ['staff', 'chief', 'deputy', 'leader', 'presidium', 'receiver'],
};
/** Enters for somebody else; a helper only for the own village (the action asks). */
const onBehalf: Access = { by: 'role', roles: ['staff', 'chief', 'helper'] };

/** Whoever has something to do with a request; which ones of them with which request the action asks. */
const handlers: readonly Role[] = ['deputy', 'leader', 'staff', 'chief', 'presidium', 'unit'];

export const ACCESS: { readonly [F in FunctionName]: { readonly [A in ActionName<F>]: Access } } = {
  registry: {
    whoAmI: anyAccount,
    places: anyAccount,
    claimInvitation: anyAccount,
    countScan: anyAccount,
    scans: office,
    book: bookkeepers,
    editBook: bookkeepers,
    mergeVillages: office,
    tryRoute: office,
    issueInvitation: bookkeepers,
    listInvitations: bookkeepers,
    confirmInvitation: bookkeepers,
    revokeInvitation: bookkeepers,
    reissueInvitation: bookkeepers,
    setUp: anyAccount,
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
    setAbsence: { by: 'role', roles: ['staff', 'chief', 'deputy', 'leader', 'presidium', 'receiver'] },
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
    get: { by: 'account-or-role', roles: handlers },
    // Which of them may do which step: request/rules/life-cycle.ts.
    act: { by: 'account-or-role', roles: handlers },
    submitFor: onBehalf,
    listOwned: { by: 'role', roles: ['deputy', 'leader'] },
    listGroup: { by: 'role', roles: ['leader'] },
    // The presidium only what it oversees (the action asks).
    listOffice: overseers,
    listUnit: { by: 'role', roles: ['unit'] },
    listPassedUp: { by: 'role', roles: ['district', 'staff', 'chief'] },
    board: anyAccount,
    published: anyAccount,
    lifeGuide: anyAccount,
    joinPublished: anyAccount,
    similar: office,
    find: office,
    assignMany: office,
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
    answerOpinion: { by: 'role', roles: ['unit'] },
    listOpinions: { by: 'role', roles: ['unit'] },
    record: seesFacts,
    dispute: receivers,
    answerDispute: office,
    listDisputes: office,
    studyGrid: leads,
    quietDeputies: chief,
    publicFacts: anyAccount,
  },
  publicity: {
    list: office,
    get: office,
    happenings: office,
    compose: office,
    save: office,
    history: office,
    version: office,
    overrule: office,
    preview: office,
    submit: office,
    withdraw: office,
    approve: chief,
    sendBack: chief,
    reopen: office,
    drop: office,
    restore: office,
    markPublished: office,
    push: office,
    pushStep: office,
    pushStatus: office,
    resume: { by: 'platform' },
    pack: office,
    published: anyAccount,
    templates: office,
    saveTemplate: office,
    dropTemplate: office,
    plan: office,
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
    dutyTable: office,
    employerNotice: office,
    slip: onBehalf,
    poster: office,
    registrationForm: office,
    assignmentSheet: office,
    replySheet: office,
    routingTable: office,
    readRoutingTable: office,
  },
  overview: { home: anyAccount, mine: anyAccount, today: { by: 'role', roles: ['deputy', 'leader'] } },
};
