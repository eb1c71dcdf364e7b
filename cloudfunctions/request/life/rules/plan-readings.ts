/** Plans of the steps that need what stood in the request before; those of the others are in plan-steps.ts. */
import type { RequestAct } from '../../../../miniprogram/contract/request-life';
import type { PlanReading } from './plan';
import { assign, changeUnit, nameUnit, rule, sendBack, takeBack } from './plan-assign';
import { merge, unmerge } from './plan-merge';
import { handOver, keep, reassign, recuse } from './plan-owner';
import { grantExtension, pause, resume } from './plan-pause';
import { offer, publish, setTitle } from './plan-publish';
import { callBack, disagree, notSolved, settle } from './plan-reopen';
import { outOfScope, passUp } from './plan-steps';
import { supplement } from './plan-supplement';
import { deliver, draftReply, explain, reply, sendDraftBack, sign } from './plan-reply';

export const READING: { readonly [A in RequestAct]?: PlanReading<A> } = {
  explain,
  outOfScope,
  passUp,
  recuse,
  handOver,
  reassign,
  keep,
  assign,
  takeBack,
  nameUnit,
  draftReply,
  sign,
  sendDraftBack,
  changeUnit,
  return: sendBack,
  rule,
  reply,
  deliver,
  notSolved,
  disagree,
  callBack,
  settle,
  pause,
  resume,
  grantExtension,
  merge,
  offer,
  publish,
  setTitle,
  unmerge,
  supplement,
};
