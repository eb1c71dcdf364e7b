/** Chinese words of deputies' suggestions: states, owners, lists. What steps are called and ask: deputy/view/suggestion-acts.ts. */
import type { Consent, SuggestionOwner, SuggestionQueue, SuggestionState } from './suggestion';

/** `next` is what the date is for. */
export const SUGGESTION_STATES: Readonly<
  Record<
    SuggestionState,
    { label: string; type: 'open' | 'closed'; shape: 'waiting' | 'in-hand' | 'done'; next: string }
  >
> = {
  drafting: { label: '起草、征集联名', type: 'open', shape: 'waiting', next: '提交' },
  submitted: { label: '已提交，待审查', type: 'open', shape: 'waiting', next: '审查' },
  'sent-back': { label: '退回代表修改', type: 'open', shape: 'waiting', next: '修改' },
  examined: { label: '待主席团交办', type: 'open', shape: 'waiting', next: '交办' },
  entrusted: { label: '已交镇政府，待定单位', type: 'open', shape: 'waiting', next: '定单位' },
  assigned: { label: '已交办，待联系代表', type: 'open', shape: 'waiting', next: '答复' },
  contacted: { label: '承办单位办理中', type: 'open', shape: 'in-hand', next: '答复' },
  returned: { label: '承办单位退回', type: 'open', shape: 'waiting', next: '重新定单位' },
  replied: { label: '已答复，待代表意见', type: 'open', shape: 'waiting', next: '填意见' },
  promised: { label: '承诺办理中', type: 'open', shape: 'in-hand', next: '办好再答复' },
  review: { label: '待主席团审议', type: 'open', shape: 'waiting', next: '审议' },
  closed: { label: '办结', type: 'closed', shape: 'done', next: '' },
  withdrawn: { label: '已撤回', type: 'closed', shape: 'done', next: '' },
  letter: { label: '作代表来信处理', type: 'closed', shape: 'done', next: '' },
  'passed-up': { label: '已转报区人大', type: 'closed', shape: 'done', next: '' },
};

export const SUGGESTION_OWNERS: Readonly<Record<SuggestionOwner, string>> = {
  deputy: '领衔代表',
  office: '人大办',
  presidium: '主席团',
  government: '镇政府',
  unit: '承办单位',
  nobody: '',
};

export const CONSENT_LABELS: Readonly<Record<Consent, string>> = {
  asked: '还没有答复',
  agreed: '同意联名',
  declined: '没有联名',
};

export const QUEUE_LABELS: Readonly<Record<SuggestionQueue, string>> = {
  mine: '我提的',
  asked: '请我联名的',
  unit: '交给我们单位的',
  examine: '待审查',
  decide: '待交办、待审议',
  waiting: '正在办',
  promised: '承诺事项台账',
  key: '重点督办',
  all: '全部',
};

/** Read out while one is written (mission E7). */
export const HOW_TO_WRITE: readonly string[] = [
  '一件建议只说一件事，标题一句话说清要办什么。',
  '案据写看到的、量过的、问过的：哪个村、多少户、多久了。',
  '方案写怎么办、谁来办，办得到的才写。',
  '个人的事、打官司的事、申诉控告、学术讨论、代转信件，不作为代表建议。',
];
