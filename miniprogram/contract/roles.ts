/**
 * Who may do what, said once. The server's table of access, the entries of 工作台, what a page shows, who invites, who
 * is told and the digest of the morning all take their roles from here. A new role is a row of ROLES, a row of
 * INVITERS, and its name in the lists of what it may do.
 */
interface RoleRow {
  label: string;
  /** What a grant of it names: a person of the directory, a unit, a village; otherwise only somebody's name. */
  names?: 'person' | 'unit' | 'village';
  /** Has nothing to do with reception days: 工作台 does not show the next one. */
  withoutDays?: true;
}

const ROLES = {
  deputy: { label: '人大代表', names: 'person' },
  leader: { label: '代表小组组长', names: 'person' },
  presidium: { label: '主席团成员', names: 'person' },
  receiver: { label: '接访人', names: 'person' },
  staff: { label: '人大办工作人员' },
  chief: { label: '人大主席' },
  unit: { label: '承办单位联络员', names: 'unit', withoutDays: true },
  helper: { label: '村干部（代办员）', names: 'village' },
  district: { label: '区人大', withoutDays: true },
  admin: { label: '系统管理员', withoutDays: true },
} as const satisfies Readonly<Record<string, RoleRow>>;

/** What an account may be, besides a voter (选民), which everybody is. */
export type Role = keyof typeof ROLES;

const ROWS: Readonly<Record<Role, RoleRow>> = ROLES;
export const ROLE_IDS = Object.keys(ROLES) as [Role, ...Role[]];
export const ROLE_LABELS = Object.fromEntries(ROLE_IDS.map((role) => [role, ROWS[role].label])) as Readonly<
  Record<Role, string>
>;

/** 人大办. */
export const OFFICE: readonly Role[] = ['staff', 'chief'];
/** Whoever holds one of these reads what people say: two persons give it, one issues and another confirms. */
export const READS_CONTENT: readonly Role[] = [
  'deputy',
  'leader',
  'presidium',
  'receiver',
  'unit',
  'staff',
  'chief',
];
/** Confirm a further chief: the administrator and the chief themselves. */
export const CHIEF_MAKERS: readonly Role[] = ['admin', 'chief'];
/** Answers for what leaves the office: articles, extensions, disputes, a day published too late. */
export const CHIEF: readonly Role[] = ['chief'];
/** May draft articles; who approves them is CHIEF. */
export const AUTHORS: readonly Role[] = OFFICE;
/** Keep the directory and the invitations; which kinds of rows and which roles each may touch, the action asks. */
export const KEEPERS: readonly Role[] = ['staff', 'chief', 'admin'];
/** Read what was done, by whom and when (操作记录). */
export const SEE_AUDIT: readonly Role[] = ['chief', 'admin'];
/** May take some list out of the house; which one, the action asks. */
export const TAKE_LISTS: readonly Role[] = [
  ...KEEPERS,
  'deputy',
  'leader',
  'presidium',
  'receiver',
  'district',
];
/** Sets up the district and its townships; never sees what people say. */
export const ADMIN: readonly Role[] = ['admin'];
/** See what is late and under supervision (督办), the roster and the record of a day. */
export const OVERSEERS: readonly Role[] = ['staff', 'chief', 'presidium'];
/** Act for the presidium as a body: its chair may, between meetings. */
export const PRESIDIUM: readonly Role[] = ['presidium', 'chief'];
/** Have requests as deputies. */
export const DEPUTIES: readonly Role[] = ['deputy', 'leader'];
/** Whose work as deputies goes into the duty record (履职档案). */
export const DUTY_BOUND: readonly Role[] = ['deputy', 'leader', 'presidium'];
export const LEADERS: readonly Role[] = ['leader'];
/** May sit on the roster. */
export const RECEIVERS: readonly Role[] = ['deputy', 'leader', 'presidium', 'receiver'];
/** May have visitors before them: the office everywhere, the others where they sit (the action asks). */
export const AT_DESK: readonly Role[] = [...OFFICE, ...RECEIVERS];
/** Do something that is recorded as a fact, and the office for all; what of whom, the action asks. */
export const RECORDERS: readonly Role[] = AT_DESK;
/** May record an activity of several people in which they took part themselves. */
export const BRING_OTHERS: readonly Role[] = ['leader', 'presidium'];
/** Look after a group's activities: the office everywhere, a leader in the own group (the action asks). */
export const LEADS: readonly Role[] = [...OFFICE, ...LEADERS];
/** May put up the wall of numbers (叫号屏). */
export const AT_WALL: readonly Role[] = ['staff', 'chief', 'presidium', 'receiver'];
/** Enter for somebody else (代填): a helper only for the own village (the action asks). */
export const ON_BEHALF: readonly Role[] = ['staff', 'chief', 'helper'];
export const HELPERS: readonly Role[] = ['helper'];
export const UNIT_CLERKS: readonly Role[] = ['unit'];
/** Sit in the congress, whatever other role they hold; that they are in office the action asks. */
export const MEMBERS: readonly Role[] = [...DUTY_BOUND, ...CHIEF];
/** Sit in a session or beside it (列席), and sign in there. */
export const ATTENDS: readonly Role[] = [...MEMBERS, 'receiver'];
/** See a session: the office while it prepares it, the others once there is a notice. */
export const IN_SESSION: readonly Role[] = [...ATTENDS, 'staff'];
/** Write, examine, decide or handle deputies' suggestions; who of them which, the action asks. */
export const WITH_SUGGESTIONS: readonly Role[] = [...MEMBERS, 'staff', ...UNIT_CLERKS];
/** Have something to do with 视察意见; who of them with which step, the life's table says. */
export const WITH_OPINIONS: readonly Role[] = [...OVERSEERS, ...UNIT_CLERKS];
/** Find deputies' suggestions at 工作台. */
export const SEE_SUGGESTIONS: readonly Role[] = [...OVERSEERS, ...UNIT_CLERKS];
/** Plan the presidium's supervision, or report back what was handed to a unit. */
export const WITH_TOPICS: readonly Role[] = [...OFFICE, ...UNIT_CLERKS];
/** Are kept in touch with by the presidium, or see to it. */
export const IN_TOUCH: readonly Role[] = [...MEMBERS, 'staff'];
/** Have something to do with 述职: deputies with their own, the office with all. */
export const WITH_DUTY_REPORTS: readonly Role[] = [...OFFICE, ...DUTY_BOUND];
/** Draft a suggestion from a cluster of requests: of the office all, of a deputy their own. */
export const DRAW_FROM_REQUESTS: readonly Role[] = [...DEPUTIES, ...OFFICE];
/** Have something to do with a request; who of them with which request, the action asks. */
export const HANDLERS: readonly Role[] = [...DEPUTIES, ...OVERSEERS, ...UNIT_CLERKS];
/** Enter what somebody reflects, and hand over its 登记回执. */
export const HANDS_RECEIPTS: readonly Role[] = [...AT_DESK, ...HELPERS];
export const DISTRICT: readonly Role[] = ['district'];
/** Confirm invitations (身份核验); for which roles, INVITERS says. */
export const CONFIRM_ROLES: readonly Role[] = KEEPERS;
/** See the six numbers at 工作台. */
export const SEE_FIGURES: readonly Role[] = OVERSEERS;
/** Read what was passed up (转报). */
export const PASSED_UP: readonly Role[] = [...DISTRICT, ...OFFICE];
/** What 工作台 may be asked for: whoever works there, and leaders for their group. */
export const ASK_WORKBENCH: readonly Role[] = ROLE_IDS.filter((role) => role !== 'deputy');

/** Who invites for which role, confirms and ends it: nobody raises oneself or one's like, but administrators. */
export const INVITERS: Readonly<Record<Role, readonly Role[]>> = {
  deputy: OFFICE,
  leader: OFFICE,
  presidium: OFFICE,
  receiver: OFFICE,
  unit: OFFICE,
  helper: OFFICE,
  staff: ['chief', 'admin'],
  chief: ['admin'],
  district: ['admin'],
  admin: ['admin'],
};

/** The roles that this one invites for. */
export function invitedBy(role: Role): Role[] {
  return ROLE_IDS.filter((each) => INVITERS[each].includes(role));
}

/** Whether a grant of the role names this: a person of the directory, a unit, a village. */
export function roleNames(role: Role, what: NonNullable<RoleRow['names']>): boolean {
  return ROWS[role].names === what;
}

export function hasDays(role: Role): boolean {
  return ROWS[role].withoutDays !== true;
}

/** Whether one of these grants is confirmed and of one of the roles; a claimed one opens nothing yet. */
export function holdsAny(grants: readonly { role: Role; state: string }[], roles: readonly Role[]): boolean {
  return grants.some(({ role, state }) => state === 'confirmed' && roles.includes(role));
}
