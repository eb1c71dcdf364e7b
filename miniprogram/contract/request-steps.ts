/** What a step that was taken is called: a button's, the clock's or the submit itself. */
import { OTHER_STEPS } from './request-act-names';
import { ACTS } from './request-acts';
import type { ClockAct, RequestAct } from './request-life';

/** What whoever asked reads in place of the office's terms. */
const TO_ASKER: Partial<Readonly<Record<RequestAct | 'submit' | ClockAct, string>>> = {
  propose: '请人大办交给能办的单位',
  assign: '交给了单位办',
  nameUnit: '定好了由谁办',
  draftReply: '写好了答复，在等镇政府核',
  sign: '核过了答复',
  sendDraftBack: '请单位把答复再改一改',
  takeBack: '收回来，重新安排',
  changeUnit: '换了个单位办',
  accept: '收下了，在办',
  return: '说不归自己办，请人大办重新安排',
  refer: '请人大主席定由谁办',
  rule: '定了由谁办',
  passUp: '转给了区人大',
  askExtension: '说要多用些日子',
  extend: '同意多用些日子',
  refuseExtension: '没有同意多用日子',
  deliver: '把答复送到了',
  planDelivery: '安排了送答复',
  urge: '催了一次',
  proposeKey: '问主席团要不要盯着办',
  declineKey: '照常办，主席团不另外盯',
  supervise: '请主席团盯着办',
  endSupervise: '不再请主席团盯着办',
  'owner-gone': '原来的代表不再任职，换人接着办',
  reassign: '换了人接着办',
  reroute: '转给了新的小组',
};

/** «您反映了», «李代表收到，来联系»: what follows the name of who did it. */
export function sayDone(act: RequestAct | 'submit' | ClockAct, toAsker = false): string {
  const plain = toAsker ? TO_ASKER[act] : undefined;
  if (plain !== undefined) return plain;
  return act in OTHER_STEPS ? OTHER_STEPS[act as ClockAct] : ACTS[act as RequestAct].done;
}
