/**
 * The one table of a request's life (mission B4; docs/decisions/011): code, buttons, tests and the help page read
 * it. What a screen says of each step is in the contract (request-acts.ts). A new step is a row here, a row there,
 * and a plan (plan-*.ts) where the row alone does not say what becomes of the request.
 */
import type { OwnerKind } from '../../../../miniprogram/contract/request';
import type { RequestAct, RequestState } from '../../../../miniprogram/contract/request-life';
import { STATES } from '../../../../miniprogram/contract/labels';
import type { Settings, SettingName } from '../../../registry/directory/rules/settings';
import { needsOf, ROLES_OF, type Actor, type Caller } from './actors';
import type { Deadline as LifeDeadline, Life, Step } from '../../../shared/life/rules/table';
import { from, given, missing, other, upTo } from '../../../shared/life/rules/needs';

export type NumberSetting = { [N in SettingName]: Settings[N] extends number ? N : never }[SettingName];

export type Deadline = LifeDeadline<NumberSetting>;
export type LifeStep = Step<RequestState, Actor, OwnerKind, NumberSetting>;

const STATE_LIST = Object.keys(STATES) as RequestState[];
export const OPEN: readonly RequestState[] = STATE_LIST.filter((state) => STATES[state].type === 'open');
const ANY: readonly RequestState[] = STATE_LIST.filter((state) => state !== 'withdrawn');
/** Where deputy or office talk with the asker, before anything is assigned. */
const TALKING: readonly RequestState[] = ['submitted', 'contacting', 'visiting'];
const UNDECIDED: readonly RequestState[] = [...TALKING, 'proposed', 'returned'];
const AT_UNIT: readonly RequestState[] = ['assigned', 'accepted'];

const contact = { setting: 'contactDays' } as const;
const decide = { setting: 'assignDays' } as const;
const having: readonly Actor[] = ['deputy', 'keeper'];
const askerOrProxy: readonly Actor[] = ['asker', 'proxy'];
/** One that changes neither state nor owner nor date. */
const aside = { to: 'same', owner: 'kept', due: 'kept' } as const;
/** One that ends it. */
const end = { owner: 'kept', due: 'none' } as const;

export const BIRTH = { to: 'submitted', due: contact, event: 'request-submitted' } as const;

export const LIFE_CYCLE: Readonly<Record<RequestAct, LifeStep>> = {
  // The day that the villager was promised stays: taking it is not yet having contacted.
  take: {
    from: ['submitted'],
    who: having,
    to: 'contacting',
    owner: 'kept',
    due: 'kept',
    event: 'request-taken',
  },
  explain: {
    from: [...TALKING, 'face'],
    who: having,
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-answered',
    reads: true,
  },
  visit: {
    from: TALKING,
    who: having,
    to: 'visiting',
    owner: 'kept',
    due: 'said',
    event: 'request-visit-agreed',
  },
  propose: {
    from: TALKING,
    who: ['deputy'],
    to: 'proposed',
    owner: 'office',
    due: decide,
    event: 'request-proposed',
  },
  recuse: {
    from: [...TALKING, 'face'],
    who: ['deputy'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-handed-over',
    reads: true,
  },
  note: { from: OPEN, who: ['deputy', 'unit', 'office'], ...aside, event: 'request-noted' },
  setTitle: {
    from: ANY,
    who: ['deputy', 'office'],
    ...aside,
    event: 'request-titled',
    reads: true,
  },
  handOver: {
    from: [...TALKING, 'face'],
    who: ['leader'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-handed-over',
    reads: true,
  },
  // Straight to the unit, or to the township government, which names one: the township's setting (plan-assign.ts).
  assign: {
    from: UNDECIDED,
    who: ['keeper'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-assigned',
    reads: true,
  },
  takeBack: {
    from: ['entrusted', ...AT_UNIT],
    who: ['placer'],
    to: 'proposed',
    owner: 'office',
    due: decide,
    event: 'request-taken-back',
    reads: true,
  },
  changeUnit: {
    from: AT_UNIT,
    who: ['placer'],
    to: 'assigned',
    owner: 'unit',
    due: { setting: 'unitReplyDays' },
    event: 'request-unit-changed',
    reads: true,
  },
  reassign: {
    from: [...UNDECIDED, 'face', 'escalated'],
    who: ['office'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-handed-over',
    reads: true,
  },
  keep: {
    from: [...TALKING, 'face'],
    who: ['office'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    when: () => ({ 'owner.kind': other('office') }),
    event: 'request-kept',
    reads: true,
  },
  outOfScope: {
    from: [...UNDECIDED, 'disputed', 'passed-up'],
    who: ['office'],
    to: 'out-of-scope',
    ...end,
    event: 'request-out-of-scope',
    reads: true,
  },
  passUp: {
    from: UNDECIDED,
    who: ['keeper'],
    to: 'passed-up',
    owner: 'kept',
    due: { setting: 'redoDays' },
    event: 'request-passed-up',
    reads: true,
  },
  refer: {
    from: ['proposed', 'returned'],
    who: ['keeper'],
    to: 'disputed',
    owner: 'chief',
    due: decide,
    event: 'request-referred',
  },
  release: {
    from: OPEN,
    who: ['office'],
    ...aside,
    event: 'request-summarised',
  },
  planDelivery: {
    from: ['replied'],
    who: ['keeper'],
    to: 'same',
    owner: 'kept',
    due: 'said',
    event: 'request-delivery-planned',
  },
  deliver: {
    from: ['replied'],
    who: ['keeper'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-delivered',
    reads: true,
  },
  merge: {
    from: UNDECIDED,
    who: ['office'],
    to: 'merged',
    owner: 'kept',
    due: 'none',
    event: 'request-merged',
    reads: true,
  },
  unmerge: {
    from: ['merged'],
    who: ['office'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-unmerged',
    reads: true,
  },
  publish: {
    from: ['closed'],
    who: ['office'],
    ...aside,
    when: () => ({ 'privacy.publishable': true }),
    event: 'request-published',
    reads: true,
  },
  // What somebody is kept from is not offered to everybody; the plan says it as well (plan-publish.ts).
  offer: {
    from: OPEN,
    who: ['office'],
    ...aside,
    when: () => ({
      'privacy.joinable': true,
      'privacy.notOwnVillage': false,
      'recused.0': missing,
      'hidden.0': missing,
      board: missing,
    }),
    event: 'request-offered',
    reads: true,
  },
  unpublish: {
    from: ['closed', ...OPEN],
    who: ['office'],
    ...aside,
    when: () => ({ board: given }),
    event: 'request-unpublished',
  },
  // From whatever state it is in: also of what went to another door.
  tellWhere: {
    from: ANY,
    who: ['office'],
    ...aside,
    when: () => ({ 'word.by': given, 'word.told': missing }),
    event: 'request-where-told',
  },
  callBack: {
    from: ['closed'],
    who: ['office'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    when: () => ({ callback: 'due' }),
    event: 'request-called-back',
    reads: true,
  },
  dispatch: { from: OPEN, who: ['office'], ...aside, event: 'request-dispatched' },
  resume: {
    from: OPEN,
    who: ['office'],
    to: 'same',
    owner: 'kept',
    due: 'planned',
    when: () => ({ paused: given }),
    event: 'request-resumed',
    reads: true,
  },
  urge: {
    from: OPEN,
    who: ['office', 'presidium'],
    ...aside,
    when: (today) => ({ urgedOn: other(today) }),
    event: 'request-urged',
  },
  // The chair decides between meetings; where the chair may not know of the request, the body itself does.
  rule: {
    from: ['disputed'],
    who: ['chief', 'presidium'],
    to: 'assigned',
    owner: 'unit',
    due: { setting: 'unitReplyDays' },
    event: 'request-assigned',
    reads: true,
  },
  extend: {
    from: OPEN.filter((state) => state !== 'submitted' && state !== 'confirming'),
    who: ['chief'],
    to: 'same',
    owner: 'kept',
    due: 'said',
    event: 'request-extended',
  },
  grantExtension: {
    from: AT_UNIT,
    who: ['chief'],
    to: 'same',
    owner: 'kept',
    due: 'planned',
    when: () => ({ 'extension.state': 'asked' }),
    event: 'request-extended',
    reads: true,
  },
  refuseExtension: {
    from: AT_UNIT,
    who: ['chief'],
    ...aside,
    when: () => ({ 'extension.state': 'asked' }),
    event: 'request-extension-refused',
  },
  pause: {
    from: OPEN.filter((state) => state !== 'submitted' && state !== 'confirming'),
    who: ['chief'],
    to: 'same',
    owner: 'kept',
    due: 'said',
    when: () => ({ paused: missing }),
    event: 'request-paused',
    reads: true,
  },
  proposeKey: {
    from: OPEN,
    who: ['presidium'],
    ...aside,
    when: () => ({ key: missing }),
    event: 'request-key-proposed',
  },
  declineKey: {
    from: OPEN,
    who: ['chief'],
    ...aside,
    when: () => ({ key: 'asked' }),
    event: 'request-key-declined',
  },
  supervise: {
    from: OPEN,
    who: ['chief'],
    ...aside,
    when: () => ({ key: other(true) }),
    event: 'request-supervised',
  },
  endSupervise: {
    from: ANY,
    who: ['chief'],
    ...aside,
    when: () => ({ key: true }),
    event: 'request-unsupervised',
  },
  settle: {
    from: ['escalated'],
    who: ['presidium'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-settled',
    reads: true,
  },
  accept: {
    from: ['assigned'],
    who: ['unit'],
    to: 'accepted',
    owner: 'kept',
    due: 'kept',
    event: 'request-accepted',
  },
  nameUnit: {
    from: ['entrusted'],
    who: ['unit'],
    to: 'assigned',
    owner: 'unit',
    due: { setting: 'unitReplyDays' },
    event: 'request-assigned',
    reads: true,
  },
  draftReply: {
    from: [...AT_UNIT, 'promised'],
    who: ['drafter'],
    to: 'signing',
    owner: 'unit',
    due: { setting: 'signDays' },
    event: 'request-drafted',
    reads: true,
  },
  sign: {
    from: ['signing'],
    who: ['unit'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-answered',
    reads: true,
  },
  sendDraftBack: {
    from: ['signing'],
    who: ['unit'],
    to: 'accepted',
    owner: 'unit',
    due: 'planned',
    event: 'request-draft-returned',
    reads: true,
  },
  return: {
    from: ['entrusted', ...AT_UNIT],
    who: ['unit'],
    to: 'returned',
    owner: 'office',
    due: decide,
    when: (today) => ({ returnBy: from(today) }),
    event: 'request-returned',
    reads: true,
  },
  askExtension: {
    from: AT_UNIT,
    who: ['unit'],
    ...aside,
    when: () => ({ extension: missing }),
    event: 'request-extension-asked',
  },
  reply: {
    from: [...AT_UNIT, 'promised', 'passed-up'],
    who: ['answerer', 'office'],
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    event: 'request-answered',
    reads: true,
  },
  assistReply: {
    from: [...AT_UNIT, 'promised'],
    who: ['assistant'],
    ...aside,
    event: 'request-assisted',
  },
  withdraw: { from: OPEN, who: ['asker'], to: 'withdrawn', ...end, event: 'request-withdrawn' },
  // Not of what waits for the asker alone.
  nudge: {
    from: OPEN.filter((state) => state !== 'confirming'),
    who: ['asker'],
    ...aside,
    when: (today) => ({ nudgeFrom: upTo(today) }),
    event: 'request-nudged',
  },
  // Reads: its files take their numbers after those that are there.
  supplement: { from: OPEN, who: ['asker'], ...aside, event: 'request-supplemented', reads: true },
  solved: {
    from: ['confirming', 'promised'],
    who: askerOrProxy,
    to: 'closed',
    ...end,
    event: 'request-closed',
  },
  notSolved: {
    from: ['confirming', 'promised', 'closed'],
    who: askerOrProxy,
    to: 'planned',
    owner: 'planned',
    due: 'planned',
    when: (today) => ({ reopenBy: from(today) }),
    event: 'request-reopened',
    reads: true,
  },
  disagree: {
    from: ['confirming', 'promised', 'closed', 'out-of-scope'],
    who: askerOrProxy,
    to: 'face',
    owner: 'planned',
    due: contact,
    when: (today) => ({ disagreed: missing, reopenBy: from(today) }),
    event: 'request-disagreed',
    reads: true,
  },
  rate: {
    from: ['closed'],
    who: askerOrProxy,
    ...aside,
    when: (today) => ({ rating: missing, rateBy: from(today) }),
    event: 'request-rated',
  },
};

/** The request's life for the engine of steps (shared/life). The asker calls without a role. */
export const REQUEST_LIFE: Life<RequestAct, RequestState, Actor, OwnerKind, NumberSetting, Caller> = {
  table: LIFE_CYCLE,
  mayBe: (actor, { role }) =>
    actor === 'asker' ? role === undefined : role !== undefined && ROLES_OF[actor].includes(role),
  needsOf,
};

/** How many acts' keys a request keeps for phones that try again; more never wait at once. */
export const KEPT_ACTS = 60;
/** Steps that stay in the request; the audit has all. */
export const KEPT_STEPS = 120;
/** Whether somebody still has to act on it. */
export function isOpen(state: RequestState): boolean {
  return STATES[state].type === 'open';
}
