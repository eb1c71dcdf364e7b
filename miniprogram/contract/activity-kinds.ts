/**
 * The kinds of activities, as data: what each asks, under which heading of the duty record it stands, in which unit it
 * is counted, who records it. A screen, a schema and a rule read this table; a new kind is a row.
 */
import type { Heading, Unit } from './facts';
import { DUTY_BOUND, LEADERS, RECEIVERS, type Role } from './roles';

export const ACTIVITY_KINDS = [
  'household-visit',
  'help',
  'tied-help',
  'care',
  'key-work',
  'inspection',
  'research',
  'appointment',
  'study',
  'training',
  'upper-training',
  'exchange',
  'position',
  'rules',
  'liaison',
  'campaign',
  'guidance',
  'duty-report',
] as const;
export type BuiltInKind = (typeof ACTIVITY_KINDS)[number];

/** What a kind may ask. */
export type ActivityField =
  | 'village'
  | 'category'
  | 'household'
  | 'people'
  | 'title'
  | 'words'
  | 'result'
  | 'promised'
  | 'helped'
  | 'place'
  | 'mandate'
  | 'topicFrom'
  | 'persons'
  | 'sites'
  | 'tag';

export interface KindRow {
  readonly label: string;
  /** What a person who records one is asked first. */
  readonly hint: string;
  readonly heading?: Heading;
  readonly unit: Unit;
  readonly fields: readonly ActivityField[];
  /** Without these it is not recorded. */
  readonly needs: readonly ActivityField[];
  /** Who records one, besides the office. */
  readonly by: readonly Role[];
  /** It is planned, people are invited and answer, attendance is noted. */
  readonly planned?: true;
  /**
   * Photos and recordings lie with it: shown to everybody who sees it, or to whoever recorded it and the office. Absent:
   * it has none.
   */
  readonly pictures?: 'all' | 'recorder';
  /** People in need are in the pictures: of a face it is asked who agreed, and when. */
  readonly faces?: true;
  /** Files lie with it, for whoever is asked to it. */
  readonly materials?: true;
}

const nobody: readonly Role[] = [];

export const KINDS: Readonly<Record<BuiltInKind, KindRow>> = {
  'household-visit': {
    label: '入户走访',
    hint: '到谁家、说了什么',
    heading: 'contact',
    unit: 'visits',
    fields: ['village', 'household', 'people', 'words', 'promised', 'tag'],
    needs: ['village'],
    by: RECEIVERS,
    pictures: 'recorder',
  },
  help: {
    label: '帮办实事',
    hint: '办成了一件什么事',
    heading: 'contact',
    unit: 'matters',
    fields: ['title', 'village', 'category', 'household', 'result', 'tag'],
    needs: ['title'],
    by: RECEIVERS,
    pictures: 'all',
  },
  'tied-help': {
    label: '监测户帮扶',
    hint: '只记做了什么，不写姓名和病情',
    heading: 'contact',
    unit: 'visits',
    fields: ['words', 'result'],
    needs: ['words'],
    by: DUTY_BOUND,
  },
  care: {
    label: '关爱行动',
    hint: '看望了哪些人',
    heading: 'contact',
    unit: 'sessions',
    fields: ['title', 'village', 'helped', 'words', 'tag'],
    needs: ['title'],
    by: RECEIVERS,
    pictures: 'recorder',
    faces: true,
  },
  'key-work': {
    label: '重点工作',
    hint: '产业、环境、防控等',
    heading: 'group',
    unit: 'sessions',
    fields: ['title', 'village', 'words', 'result', 'tag'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  inspection: {
    label: '视察',
    hint: '看了哪些点',
    heading: 'inspections',
    unit: 'sessions',
    fields: ['title', 'topicFrom', 'persons', 'sites', 'words', 'tag'],
    needs: ['title'],
    by: nobody,
    planned: true,
    pictures: 'all',
  },
  research: {
    label: '调研',
    hint: '题目和去的地方',
    heading: 'inspections',
    unit: 'sessions',
    fields: ['title', 'topicFrom', 'persons', 'sites', 'words', 'tag'],
    needs: ['title'],
    by: nobody,
    planned: true,
    pictures: 'all',
  },
  appointment: {
    label: '约见',
    hint: '约见了哪个部门、谈什么',
    heading: 'inspections',
    unit: 'sessions',
    fields: ['title', 'place', 'words', 'result'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  study: {
    label: '小组学习',
    hint: '学了什么、谁到了',
    heading: 'training',
    unit: 'sessions',
    fields: ['title', 'place', 'persons', 'words'],
    needs: ['title'],
    by: LEADERS,
    planned: true,
    materials: true,
    pictures: 'all',
  },
  training: {
    label: '培训',
    hint: '镇里办的培训',
    heading: 'training',
    unit: 'sessions',
    fields: ['title', 'place', 'persons', 'words'],
    needs: ['title'],
    by: nobody,
    planned: true,
    materials: true,
    pictures: 'all',
  },
  'upper-training': {
    label: '上级培训',
    hint: '谁办的、几天',
    heading: 'training',
    unit: 'sessions',
    fields: ['title', 'place', 'words'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  exchange: {
    label: '观摩交流',
    hint: '去了哪里、看到什么',
    heading: 'group',
    unit: 'sessions',
    fields: ['title', 'place', 'words'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  position: {
    label: '阵地建设',
    hint: '代表之家和人大办的建设',
    unit: 'matters',
    fields: ['title', 'words'],
    needs: ['title'],
    by: nobody,
    pictures: 'all',
  },
  rules: {
    label: '制度修订',
    hint: '哪一项制度',
    unit: 'matters',
    fields: ['title', 'words'],
    needs: ['title'],
    by: nobody,
    pictures: 'all',
  },
  liaison: {
    label: '联系代表',
    hint: '听到的意见和困难',
    heading: 'group',
    unit: 'visits',
    fields: ['persons', 'words', 'result'],
    needs: ['words'],
    by: ['presidium'],
  },
  campaign: {
    label: '宣传活动',
    hint: '讲了什么、来了多少人',
    heading: 'group',
    unit: 'sessions',
    fields: ['title', 'village', 'place', 'people', 'words', 'tag'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  guidance: {
    label: '上级指导',
    hint: '谁来指导、提了什么',
    unit: 'sessions',
    fields: ['title', 'words', 'result'],
    needs: ['title'],
    by: nobody,
    pictures: 'all',
  },
  'duty-report': {
    label: '述职',
    hint: '什么时候、在哪里、向谁',
    heading: 'reporting',
    unit: 'sessions',
    fields: ['title', 'place', 'persons', 'mandate', 'words'],
    needs: ['title'],
    by: DUTY_BOUND,
    planned: true,
    pictures: 'all',
  },
};

/** Of a tied household, and of a colleague's difficulties, no article tells. */
export const NEVER_TOLD: readonly BuiltInKind[] = ['tied-help', 'liaison'];

/** Where the topic of an inspection came from. */
export const TOPIC_FROM = { party: '党委决策', government: '政府推动', people: '群众关心' } as const;
export type TopicFrom = keyof typeof TOPIC_FROM;

/** Whom a care action was for, in numbers. */
export const HELPED = {
  children: '留守儿童',
  women: '留守妇女',
  elders: '留守老人',
  disabled: '残疾人',
  alone: '孤寡老人',
} as const;
export type Helped = keyof typeof HELPED;

/** What a site of an inspection is judged by. */
export const SITE_PARTS = { quality: '质量', progress: '进度', suggestion: '建议' } as const;
export type SitePart = keyof typeof SITE_PARTS;

export function isActivityKind(kind: string): kind is BuiltInKind {
  return kind in KINDS;
}
