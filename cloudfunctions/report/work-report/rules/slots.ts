/**
 * Every slot of a report's sentences: what it is called in the table of sources, and the question that answers it.
 * A sentence of a template may hold any of them.
 */
import type { BuiltInKind } from '../../../../miniprogram/contract/activity-kinds';
import type { Dimension, FactQuery } from '../../../../miniprogram/contract/facts';

export type Question =
  /** Words that are no figure: the township's name, «半年来». */
  | { ask: 'words'; what: 'township' | 'period' | 'receptionDay' | 'session' | 'until' }
  /** Rows of the directory as it stands on the last day. */
  | { ask: 'directory'; what: 'villages' | 'villagerGroups' | 'groups' | 'homes' }
  /** What the township's card says, as of a day of its own. */
  | { ask: 'card'; what: 'population' | 'voters' }
  /** What stands in the homes, each thing once. */
  | { ask: 'equipment' }
  | { ask: 'deputies'; level: 'town' | 'district' }
  /** A measure or heading of the ledger in its own unit. */
  | { ask: 'count'; of: FactQuery['of']; by?: { dimension: Dimension; value: string } }
  /** Facts of these kinds. */
  | { ask: 'kinds'; kinds: readonly string[] }
  /** How often somebody was there: persons over all rows. */
  | { ask: 'attendances'; kinds: readonly string[] }
  /** The same rows as names with dates. */
  | { ask: 'events'; kinds: readonly BuiltInKind[]; manner: 'dated' | 'named' }
  /** Suggestions of the last session before the end, or between sessions within the span. */
  | {
      ask: 'suggestions';
      among: 'session' | 'between';
      which: 'all' | 'answered' | 'open' | 'solved' | 'promised' | 'explained';
    }
  | { ask: 'suggestionCategories' }
  /** Requests as they stand today, whatever the span. */
  | { ask: 'requests'; which: 'open' | 'late' | 'promised' }
  /** Categories with the most requests in the span. */
  | { ask: 'hotSpots' }
  /** How many town deputies; never who (mission E9). */
  | { ask: 'people'; which: 'silent' | 'sessionsOnly' | 'untrained' }
  | { ask: 'sentBack' }
  | { ask: 'missedStudies' }
  /** As it was noted, each once. */
  | { ask: 'wishedTrainings' };

export interface SlotRow {
  label: string;
  unit: string;
  question: Question;
}

const row = (label: string, unit: string, question: Question): SlotRow => ({ label, unit, question });
const words = (label: string, what: Extract<Question, { ask: 'words' }>['what']): SlotRow =>
  row(label, '', { ask: 'words', what });
const rated = (label: string, value: string): SlotRow =>
  row(label, '件', { ask: 'count', of: 'rated', by: { dimension: 'result', value } });
const kinds = (label: string, unit: string, ...named: string[]): SlotRow =>
  row(label, unit, { ask: 'kinds', kinds: named });
const dated = (label: string, ...named: BuiltInKind[]): SlotRow =>
  row(label, '场次', { ask: 'events', kinds: named, manner: 'dated' });
const listed = (label: string, unit: string, ...named: BuiltInKind[]): SlotRow =>
  row(label, unit, { ask: 'events', kinds: named, manner: 'named' });

export const SLOTS = {
  township: words('乡镇', 'township'),
  period: words('时段', 'period'),
  until: words('截止日', 'until'),
  receptionDay: words('接访日', 'receptionDay'),
  session: words('最近一次人代会', 'session'),

  villages: row('行政村', '个', { ask: 'directory', what: 'villages' }),
  villagerGroups: row('村民小组', '个', { ask: 'directory', what: 'villagerGroups' }),
  population: row('人口', '万人', { ask: 'card', what: 'population' }),
  voters: row('登记选民', '人', { ask: 'card', what: 'voters' }),
  groups: row('代表小组', '个', { ask: 'directory', what: 'groups' }),
  homes: row('人大代表之家', '个', { ask: 'directory', what: 'homes' }),
  equipment: row('办公设备', '样', { ask: 'equipment' }),
  townDeputies: row('镇人大代表', '名', { ask: 'deputies', level: 'town' }),
  districtDeputies: row('区人大代表', '名', { ask: 'deputies', level: 'district' }),

  positions: listed('阵地建设', '项', 'position'),
  rules: kinds('制度修订', '项', 'rules'),
  ruleNames: listed('修订的制度', '项', 'rules'),
  exchanges: kinds('观摩交流', '次', 'exchange'),

  studies: row('小组集中学习', '次', { ask: 'count', of: 'studies' }),
  studyAttendances: row('小组学习到会', '人次', { ask: 'attendances', kinds: ['study'] }),
  trainings: kinds('镇代表培训班', '期', 'training'),
  trainingNames: dated('培训班内容', 'training'),
  trainingAttendances: row('培训班到会', '人次', { ask: 'attendances', kinds: ['training'] }),
  upperTrainings: kinds('上级培训', '次', 'upper-training'),

  sessionsAttended: kinds('出席人代会', '人次', 'session-attended'),
  speeches: kinds('会上审议发言', '人次', 'session-spoke'),
  bills: kinds('议案', '件', 'bill-moved'),
  suggestions: row('会上代表建议', '条', { ask: 'suggestions', among: 'session', which: 'all' }),
  suggestionCategories: row('代表建议类别', '条', { ask: 'suggestionCategories' }),
  suggestionsAnswered: row('代表建议办复', '条', { ask: 'suggestions', among: 'session', which: 'answered' }),
  suggestionsOpen: row('代表建议在办', '条', { ask: 'suggestions', among: 'session', which: 'open' }),
  suggestionsSolved: row('代表建议落实', '条', { ask: 'suggestions', among: 'session', which: 'solved' }),
  suggestionsPromised: row('代表建议承诺事项', '条', {
    ask: 'suggestions',
    among: 'session',
    which: 'promised',
  }),
  suggestionsExplained: row('答复为「解释说明」的代表建议', '条', {
    ask: 'suggestions',
    among: 'session',
    which: 'explained',
  }),
  between: row('闭会期间代表建议', '条', { ask: 'suggestions', among: 'between', which: 'all' }),
  betweenAnswered: row('闭会期间建议办复', '条', { ask: 'suggestions', among: 'between', which: 'answered' }),

  liaisons: kinds('主席团成员联系代表', '次', 'liaison'),
  received: row('代表接待选民', '人', { ask: 'count', of: 'received' }),
  receivedByDistrict: row('区人大代表接待选民', '人', {
    ask: 'count',
    of: 'received',
    by: { dimension: 'level', value: 'district' },
  }),
  receivedByTown: row('镇人大代表接待选民', '人', {
    ask: 'count',
    of: 'received',
    by: { dimension: 'level', value: 'town' },
  }),
  receivedVisits: row('代表接待', '人次', { ask: 'count', of: 'receivedVisits' }),
  receivedByOthers: row('其他接访人接待', '人', { ask: 'count', of: 'receivedByOthers' }),
  visited: row('走访选民', '户', { ask: 'count', of: 'visited' }),
  visits: row('入户走访', '户次', { ask: 'count', of: 'visits' }),
  done: row('帮办实事', '件', { ask: 'count', of: 'done' }),
  helped: row('代表帮办', '件', { ask: 'count', of: 'helped' }),
  solved: row('群众意见经反映人确认解决', '件', { ask: 'count', of: 'solved' }),
  submitted: row('收到群众意见', '件', { ask: 'count', of: 'submitted' }),
  answered: row('答复群众意见', '件', { ask: 'count', of: 'answered' }),
  satisfied: rated('评价满意', 'satisfied'),
  nearlySatisfied: rated('评价基本满意', 'basic'),
  notSatisfied: rated('评价不满意', 'dissatisfied'),
  open: row('在办群众意见', '件', { ask: 'requests', which: 'open' }),
  late: row('超期群众意见', '件', { ask: 'requests', which: 'late' }),
  promised: row('承诺事项', '件', { ask: 'requests', which: 'promised' }),
  hotSpots: row('反映较多的事', '件', { ask: 'hotSpots' }),

  inspections: row('视察调研', '次', { ask: 'count', of: 'inspected' }),
  inspectionNames: dated('视察调研的题目和地点', 'inspection', 'research'),
  appointments: kinds('约见', '次', 'appointment'),
  campaigns: kinds('宣传活动', '场', 'campaign'),
  campaignNames: listed('宣传活动内容', '场', 'campaign'),
  tiedHelps: kinds('监测户帮扶', '次', 'tied-help'),
  cares: kinds('关爱行动', '次', 'care'),
  keyWorks: kinds('参与重点工作', '次', 'key-work'),
  keyWorkNames: listed('重点工作内容', '次', 'key-work'),
  dutyReports: kinds('代表述职', '人次', 'duty-report'),
  guidanceNames: dated('上级指导', 'guidance'),
  wishedTrainings: row('想要的培训', '项', { ask: 'wishedTrainings' }),

  silent: row('会上没有发过言的镇代表', '名', { ask: 'people', which: 'silent' }),
  sessionsOnly: row('除出席人代会外没有活动记录的镇代表', '名', { ask: 'people', which: 'sessionsOnly' }),
  untrained: row('没有参加学习培训的镇代表', '名', { ask: 'people', which: 'untrained' }),
  sentBack: row('退回修改过的代表建议', '条', { ask: 'sentBack' }),
  answeredD: row('答复为「解释说明」的群众意见', '件', {
    ask: 'count',
    of: 'answered',
    by: { dimension: 'result', value: 'D' },
  }),
  missedStudies: row('排了没有学的小组学习', '次', { ask: 'missedStudies' }),
} as const satisfies Readonly<Record<string, SlotRow>>;

export type SlotName = keyof typeof SLOTS;

export function isSlot(name: string): name is SlotName {
  return Object.hasOwn(SLOTS, name);
}

export function slotRow(slot: SlotName): SlotRow {
  return SLOTS[slot];
}

export const SLOT_NAMES = Object.keys(SLOTS) as SlotName[];
