/** Chinese words for the ids of the wire; the field's own terms (mission, last section). */
import type { DeputyLevel } from './registry';
import type { Outcome, VisitState } from './desk';
import type { ReceiverType } from './reception';
import type { RequestKind } from './request';
import type {
  DeliveryHow,
  Door,
  Outcome as RequestOutcome,
  ReplyClass,
  RequestState,
  Satisfaction,
  WordWay,
} from './request-life';
import type { Half } from './time';

export const LEVEL_LABELS: Readonly<Record<DeputyLevel, string>> = { town: '镇代表', district: '区代表' };

export const KIND_LABELS: Readonly<Record<RequestKind, string>> = {
  consult: '咨询',
  report: '反映',
  suggest: '群众建议',
};

export const HALF_LABELS: Readonly<Record<Half, string>> = { am: '上午', pm: '下午' };

export const VISIT_LABELS: Readonly<Record<VisitState, string>> = {
  booked: '未到',
  arrived: '已到',
  called: '已叫号',
  talking: '正在谈',
  met: '已接访',
  'no-show': '没有来',
};

export const RECEIVER_LABELS: Readonly<Record<ReceiverType, string>> = {
  committee: '党委班子成员',
  presidium: '主席团成员',
  deputy: '代表',
};

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  explained: '当场说清',
  matter: '转为意见',
  visit: '约好上门',
};

/** `type` tells code whether a request is still somebody's to act on; `next` is what its date is for. */
export const STATES: Readonly<
  Record<
    RequestState,
    { label: string; type: 'open' | 'closed'; shape: 'waiting' | 'in-hand' | 'done'; next: string }
  >
> = {
  submitted: { label: '已提交', type: 'open', shape: 'waiting', next: '联系' },
  contacting: { label: '代表联系中', type: 'open', shape: 'in-hand', next: '联系' },
  visiting: { label: '约好上门', type: 'open', shape: 'in-hand', next: '上门' },
  proposed: { label: '提请交办', type: 'open', shape: 'waiting', next: '决定交办' },
  entrusted: { label: '待镇政府定承办单位', type: 'open', shape: 'waiting', next: '定承办单位' },
  assigned: { label: '已交办，待签收', type: 'open', shape: 'waiting', next: '答复' },
  accepted: { label: '承办单位办理中', type: 'open', shape: 'in-hand', next: '答复' },
  signing: { label: '答复待镇政府签发', type: 'open', shape: 'in-hand', next: '签发答复' },
  returned: { label: '承办单位退回', type: 'open', shape: 'waiting', next: '重新决定' },
  disputed: { label: '待主席审定', type: 'open', shape: 'waiting', next: '审定' },
  'passed-up': { label: '已转报区人大', type: 'open', shape: 'in-hand', next: '告知进展' },
  replied: { label: '已答复，待送达', type: 'open', shape: 'in-hand', next: '送达' },
  promised: { label: '承诺办理中', type: 'open', shape: 'in-hand', next: '办好' },
  confirming: { label: '请反映人确认', type: 'open', shape: 'waiting', next: '确认' },
  face: { label: '代表当面说明', type: 'open', shape: 'in-hand', next: '当面说明' },
  escalated: { label: '主席团督办', type: 'open', shape: 'in-hand', next: '议定' },
  closed: { label: '办结', type: 'closed', shape: 'done', next: '' },
  withdrawn: { label: '已撤回', type: 'closed', shape: 'done', next: '' },
  'out-of-scope': { label: '不属于代表办理', type: 'closed', shape: 'done', next: '' },
  merged: { label: '和另一件一起办', type: 'closed', shape: 'in-hand', next: '' },
};

/** The same for whoever asked, in words without the office's terms; as in STATES where a state is not named. */
const ASKER_STATES: Partial<Readonly<Record<RequestState, { label: string; next: string }>>> = {
  submitted: { label: '已提交', next: '联系您' },
  contacting: { label: '代表联系中', next: '联系您' },
  proposed: { label: '在定交给谁办', next: '定好交给谁办' },
  entrusted: { label: '镇政府在定交给谁办', next: '定好交给谁办' },
  assigned: { label: '已交给单位', next: '答复您' },
  accepted: { label: '单位在办', next: '答复您' },
  signing: { label: '答复在镇政府核', next: '答复您' },
  returned: { label: '在重新安排', next: '重新安排好' },
  disputed: { label: '在定由谁办', next: '定好由谁办' },
  'passed-up': { label: '转给了区人大', next: '告诉您进展' },
  replied: { label: '有了答复', next: '把答复送给您' },
  promised: { label: '答应了，在办', next: '办好' },
  confirming: { label: '请您说说结果', next: '说说解决了没有' },
  face: { label: '代表要当面说', next: '当面跟您说' },
  escalated: { label: '主席团在盯着办', next: '定好怎么办' },
};

/** A state in the words of its reader: whoever asked, or whoever works on it. */
export function wordsOfState(state: RequestState, toAsker: boolean): { label: string; next: string } {
  return (toAsker ? ASKER_STATES[state] : undefined) ?? STATES[state];
}

export const REPLY_LABELS: Readonly<Record<ReplyClass, string>> = {
  A: 'A 已经解决',
  B: 'B 正在解决',
  C: 'C 列入计划',
  D: 'D 解释说明',
};

export const SATISFACTION_LABELS: Readonly<Record<Satisfaction, string>> = {
  satisfied: '满意',
  basic: '基本满意',
  dissatisfied: '不满意',
  declined: '不评价',
};

export const DOOR_LABELS: Readonly<Record<Door, string>> = {
  court: '法院（打官司、判决的事）',
  petition: '信访部门',
  hotline: '12345 政务热线',
  emergency: '110 报警、120 急救',
  discipline: '12388 纪委监委（干部违纪违法）',
};

export const DELIVERY_LABELS: Readonly<Record<DeliveryHow, string>> = {
  visit: '上门告诉',
  call: '打电话',
  letter: '书面答复单',
  home: '在代表之家当面',
};

export const WORD_LABELS: Readonly<Record<WordWay, string>> = {
  handed: '纸交到本人手里',
  posted: '寄给本人',
  app: '小程序里告诉本人',
};

export const REQUEST_OUTCOMES: Readonly<Record<RequestOutcome, string>> = {
  solved: '反映人说解决了',
  silent: '到期没有回音',
  settled: '主席团议定',
  'with-other': '和另一件一起办结',
};
