/** Who may do what to a request in which state, what is done once or in time only, and where each step leads. */
import { isOpen, REQUEST_LIFE } from '../../../../../cloudfunctions/request/life/rules/life-cycle';
import { legalActs } from '../../../../../cloudfunctions/request/life/rules/take-step';
import type { Caller } from '../../../../../cloudfunctions/request/life/rules/actors';
import type { RequestDocument } from '../../../../../cloudfunctions/request/rules/request-document';
import { STATES } from '../../../../../miniprogram/contract/labels';
import type { RequestState } from '../../../../../miniprogram/contract/request-life';
import { born } from '../../rules/born';

const TODAY = '2026-06-02';
const WHO = {
  asker: { account: 'acc' },
  holder: { account: 'h', role: 'deputy', person: 'p1', group: 'g1' },
  leader: { account: 'l', role: 'leader', person: 'p2', group: 'g1' },
  office: { account: 's', role: 'staff' },
  chief: { account: 'c', role: 'chief', person: 'p8' },
  member: { account: 'm', role: 'presidium', person: 'p9' },
  unit: { account: 'u', role: 'unit', unit: 'u1' },
  assistant: { account: 'v', role: 'unit', unit: 'u2' },
} as const satisfies Readonly<Record<string, Caller>>;
type Who = keyof typeof WHO;
/** Whoever has it in each state; in the others the office. */
const OWNERS: Readonly<Partial<Record<RequestState, RequestDocument['owner']['kind']>>> = {
  submitted: 'deputy',
  contacting: 'deputy',
  visiting: 'deputy',
  face: 'deputy',
  disputed: 'chief',
  escalated: 'presidium',
  entrusted: 'unit',
  assigned: 'unit',
  accepted: 'unit',
  signing: 'unit',
  promised: 'unit',
};
function request(state: RequestState, changes: object = {}): RequestDocument {
  const kind = OWNERS[state] ?? 'office';
  const held = kind === 'deputy';
  return {
    ...born,
    state,
    open: isOpen(state),
    owner: { kind, person: held ? 'p1' : '', group: held ? 'g1' : '' },
    lead: kind === 'unit' ? 'u1' : '',
    assists: { u2: { due: TODAY } },
    returnBy: TODAY,
    reopenBy: TODAY,
    rateBy: TODAY,
    nudgeFrom: TODAY,
    ...changes,
  };
}
const legal = (who: Who, state: RequestState, changes: object = {}) =>
  legalActs(request(state, changes), [WHO[who]], TODAY);

const MAY: Readonly<Record<RequestState, Readonly<Partial<Record<Who, string>>>>> = {
  submitted: {
    asker: 'withdraw nudge supplement',
    holder: 'take explain visit propose recuse note setTitle',
    leader: 'handOver',
    office: 'note setTitle reassign keep outOfScope release merge dispatch urge',
    chief: 'note setTitle reassign keep outOfScope release merge dispatch urge proposeKey supervise',
    member: 'urge proposeKey',
  },
  contacting: {
    asker: 'withdraw nudge supplement',
    holder: 'explain visit propose recuse note setTitle',
    leader: 'handOver',
    office: 'note setTitle reassign keep outOfScope release merge dispatch urge',
    chief:
      'note setTitle reassign keep outOfScope release merge dispatch urge extend pause proposeKey supervise',
    member: 'urge proposeKey',
  },
  visiting: {
    asker: 'withdraw nudge supplement',
    holder: 'explain visit propose recuse note setTitle',
    leader: 'handOver',
    office: 'note setTitle reassign keep outOfScope release merge dispatch urge',
    chief:
      'note setTitle reassign keep outOfScope release merge dispatch urge extend pause proposeKey supervise',
    member: 'urge proposeKey',
  },
  proposed: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle assign reassign outOfScope passUp refer release merge dispatch urge',
    chief:
      'note setTitle assign reassign outOfScope passUp refer release merge dispatch urge extend pause proposeKey supervise',
    member: 'urge proposeKey',
  },
  entrusted: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle takeBack release dispatch urge',
    chief: 'note setTitle takeBack release dispatch urge extend pause proposeKey supervise',
    member: 'urge proposeKey',
    unit: 'note nameUnit return',
  },
  assigned: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle takeBack changeUnit release dispatch urge reply',
    chief: 'note setTitle takeBack changeUnit release dispatch urge extend pause proposeKey supervise reply',
    member: 'urge proposeKey',
    unit: 'note accept return askExtension reply',
    assistant: 'assistReply',
  },
  accepted: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle takeBack changeUnit release dispatch urge reply',
    chief: 'note setTitle takeBack changeUnit release dispatch urge extend pause proposeKey supervise reply',
    member: 'urge proposeKey',
    unit: 'note return askExtension reply',
    assistant: 'assistReply',
  },
  signing: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle release dispatch urge',
    chief: 'note setTitle release dispatch urge extend pause proposeKey supervise',
    member: 'urge proposeKey',
    unit: 'note sign sendDraftBack',
  },
  returned: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle assign reassign outOfScope passUp refer release merge dispatch urge',
    chief:
      'note setTitle assign reassign outOfScope passUp refer release merge dispatch urge extend pause proposeKey supervise',
    member: 'urge proposeKey',
  },
  disputed: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle outOfScope release dispatch urge',
    chief: 'note setTitle outOfScope release dispatch urge rule extend pause proposeKey supervise',
    member: 'urge rule proposeKey',
  },
  'passed-up': {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle outOfScope release dispatch urge reply',
    chief: 'note setTitle outOfScope release dispatch urge extend pause proposeKey supervise reply',
    member: 'urge proposeKey',
  },
  replied: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle release planDelivery deliver dispatch urge',
    chief: 'note setTitle release planDelivery deliver dispatch urge extend pause proposeKey supervise',
    member: 'urge proposeKey',
  },
  promised: {
    asker: 'withdraw nudge supplement solved notSolved disagree',
    office: 'note setTitle release dispatch urge reply',
    chief: 'note setTitle release dispatch urge extend pause proposeKey supervise reply',
    member: 'urge proposeKey',
    unit: 'note reply',
    assistant: 'assistReply',
  },
  confirming: {
    asker: 'withdraw supplement solved notSolved disagree',
    office: 'note setTitle release dispatch urge',
    chief: 'note setTitle release dispatch urge proposeKey supervise',
    member: 'urge proposeKey',
  },
  face: {
    asker: 'withdraw nudge supplement',
    holder: 'explain recuse note setTitle',
    leader: 'handOver',
    office: 'note setTitle reassign keep release dispatch urge',
    chief: 'note setTitle reassign keep release dispatch urge extend pause proposeKey supervise',
    member: 'urge proposeKey',
  },
  escalated: {
    asker: 'withdraw nudge supplement',
    office: 'note setTitle reassign release dispatch urge',
    chief: 'note setTitle reassign release dispatch urge extend pause proposeKey supervise settle',
    member: 'urge proposeKey settle',
  },
  closed: {
    asker: 'notSolved disagree rate',
    office: 'setTitle',
    chief: 'setTitle',
  },
  withdrawn: {},
  'out-of-scope': {
    asker: 'disagree',
    office: 'setTitle',
    chief: 'setTitle',
  },
  merged: {
    office: 'setTitle unmerge',
    chief: 'setTitle unmerge',
  },
};

it.each(Object.keys(MAY) as RequestState[])(
  'in the state %s each may do what is theirs, and nobody anything else',
  (state) => {
    const may = (Object.keys(WHO) as Who[]).flatMap((who) => {
      const acts = legal(who, state).join(' ');
      return acts === '' ? [] : [[who, acts]];
    });
    expect(Object.fromEntries(may)).toEqual(MAY[state]);
  },
);

it.each([
  [
    'another deputy takes nothing',
    'holder',
    'submitted',
    { owner: { kind: 'deputy', person: 'p7', group: 'g1' } },
    'take',
    false,
  ],
  ['nor a leader what another group has', 'leader', 'submitted', { led: 'g2' }, 'handOver', false],
  [
    'the office takes what it has itself',
    'office',
    'submitted',
    { owner: { kind: 'office', person: '', group: '' } },
    'take',
    true,
  ],
  [
    'and keeps nothing that it has',
    'office',
    'submitted',
    { owner: { kind: 'office', person: '', group: '' } },
    'keep',
    false,
  ],
  [
    'what is to be read is published by the asker’s leave alone',
    'office',
    'closed',
    { privacy: { ...born.privacy, publishable: true } },
    'publish',
    true,
  ],
  [
    'a title is offered by the asker’s leave alone',
    'office',
    'accepted',
    { privacy: { ...born.privacy, joinable: true } },
    'offer',
    true,
  ],
  [
    'and not where it is kept from the village’s own deputies',
    'office',
    'accepted',
    { privacy: { ...born.privacy, joinable: true, notOwnVillage: true } },
    'offer',
    false,
  ],
  [
    'nor twice',
    'office',
    'accepted',
    { privacy: { ...born.privacy, joinable: true }, board: 'b' },
    'offer',
    false,
  ],
  ['what is on the board is taken down', 'office', 'closed', { board: 'b' }, 'unpublish', true],
  [
    'where it went is told in writing where a day is set for it',
    'office',
    'out-of-scope',
    { word: { by: TODAY } },
    'tellWhere',
    true,
  ],
  ['once', 'office', 'out-of-scope', { word: { by: TODAY, told: {} } }, 'tellWhere', false],
  ['who is to be called back is', 'office', 'closed', { callback: 'due' }, 'callBack', true],
  ['once', 'office', 'closed', { callback: 'done' }, 'callBack', false],
  ['what waits goes on', 'office', 'accepted', { paused: {} }, 'resume', true],
  ['and waits once', 'chief', 'accepted', { paused: {} }, 'pause', false],
  ['it is urged once a day', 'office', 'accepted', { urgedOn: TODAY }, 'urge', false],
  ['and again on another', 'member', 'accepted', { urgedOn: '2026-06-01' }, 'urge', true],
  [
    'an extension is asked for once',
    'unit',
    'accepted',
    { extension: { state: 'asked' } },
    'askExtension',
    false,
  ],
  ['and then granted', 'chief', 'accepted', { extension: { state: 'asked' } }, 'grantExtension', true],
  ['or refused', 'chief', 'assigned', { extension: { state: 'asked' } }, 'refuseExtension', true],
  ['not twice', 'chief', 'accepted', { extension: { state: 'refused' } }, 'grantExtension', false],
  ['supervision is proposed once', 'member', 'accepted', { key: 'asked' }, 'proposeKey', false],
  ['and decided', 'chief', 'accepted', { key: 'asked' }, 'supervise', true],
  ['or declined', 'chief', 'accepted', { key: 'asked' }, 'declineKey', true],
  ['not where nobody asked', 'chief', 'accepted', { key: true }, 'declineKey', false],
  ['nor decided twice', 'chief', 'accepted', { key: true }, 'supervise', false],
  ['it ends even when all is over', 'chief', 'closed', { key: true }, 'endSupervise', true],
  ['but not of what was withdrawn', 'chief', 'withdrawn', { key: true }, 'endSupervise', false],
  ['a unit gives back in time alone', 'unit', 'assigned', { returnBy: '2026-06-01' }, 'return', false],
  [
    'one that answers through the government does not answer by itself',
    'unit',
    'accepted',
    { through: 'u9' },
    'reply',
    false,
  ],
  ['but drafts', 'unit', 'accepted', { through: 'u9' }, 'draftReply', true],
  ['also what it says when it kept its promise', 'unit', 'promised', { through: 'u9' }, 'draftReply', true],
  [
    'what the chief ruled the office does not place anew',
    'office',
    'assigned',
    { ruled: true },
    'changeUnit',
    false,
  ],
  ['the chief does', 'chief', 'assigned', { ruled: true }, 'changeUnit', true],
  ['nudged is not before its day', 'asker', 'accepted', { nudgeFrom: '2026-06-03' }, 'nudge', false],
  ['reopened is until its last day', 'asker', 'closed', { reopenBy: '2026-06-01' }, 'notSolved', false],
  ['disagreed is once', 'asker', 'closed', { disagreed: true }, 'disagree', false],
  ['in time', 'asker', 'closed', { reopenBy: '2026-06-01' }, 'disagree', false],
  ['rated is once', 'asker', 'closed', { rating: {} }, 'rate', false],
  ['in time', 'asker', 'closed', { rateBy: '2026-06-01' }, 'rate', false],
  [
    'for somebody without a phone the office says what they say',
    'office',
    'confirming',
    { reach: 'person' },
    'solved',
    true,
  ],
  ['also that it is not solved', 'office', 'closed', { reach: 'person' }, 'notSolved', true],
  ['nobody handles their own', 'office', 'submitted', { account: 's' }, 'note', false],
  ['nor what they may not know of', 'chief', 'submitted', { hidden: ['p8'] }, 'urge', false],
] as const)('%s', (_what, who, state, changes, act, may) => {
  expect(legal(who, state, changes).includes(act)).toBe(may);
});

it('an asker calls without a role, and nobody with one is the asker', () => {
  expect([
    REQUEST_LIFE.mayBe('asker', { account: 'acc' }),
    REQUEST_LIFE.mayBe('asker', { account: 'acc', role: 'staff' }),
    REQUEST_LIFE.mayBe('office', { account: 'acc' }),
  ]).toEqual([true, false, false]);
});

it('is open as long as somebody has to act on it', () => {
  const open = (Object.keys(STATES) as RequestState[]).filter(isOpen);
  expect(open.filter((state) => ['closed', 'withdrawn', 'out-of-scope', 'merged'].includes(state))).toEqual(
    [],
  );
  expect(open).toHaveLength(Object.keys(STATES).length - 4);
});
