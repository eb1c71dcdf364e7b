/** A valid input of every step: for tests that do all of them. */
import type { RequestAct, StepInput } from '../../../miniprogram/contract/request-life';
import type { LocalDate } from '../../../miniprogram/contract/wire';

export interface Wording {
  /** A day to come. */
  date: LocalDate;
  /** For assign: who leads. */
  lead?: 'u1' | 'u2';
  /** For merge: the older one. */
  into: string;
  to?: string;
  class?: 'A' | 'B' | 'C' | 'D';
  solved?: boolean;
  then?: 'redo' | 'close';
}

type Inputs = { readonly [A in RequestAct]: Extract<StepInput, { act: A }> };

const words = '写几句';

function inputs(wording: Wording): Inputs {
  const { date, into, to = 'p49', class: kind = 'A', solved = true, then = 'redo' } = wording;
  const units = { lead: 'u1', assist: ['u2'] };
  const { lead = 'u1' } = wording;
  const assigned = { lead, assist: [lead === 'u1' ? 'u2' : 'u1'] };
  const promise = kind === 'B' || kind === 'C' ? { doneBy: date } : {};
  return {
    take: { act: 'take' },
    explain: { act: 'explain', words },
    visit: { act: 'visit', date },
    propose: { act: 'propose', words },
    recuse: { act: 'recuse' },
    note: { act: 'note', words },
    setTitle: { act: 'setTitle', title: '标题' },
    handOver: { act: 'handOver', to },
    assign: { act: 'assign', ...assigned },
    takeBack: { act: 'takeBack', words },
    changeUnit: { act: 'changeUnit', lead: 'u2', assist: ['u1'] },
    reassign: { act: 'reassign', to },
    keep: { act: 'keep' },
    outOfScope: { act: 'outOfScope', door: 'court', words },
    refer: { act: 'refer', words },
    passUp: { act: 'passUp', summary: words },
    release: { act: 'release', summary: words },
    planDelivery: { act: 'planDelivery', who: '某人', how: 'visit', date },
    deliver: { act: 'deliver', how: 'call' },
    merge: { act: 'merge', into },
    unmerge: { act: 'unmerge' },
    tellWhere: { act: 'tellWhere', way: 'handed', words },
    offer: { act: 'offer', title: '标题' },
    unpublish: { act: 'unpublish' },
    publish: { act: 'publish', title: '标题', summary: words, result: words },
    callBack: { act: 'callBack', solved, words },
    dispatch: { act: 'dispatch', words },
    resume: { act: 'resume' },
    urge: { act: 'urge' },
    rule: { act: 'rule', ...units, words },
    extend: { act: 'extend', until: date, words },
    grantExtension: { act: 'grantExtension' },
    refuseExtension: { act: 'refuseExtension', words },
    pause: { act: 'pause', until: date, words },
    proposeKey: { act: 'proposeKey', words },
    declineKey: { act: 'declineKey', words },
    supervise: { act: 'supervise', words },
    endSupervise: { act: 'endSupervise' },
    settle: { act: 'settle', then, words },
    nameUnit: { act: 'nameUnit', ...units },
    sign: { act: 'sign' },
    sendDraftBack: { act: 'sendDraftBack', words },
    draftReply: { act: 'draftReply', class: kind, words, ...promise },
    accept: { act: 'accept' },
    return: { act: 'return', words },
    askExtension: { act: 'askExtension', until: date, words },
    reply: { act: 'reply', class: kind, words, ...promise },
    assistReply: { act: 'assistReply', words },
    nudge: { act: 'nudge' },
    supplement: { act: 'supplement', words },
    withdraw: { act: 'withdraw' },
    solved: { act: 'solved' },
    notSolved: { act: 'notSolved', words },
    disagree: { act: 'disagree', words },
    rate: { act: 'rate', satisfaction: 'satisfied' },
  };
}

export function stepOf<A extends RequestAct>(act: A, wording: Wording): Inputs[A] {
  return inputs(wording)[act];
}
