/** Chinese words for the ids of the wire; the field's own terms (mission, last section). */
import type { DeputyLevel, Role } from './registry';
import type { RequestKind, RequestState } from './request';
import type { Outcome, VisitState } from './desk';
import type { ReceiverType } from './reception';
import type { Half } from './time';

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  deputy: '人大代表',
  leader: '代表小组组长',
  presidium: '主席团成员',
  receiver: '接访人',
  staff: '人大办工作人员',
  chief: '人大主席',
  unit: '承办单位联络员',
  helper: '村干部（代办员）',
  district: '区人大',
  admin: '系统管理员',
};

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

/** `type` tells code whether a matter is still somebody's to act on. */
export const STATES: Readonly<
  Record<RequestState, { label: string; type: 'open' | 'closed'; shape: 'waiting' | 'in-hand' | 'done' }>
> = {
  submitted: { label: '已提交', type: 'open', shape: 'waiting' },
  contacting: { label: '代表联系中', type: 'open', shape: 'in-hand' },
};
