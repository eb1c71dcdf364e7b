/** What a screen says of each step of a request and what it asks for; in the order in which buttons stand. */
import { DELIVERY_LABELS, DOOR_LABELS, REPLY_LABELS, SATISFACTION_LABELS, WORD_LABELS } from './labels';
import { LIMITS } from './limits';
import { REQUEST_ACT_NAMES } from './request-act-names';
import type { RequestAct } from './request-life';

export type FieldKind =
  | 'words'
  | 'line'
  | 'date'
  | 'unit'
  | 'units'
  | 'deputy'
  | 'deputies'
  | 'group'
  | 'person'
  | 'request'
  | 'yes-no'
  | 'choice';

export interface ActField {
  name: string;
  label: string;
  kind: FieldKind;
  required: boolean;
  /** Characters, for words and lines. */
  max?: number;
  /** Values with their words, for choices. */
  options?: Readonly<Record<string, string>>;
}

export interface ActText {
  /** The button. */
  label: string;
  /** What it does, under the button or in the question before it. */
  hint: string;
  /** How it reads among the steps, after the name of who did it. */
  done: string;
  /** Cannot be taken back: ask once, in these words. */
  danger?: string;
  fields: readonly ActField[];
}

const words = (label: string, required = true): ActField => ({
  name: 'words',
  label,
  kind: 'words',
  required,
  max: LIMITS.stepWords,
});
const date = (name: string, label: string): ActField => ({ name, label, kind: 'date', required: true });
const choice = (name: string, label: string, options: Readonly<Record<string, string>>): ActField => ({
  name,
  label,
  kind: 'choice',
  required: true,
  options,
});
const units: readonly ActField[] = [
  { name: 'lead', label: '主办单位', kind: 'unit', required: true },
  { name: 'assist', label: '协办单位', kind: 'units', required: false },
];

export const ACTS: Readonly<Record<RequestAct, ActText>> = {
  take: { label: REQUEST_ACT_NAMES.take, hint: '反映人会看到您来联系', done: '收到，来联系', fields: [] },
  explain: {
    label: REQUEST_ACT_NAMES.explain,
    hint: '写下怎么说的，请反映人确认',
    done: '作了说明',
    fields: [words('怎么说的')],
  },
  visit: {
    label: REQUEST_ACT_NAMES.visit,
    hint: '写下哪天去',
    done: '约好上门',
    fields: [date('date', '哪天'), words('说明', false)],
  },
  propose: {
    label: REQUEST_ACT_NAMES.propose,
    hint: '请人大办交给承办单位，由人大办决定',
    done: '提请交办',
    fields: [words('为什么要交办')],
  },
  recuse: {
    label: REQUEST_ACT_NAMES.recuse,
    hint: '换一位代表来办，您不再看到这件事',
    done: '回避',
    danger: '回避后这件事就转走了，确定吗？',
    fields: [words('说明', false)],
  },
  note: {
    label: REQUEST_ACT_NAMES.note,
    hint: '反映人看得到',
    done: '记下进展',
    fields: [words('做了什么')],
  },
  setTitle: {
    label: REQUEST_ACT_NAMES.setTitle,
    hint: '录音和照片要有一句话的标题',
    done: '写了标题',
    fields: [{ name: 'title', label: '标题', kind: 'line', required: true, max: LIMITS.title }],
  },
  handOver: {
    label: REQUEST_ACT_NAMES.handOver,
    hint: '日期不变，由新的代表来联系',
    done: '在组里转交',
    fields: [{ name: 'to', label: '转给谁', kind: 'deputy', required: true }, words('说明', false)],
  },
  assign: {
    label: REQUEST_ACT_NAMES.assign,
    hint: '交给承办单位，按期限答复',
    done: '交办',
    fields: [...units, words('交办意见', false)],
  },
  takeBack: {
    label: REQUEST_ACT_NAMES.takeBack,
    hint: '单位还没有答复时用，收回来由人大办再定',
    done: '撤回交办',
    danger: '单位会收到通知，不用再办了。确定撤回吗？',
    fields: [words('为什么撤回')],
  },
  changeUnit: {
    label: REQUEST_ACT_NAMES.changeUnit,
    hint: '单位还没有答复时用，新的单位从今天重新计日子',
    done: '改派单位',
    fields: [...units, words('为什么改派', false)],
  },
  reassign: {
    label: REQUEST_ACT_NAMES.reassign,
    hint: '换一个小组或一位代表',
    done: '改派',
    fields: [
      { name: 'group', label: '代表小组', kind: 'group', required: false },
      { name: 'to', label: '代表', kind: 'deputy', required: false },
      { name: 'recuses', label: '事情和原来的代表有关，以后都回避', kind: 'yes-no', required: false },
      words('说明', false),
    ],
  },
  keep: {
    label: REQUEST_ACT_NAMES.keep,
    hint: '从代表手里收回，由人大办联系或交办',
    done: '收回来办',
    fields: [words('说明', false)],
  },
  outOfScope: {
    label: REQUEST_ACT_NAMES.outOfScope,
    hint: '告诉反映人该找哪里',
    done: '说明不属于代表办理范围',
    danger: '这件事会就此结束，反映人会看到该找哪里，确定吗？',
    fields: [choice('door', '该找哪里', DOOR_LABELS), words('怎么说')],
  },
  passUp: {
    label: REQUEST_ACT_NAMES.passUp,
    hint: '只转摘要，不带名字和电话',
    done: '转报区人大',
    fields: [
      {
        name: 'summary',
        label: '摘要（不写名字和电话）',
        kind: 'words',
        required: true,
        max: LIMITS.summary,
      },
    ],
  },
  refer: {
    label: REQUEST_ACT_NAMES.refer,
    hint: '各方意见不一致时用',
    done: '提请裁定',
    fields: [words('分歧在哪里')],
  },
  release: {
    label: REQUEST_ACT_NAMES.release,
    hint: '代表只看得到这段摘要，不写名字和电话',
    done: '写了摘要',
    fields: [{ name: 'summary', label: '摘要', kind: 'words', required: true, max: LIMITS.summary }],
  },
  planDelivery: {
    label: REQUEST_ACT_NAMES.planDelivery,
    hint: '谁、怎么、哪天把答复告诉本人',
    done: '安排送达',
    fields: [
      { name: 'who', label: '谁去', kind: 'line', required: true, max: LIMITS.name },
      choice('how', '怎么送', DELIVERY_LABELS),
      date('date', '哪天'),
    ],
  },
  deliver: {
    label: REQUEST_ACT_NAMES.deliver,
    hint: '答复已经告诉本人',
    done: '送达答复',
    fields: [choice('how', '怎么送的', DELIVERY_LABELS), words('说明', false)],
  },
  merge: {
    label: REQUEST_ACT_NAMES.merge,
    hint: '两件一起办，答复时都告诉',
    done: '并入更早的一件',
    fields: [{ name: 'into', label: '并入哪一件', kind: 'request', required: true }],
  },
  unmerge: { label: REQUEST_ACT_NAMES.unmerge, hint: '回到合并前，单独办', done: '撤销合并', fields: [] },
  publish: {
    label: REQUEST_ACT_NAMES.publish,
    hint: '只写事，不写名字、电话、号码',
    done: '公开',
    fields: [
      { name: 'title', label: '标题', kind: 'line', required: true, max: LIMITS.title },
      { name: 'summary', label: '什么事', kind: 'words', required: true, max: LIMITS.summary },
      { name: 'result', label: '办理结果', kind: 'words', required: true, max: LIMITS.summary },
    ],
  },
  offer: {
    label: REQUEST_ACT_NAMES.offer,
    hint: '让别人看到题目，点「我也反映」。只写地方和事，不写人，不写号码，不写原话',
    done: '公开了题目',
    fields: [{ name: 'title', label: '题目', kind: 'line', required: true, max: LIMITS.title }],
  },
  unpublish: { label: REQUEST_ACT_NAMES.unpublish, hint: '公众不再看到', done: '撤下公开', fields: [] },
  tellWhere: {
    label: REQUEST_ACT_NAMES.tellWhere,
    hint: '写明交给了哪里、该找哪里；纸上的在「打印登记回执」里',
    done: '书面告知了去向',
    fields: [choice('way', '怎么告知的', WORD_LABELS), words('告知的话')],
  },
  callBack: {
    label: REQUEST_ACT_NAMES.callBack,
    hint: '随机抽到的，由没有经手的人问',
    done: '回访',
    fields: [{ name: 'solved', label: '真的解决了吗', kind: 'yes-no', required: true }, words('怎么说的')],
  },
  dispatch: {
    label: REQUEST_ACT_NAMES.dispatch,
    hint: '党委调度记录，只有人大办和主席团看',
    done: '记调度',
    fields: [words('调度内容')],
  },
  resume: {
    label: REQUEST_ACT_NAMES.resume,
    hint: '按暂停时剩下的工作日接着算',
    done: '恢复计时',
    fields: [words('说明', false)],
  },
  urge: { label: REQUEST_ACT_NAMES.urge, hint: '一天最多一次', done: '催办', fields: [words('说明', false)] },
  rule: {
    label: REQUEST_ACT_NAMES.rule,
    hint: '定下承办单位，不能再退回',
    done: '裁定',
    fields: [...units, words('裁定意见')],
  },
  extend: {
    label: REQUEST_ACT_NAMES.extend,
    hint: '写明理由',
    done: '同意延期',
    fields: [date('until', '延到哪天'), words('理由')],
  },
  grantExtension: {
    label: REQUEST_ACT_NAMES.grantExtension,
    hint: '按申请的日期',
    done: '同意延期申请',
    fields: [words('说明', false)],
  },
  refuseExtension: {
    label: REQUEST_ACT_NAMES.refuseExtension,
    hint: '按原来的日期',
    done: '没有同意延期',
    fields: [words('理由')],
  },
  pause: {
    label: REQUEST_ACT_NAMES.pause,
    hint: '到日子自动恢复',
    done: '暂停计时',
    fields: [date('until', '停到哪天'), words('理由')],
  },
  proposeKey: {
    label: REQUEST_ACT_NAMES.proposeKey,
    hint: '由主席团决定',
    done: '提请重点督办',
    fields: [words('理由')],
  },
  declineKey: {
    label: REQUEST_ACT_NAMES.declineKey,
    hint: '照常办',
    done: '没有列入重点督办',
    fields: [words('理由')],
  },
  supervise: {
    label: REQUEST_ACT_NAMES.supervise,
    hint: '主席团盯着办',
    done: '列入重点督办',
    fields: [words('理由')],
  },
  endSupervise: {
    label: REQUEST_ACT_NAMES.endSupervise,
    hint: '不再列入名单',
    done: '取消重点督办',
    fields: [words('说明', false)],
  },
  settle: {
    label: REQUEST_ACT_NAMES.settle,
    hint: '两次没办好之后由主席团定',
    done: '议定',
    fields: [choice('then', '怎么办', { redo: '再办一次', close: '到此为止，作出说明' }), words('议定意见')],
  },
  accept: { label: REQUEST_ACT_NAMES.accept, hint: '收到，开始办理', done: '签收', fields: [] },
  return: {
    label: REQUEST_ACT_NAMES.return,
    hint: '只能退一次，由人大办再定',
    done: '退回',
    danger: '只能退回一次，确定吗？',
    fields: [words('为什么不归你们办')],
  },
  askExtension: {
    label: REQUEST_ACT_NAMES.askExtension,
    hint: '由主席审批',
    done: '申请延期',
    fields: [date('until', '延到哪天'), words('理由')],
  },
  nameUnit: {
    label: REQUEST_ACT_NAMES.nameUnit,
    hint: '镇政府指定由谁办，答复由镇政府签发',
    done: '定了承办单位',
    fields: [...units, words('交办意见', false)],
  },
  sign: {
    label: REQUEST_ACT_NAMES.sign,
    hint: '分管领导看过、同意，答复就送到反映人手里',
    done: '签发了答复',
    danger: '签发后反映人马上看得到，确定吗？',
    fields: [words('签发意见', false)],
  },
  sendDraftBack: {
    label: REQUEST_ACT_NAMES.sendDraftBack,
    hint: '写明哪里要改',
    done: '退回答复稿',
    fields: [words('哪里要改')],
  },
  draftReply: {
    label: REQUEST_ACT_NAMES.draftReply,
    hint: '分四类；镇政府签发后反映人才看得到',
    done: '报了答复稿',
    fields: [
      choice('class', '哪一类', REPLY_LABELS),
      words('答复内容'),
      { name: 'doneBy', label: '哪天前办好（B、C 类）', kind: 'date', required: false },
    ],
  },
  reply: {
    label: REQUEST_ACT_NAMES.reply,
    hint: '分四类；在办和列入计划的要写哪天办好',
    done: '答复',
    fields: [
      choice('class', '哪一类', REPLY_LABELS),
      words('答复内容'),
      { name: 'doneBy', label: '哪天前办好（B、C 类）', kind: 'date', required: false },
    ],
  },
  assistReply: {
    label: REQUEST_ACT_NAMES.assistReply,
    hint: '告诉主办单位和人大办',
    done: '作了协办回复',
    fields: [words('协办情况')],
  },
  nudge: {
    label: REQUEST_ACT_NAMES.nudge,
    hint: '提醒正在办的人和人大办，过几天可以再催',
    done: '催了一催',
    fields: [],
  },
  supplement: {
    label: REQUEST_ACT_NAMES.supplement,
    hint: '办的人看得到，接着原来的说就行',
    done: '补充了情况',
    fields: [words('补充什么', false)],
  },
  withdraw: {
    label: REQUEST_ACT_NAMES.withdraw,
    hint: '撤回这件事',
    done: '撤回',
    danger: '撤回后不再办理，确定吗？',
    fields: [words('说明', false)],
  },
  solved: { label: REQUEST_ACT_NAMES.solved, hint: '这件事办结', done: '说解决了', fields: [] },
  notSolved: {
    label: REQUEST_ACT_NAMES.notSolved,
    hint: '马上重新办',
    done: '说没办好',
    fields: [words('哪里没办好')],
  },
  disagree: {
    label: REQUEST_ACT_NAMES.disagree,
    hint: '请代表当面说明',
    done: '不同意结果',
    fields: [words('哪里不同意')],
  },
  rate: {
    label: REQUEST_ACT_NAMES.rate,
    hint: '只有您能评，经办人不能代评',
    done: '作了评价',
    fields: [choice('satisfaction', '满意吗', SATISFACTION_LABELS)],
  },
};
