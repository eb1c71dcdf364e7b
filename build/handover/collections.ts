/**
 * What becomes of each collection when one township moves to another environment. A collection without a row here stops
 * `npm run backup -- --township` before it reads anything, and a test before that.
 */
export type Fate =
  /** Goes over document by document: ids and keyed hashes are computed anew, all else stays. */
  | 'carried'
  /** Goes over in another form: bring-township.ts and invitations.ts say in which. */
  | 'rewritten'
  /** Stays behind. */
  | 'left';

interface Row {
  fate: Fate;
  why: string;
}

const carried = (why: string): Row => ({ fate: 'carried', why });
const left = (why: string): Row => ({ fate: 'left', why });

export const FATES: Readonly<Record<string, Row>> = {
  townships: { fate: 'rewritten', why: 'the directory fills the row that the new administrator made' },
  invitations: { fate: 'rewritten', why: 'accounts of another app are unknown: grants become invitations' },
  activities: carried('what deputies did'),
  articles: carried('what was published, with its addresses'),
  articleversions: carried('versions of articles'),
  attendance: carried('who was at a session'),
  audit: carried('its rows are sealed anew by the chain of the new environment'),
  bans: carried('a ban by name and phone goes on; one of an account meets nobody'),
  changes: carried('changes of deputies, terms'),
  days: carried('reception days with what was recorded'),
  disputes: carried('doubts about rows of the ledger'),
  dutyreports: carried('duty reports'),
  dutyreporttexts: carried('their older texts'),
  facts: carried('the ledger, which outlives the names in its sources'),
  mediafiles: carried('what each kept file is'),
  presidium: carried('plans, meetings, notes of the presidium'),
  promises: carried('visits that were promised'),
  publicityrows: carried('what the publicity pages keep'),
  reports: carried('work reports'),
  reporttemplates: carried('their templates'),
  reportversions: carried('their older texts'),
  requests: carried('what people said and what came of it'),
  reroutes: carried('requests that wait for another route'),
  rosters: carried('rosters of the years'),
  scans: carried('how often posters were read'),
  sessionrows: carried('lists of a session'),
  sessions: carried('sessions'),
  suggestions: carried('suggestions of deputies'),
  ties: carried('deputies and the households they care for'),
  wallrules: carried('rules that hang on the wall, with their versions'),
  charts: left('counted anew from the ledger'),
  consents: left('of accounts of the other app'),
  deadletters: left('messages that the old environment could not send'),
  imports: left('plans of tables, kept for a month, of accounts of the other app'),
  importslices: left('their lines'),
  inbox: left('notices to accounts of the other app'),
  messages: left('to accounts of the other app'),
  oapictures: left('which pictures the old official account has'),
  officialkeys: left('secrets: the new administrator enters the new account’s'),
  probes: left('what the old platform answered'),
  recounts: left('counted anew'),
  reminders: left('which jobs of the clock ran there'),
  requesttraces: left('checks that WeChat has under way for the other app'),
  seals: left('keyed with the old environment’s key; their verdict goes over'),
  timers: left('when the relay ran there'),
  workbenches: left('counted anew'),
};

export const CARRIED: readonly string[] = Object.keys(FATES).filter(
  (name) => FATES[name]?.fate === 'carried',
);

/** Collections that no row names. */
export function findUnnamed(names: readonly string[]): string[] {
  return names.filter((name) => !Object.hasOwn(FATES, name));
}
