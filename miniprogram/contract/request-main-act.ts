/** Which act stands first for whom in which state, and under which heading the others stand. Read by every screen. */
import type { RequestView } from './request';
import type { RequestAct, RequestState } from './request-life';

type Reader = RequestView['reader'];

/** Best first: the first one that is legal now. */
type Wish = readonly RequestAct[];

/** Of the office while it decides itself. */
const DECIDE: Wish = ['assign'];
const SOLVED: Wish = ['solved', 'rate'];

const OFFICE_WISH: Readonly<Partial<Record<RequestState, Wish>>> = {
  submitted: DECIDE,
  contacting: DECIDE,
  visiting: DECIDE,
  proposed: DECIDE,
  returned: DECIDE,
  disputed: ['rule'],
  assigned: ['grantExtension'],
  accepted: ['grantExtension'],
  replied: ['deliver'],
  'passed-up': ['reply'],
  confirming: SOLVED,
  face: ['explain'],
  escalated: ['settle'],
  closed: ['callBack', 'rate', 'publish'],
};
const DEPUTY_WISH: Readonly<Partial<Record<RequestState, Wish>>> = {
  submitted: ['take'],
  contacting: ['explain'],
  visiting: ['explain'],
  face: ['explain'],
};
/** A unit answers; signing for it (签收) is beside that, asking for more time is never first. */
const UNIT_WISH: Readonly<Partial<Record<RequestState, Wish>>> = {
  entrusted: ['nameUnit'],
  assigned: ['reply', 'draftReply', 'assistReply', 'accept'],
  accepted: ['reply', 'draftReply', 'assistReply'],
  signing: ['sign'],
  promised: ['reply', 'draftReply', 'assistReply'],
};

const WISHES: Readonly<Partial<Record<Reader, Readonly<Partial<Record<RequestState, Wish>>>>>> = {
  office: OFFICE_WISH,
  overseer: { disputed: ['rule'], escalated: ['settle'] },
  owner: DEPUTY_WISH,
  leader: { submitted: ['handOver'] },
  unit: UNIT_WISH,
};

/** States in which another than the office works on it: late there, the office urges. */
const ELSEWHERE: readonly RequestState[] = [
  'entrusted',
  'assigned',
  'accepted',
  'signing',
  'promised',
  'passed-up',
];

/** The one main act; undefined: none of them suggests itself, and nothing is pressed by habit. */
export function mainActOf({
  reader,
  state,
  acts,
  late,
}: Pick<RequestView, 'reader' | 'state' | 'acts' | 'late'>): RequestAct | undefined {
  const wishes = WISHES[reader]?.[state] ?? [];
  const isTheirs = ELSEWHERE.includes(state) || !wishes.some((act) => acts.includes(act));
  const urging: Wish = late && isTheirs && (reader === 'office' || reader === 'overseer') ? ['urge'] : [];
  return [...urging, ...wishes].find((act) => acts.includes(act));
}

export const ACT_HEADINGS = ['转办', '督办', '记录'] as const;
export type ActHeading = (typeof ACT_HEADINGS)[number];

const ROUTING: readonly RequestAct[] = [
  'assign',
  'rule',
  'nameUnit',
  'takeBack',
  'changeUnit',
  'reassign',
  'keep',
  'handOver',
  'passUp',
  'refer',
  'outOfScope',
  'merge',
  'unmerge',
  'propose',
  'recuse',
  'accept',
  'return',
];
const SUPERVISING: readonly RequestAct[] = [
  'urge',
  'extend',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'pause',
  'resume',
  'proposeKey',
  'declineKey',
  'supervise',
  'endSupervise',
  'settle',
  'callBack',
  'dispatch',
];

export function headingOf(act: RequestAct): ActHeading {
  if (ROUTING.includes(act)) return '转办';
  return SUPERVISING.includes(act) ? '督办' : '记录';
}
