/** Chinese words of the presidium's work. */
import type { KeySubject, NoteKind, TopicAct, TopicForm, TopicOwner, TopicState } from './presidium';

/** What may come under 重点督办. */
export const KEY_KINDS: Readonly<Record<KeySubject['kind'], string>> = {
  suggestion: '代表建议',
  request: '群众意见',
  opinion: '视察意见',
};

export const TOPIC_FORMS: Readonly<Record<TopicForm, string>> = {
  report: '听取专项工作报告',
  enforcement: '执法检查',
  inspection: '视察',
  research: '调研',
};

export const TOPIC_STATES: Readonly<
  Record<TopicState, { label: string; type: 'open' | 'closed'; tone: 'waiting' | 'in-hand' | 'done' }>
> = {
  planned: { label: '已列入计划', type: 'open', tone: 'waiting' },
  held: { label: '已开展，等审议意见', type: 'open', tone: 'in-hand' },
  handed: { label: '审议意见已交办', type: 'open', tone: 'in-hand' },
  reported: { label: '已报告，等主席团审定', type: 'open', tone: 'waiting' },
  accepted: { label: '已办结', type: 'closed', tone: 'done' },
  dropped: { label: '不再开展', type: 'closed', tone: 'done' },
};

export const TOPIC_OWNERS: Readonly<Record<TopicOwner, string>> = {
  office: '人大办',
  unit: '承办单位',
  presidium: '主席团',
  nobody: '',
};

export const TOPIC_ACTS: Readonly<Record<TopicAct | 'plan', string>> = {
  plan: '列入计划',
  edit: '改计划',
  hold: '登记开展情况',
  handOn: '交办审议意见',
  reportBack: '报告研究处理情况',
  accept: '同意报告',
  again: '退回再办',
  drop: '不再开展',
};

export const NOTE_LABELS: Readonly<Record<NoteKind, { label: string; settled: string }>> = {
  opinion: { label: '代表意见', settled: '怎么办的' },
  difficulty: { label: '履职或生活困难', settled: '怎么解决的' },
  visit: { label: '上级来指导', settled: '怎么落实的' },
  advice: { label: '上级意见', settled: '怎么落实的' },
  upward: { label: '向上级的建议', settled: '上级怎么答复' },
  training: { label: '想要的培训', settled: '安排了什么' },
  guide: { label: '请区里指导', settled: '区里怎么说' },
};

/** The district sees these and answers them. */
export const ASKED_UPWARD: readonly NoteKind[] = ['upward', 'training', 'guide'];

/** Of a deputy; the others are between the presidium and who is above it. */
export const OF_DEPUTIES: readonly NoteKind[] = ['opinion', 'difficulty'];
