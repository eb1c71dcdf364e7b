/**
 * The kinds of activities, as data: what each asks, under which heading of the duty record it stands, in which unit it
 * is counted, who records it. A screen, a schema and a rule read this table; a new kind is a row. A township's own kinds
 * are rows of its directory.
 */
import type { Heading, OwnKindId, Unit } from './facts';
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
export type ActivityKind = BuiltInKind | OwnKindId;

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

/** What a township chooses for a kind of its own, besides «是什么», which each one asks. */
export const OWN_FIELDS = [
  'village',
  'category',
  'household',
  'people',
  'place',
  'persons',
  'words',
  'result',
  'tag',
] as const satisfies readonly ActivityField[];
export type OwnField = (typeof OWN_FIELDS)[number];
export type OwnUnit = Extract<Unit, 'sessions' | 'matters' | 'visits' | 'households'>;

/** A kind that the office added. Its id is its name, which therefore stays; what was noted under it stays as well. */
export interface OwnKind {
  heading?: Heading;
  unit: OwnUnit;
  fields: readonly OwnField[];
  /** Who records one, besides the office. */
  by: 'office' | 'leaders' | 'deputies' | 'receivers';
  pictures?: 'all' | 'recorder';
  /** Its words go when those of household visits do; that it was, and how many, stays. */
  fades?: boolean;
  /** No new ones. */
  paused?: boolean;
}
export interface OwnKindCard extends OwnKind {
  id: string;
}

/** What of an own kind decides about an activity that was noted: as it was on that day. */
export type OwnShape = Pick<OwnKind, 'heading' | 'pictures' | 'fades'>;

const nobody: readonly Role[] = [];
const TITLED: readonly ActivityField[] = ['title'];

export const KINDS: Readonly<Record<BuiltInKind, KindRow>> = {
  'household-visit': {
    label: '入户走访',
    heading: 'contact',
    unit: 'visits',
    fields: ['village', 'household', 'people', 'words', 'promised', 'tag'],
    needs: ['village'],
    by: RECEIVERS,
    pictures: 'recorder',
  },
  help: {
    label: '帮办实事',
    heading: 'contact',
    unit: 'matters',
    fields: ['title', 'village', 'category', 'household', 'result', 'tag'],
    needs: ['title'],
    by: RECEIVERS,
    pictures: 'all',
  },
  'tied-help': {
    label: '监测户帮扶',
    heading: 'contact',
    unit: 'visits',
    fields: ['words', 'result'],
    needs: ['words'],
    by: DUTY_BOUND,
  },
  care: {
    label: '关爱行动',
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
    heading: 'group',
    unit: 'sessions',
    fields: ['title', 'village', 'words', 'result', 'tag'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  inspection: {
    label: '视察',
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
    heading: 'inspections',
    unit: 'sessions',
    fields: ['title', 'place', 'words', 'result'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  study: {
    label: '小组学习',
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
    heading: 'training',
    unit: 'sessions',
    fields: ['title', 'place', 'words'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  exchange: {
    label: '观摩交流',
    heading: 'group',
    unit: 'sessions',
    fields: ['title', 'place', 'words'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  position: {
    label: '阵地建设',
    unit: 'matters',
    fields: ['title', 'words'],
    needs: ['title'],
    by: nobody,
    pictures: 'all',
  },
  rules: {
    label: '制度修订',
    unit: 'matters',
    fields: ['title', 'words'],
    needs: ['title'],
    by: nobody,
    pictures: 'all',
  },
  liaison: {
    label: '联系代表',
    heading: 'group',
    unit: 'visits',
    fields: ['persons', 'words', 'result'],
    needs: ['words'],
    by: ['presidium'],
  },
  campaign: {
    label: '宣传活动',
    heading: 'group',
    unit: 'sessions',
    fields: ['title', 'village', 'place', 'people', 'words', 'tag'],
    needs: ['title'],
    by: DUTY_BOUND,
    pictures: 'all',
  },
  guidance: {
    label: '上级指导',
    unit: 'sessions',
    fields: ['title', 'words', 'result'],
    needs: ['title'],
    by: nobody,
    pictures: 'all',
  },
  'duty-report': {
    label: '述职',
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
export const NEVER_TOLD: readonly ActivityKind[] = ['tied-help', 'liaison'];

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

export function isOwnKind(kind: string): kind is OwnKindId {
  return kind.startsWith('own-');
}

/** Undefined: it is no activity. */
export function labelOf(kind: string): string | undefined {
  if (isOwnKind(kind)) return kind.slice(4);
  return isActivityKind(kind) ? KINDS[kind].label : undefined;
}

const BY = { office: nobody, leaders: LEADERS, deputies: DUTY_BOUND, receivers: RECEIVERS };

/** Undefined: the township has no such kind. */
export function kindRow(kind: ActivityKind, own: readonly OwnKindCard[] = []): KindRow | undefined {
  if (!isOwnKind(kind)) return KINDS[kind];
  const label = kind.slice(4);
  const row = own.find(({ id }) => id === label);
  return (
    row && Object.assign({ label, needs: TITLED }, row, { by: BY[row.by], fields: TITLED.concat(row.fields) })
  );
}

/** What of its kind decides about an activity that is there. */
export function shapeOf({
  kind,
  own = {},
}: {
  kind: ActivityKind;
  own?: OwnShape;
}): Pick<KindRow, 'heading' | 'pictures' | 'faces' | 'materials'> {
  return isOwnKind(kind) ? own : KINDS[kind];
}
