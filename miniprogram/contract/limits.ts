/** Sizes that the phone and the server must agree on. Settings that an office may change are rows, not here. */
export const LIMITS = {
  /** Bytes of an event as JSON; a request with nine file ids stays below a tenth of it. */
  eventBytes: 65_536,
  /** Bytes of a table's file, pictures and all; it goes through the storage. */
  tableBytes: 10_000_000,
  /** Bytes of a paper of a session. */
  paperBytes: 15_000_000,
  /** Rows of the directory in one act: an imported table fits, and its event stays within eventBytes. */
  bookEdits: 300,
  /** Characters of a reason in the directory. */
  reason: 60,
  /** Acts (book, move) of one account with one day before it must stop; cancelling is exempt. */
  actsPerAccount: 25,
  /** Different people (name and phone) whom one account may ask a place for on one reception day. */
  namesPerAccount: 3,
  /** People who may wait for one home and time: more would wait in vain. */
  waitingPerTime: 10,
  /** On-behalf entries of one operator for one day. */
  entriesPerOperator: 200,
  /** Wrong codes of one account on one day before taking over is locked. */
  wrongCodes: 5,
  /** Characters of the note after a talk. */
  visitWords: 60,
  /** Characters of the reason why a visit is entered late. */
  lateReason: 40,
  /** Characters of the reason why places are closed. */
  blockReason: 20,
  /** Places closed or opened at once. */
  blockAtOnce: 40,
  /** Places added (加号) at once: somebody sits there for each of them. */
  addAtOnce: 10,
  /** Days ahead for which somebody may be banned from booking: after half a year the office decides anew. */
  banDays: 180,
  /** Characters of the reason for it, which the person reads. */
  banReason: 40,
  /** Bars in force in one township: each published day carries them. */
  bansInForce: 100,
  /** Rows that a search at the desk answers. */
  foundRows: 10,
  /** Characters of a form of address (称呼). */
  name: 20,
  /** Persons whom somebody may keep from a request because it is about them. */
  recused: 5,
  /** Signs of a telephone number as people type and paste it: country code, blanks, brackets. */
  phoneTyped: 40,
  /** Signs of a code as people type it. */
  codeTyped: 40,
  /** Signs of a search. */
  search: 60,
  /** Characters of a request's text. */
  text: 2_000,
  /** Characters of a title written by staff or receiver. */
  title: 60,
  /** Characters that a step of a request may say: a reply on paper has as many. */
  stepWords: 1_000,
  /** Characters of the office's summary of a request. */
  summary: 300,
  /** Units that assist one handling. */
  assistingUnits: 5,
  /** Others who say the same as one request; more are entered as requests of their own. */
  joined: 100,
  /** Requests on which one act is done at once. */
  actAtOnce: 20,
  /** 邀请条 chosen for one document. */
  slipsAtOnce: 100,
  /** Requests that a search or a look for similar ones answers. */
  foundRequests: 10,
  /** Photos of one request. */
  photos: 9,
  /** Recordings of one request. */
  recordings: 3,
  /** The same with what its asker sends later on. */
  photosInAll: 27,
  recordingsInAll: 9,
  /** Seconds of one recording. */
  recordingSeconds: 60,
  /** Characters of the reason for which a number is revealed. */
  callReason: 30,
  /** Characters of the grounds (案据) or the plan (方案) of a deputies' suggestion. */
  suggestionText: 2_000,
  /** Deputies who are asked to co-sign one suggestion. */
  cosigners: 30,
  /** Requests that one suggestion grew out of. */
  suggestionRequests: 20,
  /** Items of a session's agenda, its half-days, papers and votes. */
  agendaItems: 40,
  sittings: 12,
  sessionPapers: 60,
  sessionVotes: 60,
  /** Deputies signed in from the paper at once. */
  signedAtOnce: 60,
  /** Members of a presidium. */
  presidiumMembers: 40,
  /** Deputies of a new term, and characters of their list. */
  electedRows: 160,
  electedText: 8_000,
  /** Suggestions and other things of congress that its figures count. */
  congressRows: 1_000,
  /** Rows of a page of any list. */
  page: 20,
} as const;

/** `reception` place ids: home, time, number in the home's half-day; a trailing `w` keeps it for walk-ins, `x` was added for one. */
export const PLACE_PATTERN = /^[a-z][a-z0-9]{0,7}-([01]\d|2[0-3])[0-5]\d-[1-9]\d{0,2}[wx]?$/;
/** Roster seats: home, half-day, number. */
export const SEAT_PATTERN = /^[a-z][a-z0-9]{0,7}-(am|pm)-[1-9]$/;
/** Idempotency keys. */
export const KEY_PATTERN = /^[A-Za-z0-9_-]{8,64}$/;
/** Ids of townships, homes, villages, groups, persons, categories: letters and digits, a letter first. */
export const ID_PATTERN = /^[a-z][a-z0-9]{0,15}$/;
