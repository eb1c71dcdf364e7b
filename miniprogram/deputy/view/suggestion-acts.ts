/** What a screen says and asks of each step of a suggestion, in the order of buttons. */
import { REPLY_LABELS, SATISFACTION_LABELS } from '../../contract/labels';
import { LIMITS } from '../../contract/limits';
import type { ActField, ActText } from '../../contract/request-acts';
import { NOT_HERE } from '../../contract/congress/session-labels';
import type { SuggestionAct } from '../../contract/congress/suggestion';
import { SUGGESTION_ACT_NAMES } from '../../contract/congress/suggestion-act-names';

const words = (label: string, required = true): ActField => ({
  name: 'words',
  label,
  kind: 'words',
  required,
  max: LIMITS.stepWords,
});
const units: readonly ActField[] = [
  { name: 'lead', label: '主办单位', kind: 'unit', required: true },
  { name: 'assist', label: '协办单位', kind: 'units', required: false },
];
const difficult: ActField = {
  name: 'difficult',
  label: '涉及面广、难度大，六个月内答复',
  kind: 'yes-no',
  required: false,
};
const opinion: ActField = {
  name: 'opinion',
  label: '对答复的意见',
  kind: 'choice',
  required: true,
  options: {
    satisfied: SATISFACTION_LABELS.satisfied,
    basic: SATISFACTION_LABELS.basic,
    dissatisfied: SATISFACTION_LABELS.dissatisfied,
  },
};

export const SUGGESTION_ACTS: Readonly<Record<SuggestionAct, ActText>> = {
  cosign: {
    label: SUGGESTION_ACT_NAMES.cosign,
    hint: '',
    done: '同意联名',
    danger: '您的名字会写在这件建议上。',
    fields: [],
  },
  decline: {
    label: SUGGESTION_ACT_NAMES.decline,
    hint: '领衔代表会知道',
    done: '没有联名',
    fields: [words('说明', false)],
  },
  submit: {
    label: SUGGESTION_ACT_NAMES.submit,
    hint: '交人大办审查，以后不能再改',
    done: '提交了建议',
    danger: '交人大办审查。还没有答复的联名不再等。',
    fields: [],
  },
  edit: {
    label: SUGGESTION_ACT_NAMES.edit,
    hint: '一件建议只说一件事',
    done: '作了修改',
    fields: [
      { name: 'title', label: '案由（一句话说要办什么）', kind: 'line', required: true, max: LIMITS.title },
      {
        name: 'grounds',
        label: '案据（为什么要办）',
        kind: 'words',
        required: true,
        max: LIMITS.suggestionText,
      },
      { name: 'plan', label: '方案（怎么办）', kind: 'words', required: true, max: LIMITS.suggestionText },
    ],
  },
  ask: {
    label: SUGGESTION_ACT_NAMES.ask,
    hint: '每一位自己答复，同意了才算',
    done: '请代表联名',
    fields: [{ name: 'persons', label: '请哪几位', kind: 'deputies', required: true }],
  },
  opine: {
    label: SUGGESTION_ACT_NAMES.opine,
    hint: '不满意会重新办理一次，再不满意交主席团审议',
    done: '填写了意见',
    fields: [opinion, words('说明', false)],
  },
  examine: {
    label: SUGGESTION_ACT_NAMES.examine,
    hint: '交主席团决定交办',
    done: '审查通过',
    fields: [words('审查意见', false)],
  },
  sendBack: {
    label: SUGGESTION_ACT_NAMES.sendBack,
    hint: '先和代表说过，写明怎么改',
    done: '退回修改',
    fields: [words('怎么改')],
  },
  toLetter: {
    label: SUGGESTION_ACT_NAMES.toLetter,
    hint: '不宜作建议的，先和代表说过',
    done: '作代表来信处理',
    danger: '作代表来信处理以后，不再按代表建议办理。',
    fields: [words('理由')],
  },
  passUp: {
    label: SUGGESTION_ACT_NAMES.passUp,
    hint: '区代表提的、属于区里办的',
    done: '转报区人大',
    danger: '转报以后，由区人大办理。',
    fields: [words('转报说明')],
  },
  entrust: {
    label: SUGGESTION_ACT_NAMES.entrust,
    hint: '由镇政府确定承办单位',
    done: '交镇政府办理',
    fields: [difficult, words('交办意见', false)],
  },
  assign: {
    label: SUGGESTION_ACT_NAMES.assign,
    hint: '三个月内答复',
    done: '交办',
    fields: [...units, difficult, words('交办意见', false)],
  },
  nameUnits: {
    label: SUGGESTION_ACT_NAMES.nameUnits,
    hint: '答复日期从主席团交办那天算',
    done: '确定了承办单位',
    fields: [...units, words('要求', false)],
  },
  reply: {
    label: SUGGESTION_ACT_NAMES.reply,
    hint: '上传以后就是正式答复，会通知代表',
    done: '书面答复',
    danger: `先打印答复函，签字、盖章，再扫描或者拍照。上传以后就是正式答复，会通知代表。${NOT_HERE}`,
    fields: [],
  },
  writeReply: {
    label: SUGGESTION_ACT_NAMES.writeReply,
    hint: '写好以后在「打印」里印出来签字；签好的扫描件传上来才算答复。',
    done: '写好了答复函，等签字',
    fields: [
      { name: 'letter', label: '答复函文号', kind: 'line', required: true, max: LIMITS.title },
      { name: 'signer', label: '签发人', kind: 'line', required: true, max: LIMITS.name },
      { name: 'class', label: '办理类别', kind: 'choice', required: true, options: REPLY_LABELS },
      words('答复内容'),
      { name: 'doneBy', label: '哪天前办好', kind: 'date', required: false },
    ],
  },
  contact: {
    label: SUGGESTION_ACT_NAMES.contact,
    hint: '答复以前先和代表联系',
    done: '联系了代表',
    fields: [{ name: 'date', label: '哪天', kind: 'date', required: true }, words('谈了什么')],
  },
  return: {
    label: SUGGESTION_ACT_NAMES.return,
    hint: '在退回期限内，写明理由',
    done: '退回',
    fields: [words('为什么')],
  },
  assistReply: {
    label: SUGGESTION_ACT_NAMES.assistReply,
    hint: '主办单位和代表看得到',
    done: '写了协办意见',
    fields: [words('协办意见')],
  },
  opineOnPaper: {
    label: SUGGESTION_ACT_NAMES.opineOnPaper,
    hint: '代表在征询意见表上签的',
    done: '登记了纸质意见表',
    fields: [
      opinion,
      { name: 'date', label: '表上的日期', kind: 'date', required: true },
      words('说明', false),
    ],
  },
  settle: {
    label: SUGGESTION_ACT_NAMES.settle,
    hint: '重新办理，或者到此办结',
    done: '主席团审议',
    fields: [
      {
        name: 'then',
        label: '怎么办',
        kind: 'choice',
        required: true,
        options: { redo: '重新办理', close: '到此办结' },
      },
      words('审议意见'),
    ],
  },
  decideKey: {
    label: SUGGESTION_ACT_NAMES.decideKey,
    hint: '主席团开会，或闭会期间由主席决定',
    done: '决定重点督办',
    fields: [{ name: 'agreed', label: '列为重点督办', kind: 'yes-no', required: true }, words('决定')],
  },
  endKey: {
    label: SUGGESTION_ACT_NAMES.endKey,
    hint: '',
    done: '结束重点督办',
    fields: [words('说明', false)],
  },
  proposeKey: {
    label: SUGGESTION_ACT_NAMES.proposeKey,
    hint: '由主席团决定',
    done: '提请重点督办',
    fields: [words('理由')],
  },
  includeInPlan: {
    label: SUGGESTION_ACT_NAMES.includeInPlan,
    hint: '',
    done: '列入年度工作计划',
    fields: [words('哪一项')],
  },
  dispatch: { label: SUGGESTION_ACT_NAMES.dispatch, hint: '', done: '调度', fields: [words('一句话')] },
  urge: {
    label: SUGGESTION_ACT_NAMES.urge,
    hint: '提醒现在手里有这件的',
    done: '催办',
    fields: [words('说明', false)],
  },
  publish: {
    label: SUGGESTION_ACT_NAMES.publish,
    hint: '不写群众和代表的个人信息',
    done: '公开了办理情况',
    fields: [
      { name: 'title', label: '公开的标题', kind: 'line', required: true, max: LIMITS.title },
      { name: 'result', label: '办理结果', kind: 'words', required: true, max: LIMITS.summary },
    ],
  },
  unpublish: {
    label: SUGGESTION_ACT_NAMES.unpublish,
    hint: '',
    done: '撤下公开',
    danger: '群众看不到了。',
    fields: [],
  },
  withdraw: {
    label: SUGGESTION_ACT_NAMES.withdraw,
    hint: '写明理由，撤回后就结束了',
    done: '撤回',
    danger: '撤回以后这件建议就结束了。',
    fields: [words('理由')],
  },
};
