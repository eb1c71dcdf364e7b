/** What stands in the lists that the office keeps for itself: suggestions, activities, roster, articles and the like. */
import { labelOf } from '../../../../miniprogram/contract/activity-kinds';
import type { BanRow } from '../../../../miniprogram/contract/bans';
import { CHANGE_LABELS, type ChangeKind } from '../../../../miniprogram/contract/congress/change';
import { TOPIC_FORMS, TOPIC_STATES } from '../../../../miniprogram/contract/congress/presidium-labels';
import type { SuggestionCard } from '../../../../miniprogram/contract/congress/suggestion';
import { SUGGESTION_STATES } from '../../../../miniprogram/contract/congress/suggestion-labels';
import type { ActivityCard, ActivityState } from '../../../../miniprogram/contract/duty';
import { HALF_LABELS } from '../../../../miniprogram/contract/labels';
import type { CallCard } from '../../../../miniprogram/contract/notify';
import type { ArticleCard } from '../../../../miniprogram/contract/publicity';
import { ARTICLE_STATES, SOURCE_LABELS } from '../../../../miniprogram/contract/publicity-labels';
import { PLAN_STATES, type Activity } from '../../../../miniprogram/contract/publicity-month';
import type { InvitationRow } from '../../../../miniprogram/contract/registry-office';
import { ROLE_LABELS } from '../../../../miniprogram/contract/roles';
import type { Half, LocalDate } from '../../../../miniprogram/contract/wire';
import type { TopicDocument } from '../../../congress/presidium/rules/presidium-document';
import { nameOf, type Directory } from '../../../registry/directory/rules/directory';
import { STATE_WORDS } from '../../../registry/invitations/rules/invitation-table';
import { toLocalDate } from '../../../shared/china-time';
import { day, type Column } from './table';

const ACTIVITY_STATES: Readonly<Record<ActivityState, string>> = {
  planned: '已通知',
  held: '已开展',
  withdrawn: '已撤回',
};
const CALL_STATES: Readonly<Record<CallCard['state'], string>> = {
  open: '还没打',
  called: '已告诉本人',
  missed: '没人接',
};

export const suggestionColumns = (today: LocalDate): readonly Column<SuggestionCard>[] => [
  ['编号', 14, ({ number }) => number],
  ['提出日期', 12, ({ at }) => day(toLocalDate(at))],
  ['标题', 40, ({ title }) => title],
  ['类别', 12, ({ categoryName }) => categoryName],
  ['领衔代表', 12, ({ leadName }) => leadName],
  ['联名代表数', 10, ({ cosigners }) => cosigners],
  ['状态', 20, ({ state }) => SUGGESTION_STATES[state].label],
  ['谁在办', 18, ({ ownerName, due }) => (due === undefined ? '' : ownerName)],
  ['承办单位', 18, ({ unitName = '' }) => unitName],
  ['期限', 12, ({ due }) => day(due)],
  ['超期', 6, ({ due }) => (due !== undefined && due < today ? '超期' : '')],
  ['重点督办', 10, ({ key }) => (key ? '是' : '')],
];

export const topicColumns = ({ units }: Directory): readonly Column<TopicDocument>[] => [
  ['计划日期', 12, ({ on }) => day(on)],
  ['议题', 40, ({ title }) => title],
  ['形式', 20, ({ form }) => TOPIC_FORMS[form]],
  ['状态', 22, ({ state }) => TOPIC_STATES[state].label],
  ['开展日期', 12, ({ heldOn }) => day(heldOn)],
  ['承办单位', 18, ({ unit = '' }) => nameOf(units, unit)],
  ['审议意见文号', 18, ({ opinion }) => opinion?.number ?? ''],
  ['审议意见', 40, ({ opinion }) => opinion?.words ?? ''],
  ['报告期限', 12, ({ opinion }) => day(opinion?.replyBy)],
  ['报告日期', 12, ({ report }) => day(report?.on)],
  ['研究处理情况', 40, ({ report }) => report?.words ?? ''],
];

export function activityColumns({ people, groups, villages }: Directory): readonly Column<ActivityCard>[] {
  const names = (persons: readonly string[]) => persons.map((person) => nameOf(people, person)).join('、');
  return [
    ['日期', 12, ({ date }) => day(date)],
    ['什么活动', 16, ({ kind }) => labelOf(kind) ?? ''],
    ['名称', 36, ({ title }) => title],
    ['状态', 10, ({ state }) => ACTIVITY_STATES[state]],
    ['参加的人', 40, ({ persons }) => names(persons)],
    ['人数', 6, ({ persons }) => persons.length],
    ['代表小组', 14, ({ group = '' }) => nameOf(groups, group)],
    ['村', 14, ({ village = '' }) => nameOf(villages, village)],
    ['补录', 6, ({ entered }) => (entered ? '补录' : '')],
  ];
}

export interface SeatRow {
  date: LocalDate;
  home: string;
  half: Half;
  n: number;
  name: string;
  badge: string;
  published: boolean;
}

export const rosterColumns = ({ homes }: Directory): readonly Column<SeatRow>[] => [
  ['日期', 12, ({ date }) => day(date)],
  ['代表之家', 20, ({ home }) => nameOf(homes, home)],
  ['半天', 8, ({ half }) => HALF_LABELS[half]],
  ['席位', 6, ({ n }) => n],
  ['接访人', 12, ({ name }) => name],
  ['身份', 20, ({ badge }) => badge],
  ['公布', 10, ({ published }) => (published ? '已公布' : '没公布')],
];

export interface ChangeListed {
  name: string;
  kind: ChangeKind;
  date: LocalDate;
  body: string;
  notice: string;
}

export const CHANGE_COLUMNS: readonly Column<ChangeListed>[] = [
  ['从哪天起', 12, ({ date }) => day(date)],
  ['姓名', 12, ({ name }) => name],
  ['什么变动', 20, ({ kind }) => CHANGE_LABELS[kind]],
  ['决定机关', 30, ({ body }) => body],
  ['公告文号', 30, ({ notice }) => notice],
];

export const invitationColumns = ({
  villages,
  units,
  groups,
  homes,
}: Directory): readonly Column<InvitationRow>[] => [
  ['姓名', 12, ({ name }) => name],
  ['身份', 20, ({ role }) => ROLE_LABELS[role]],
  ['承办单位', 18, ({ unit = '' }) => nameOf(units, unit)],
  ['村', 14, ({ village = '' }) => nameOf(villages, village)],
  ['代表小组', 14, ({ group = '' }) => nameOf(groups, group)],
  ['代表之家', 18, ({ home = '' }) => nameOf(homes, home)],
  ['到哪一步', 12, ({ state }) => STATE_WORDS[state]],
  ['从哪天起', 12, ({ since }) => day(toLocalDate(since))],
  ['邀请码有效到', 14, ({ state, expiresAt }) => (state === 'issued' ? day(toLocalDate(expiresAt)) : '')],
];

export const ARTICLE_COLUMNS: readonly Column<ArticleCard>[] = [
  ['改动日期', 12, ({ changedAt }) => day(toLocalDate(changedAt))],
  ['标题', 40, ({ title }) => title],
  ['写什么', 16, ({ source }) => SOURCE_LABELS[source.kind]],
  ['说的是哪件事', 30, ({ sourceWords }) => sourceWords],
  ['状态', 16, ({ state }) => ARTICLE_STATES[state].label],
  ['谁改的', 14, ({ by }) => by],
  ['没处理的标记', 14, ({ openMarks }) => openMarks],
  ['网址', 40, ({ url = '' }) => url],
];

export const BAN_COLUMNS: readonly Column<Omit<BanRow, 'bar'>>[] = [
  ['称呼', 12, ({ name }) => name],
  ['电话后四位', 12, ({ phoneTail = '' }) => phoneTail],
  ['哪天停的', 12, ({ at }) => day(toLocalDate(at))],
  ['停到哪天', 12, ({ until }) => day(until)],
  ['原因', 40, ({ reason }) => reason],
];

/** Without the number, which is looked at one by one and leaves a row in the audit each time. */
export const CALL_COLUMNS: readonly Column<CallCard>[] = [
  ['日期', 12, ({ at }) => day(toLocalDate(at))],
  ['打给谁', 14, ({ who }) => who],
  ['身份', 12, ({ role = '' }) => role],
  ['什么事', 30, ({ about }) => about],
  ['这样说', 60, ({ sentence }) => sentence],
  ['有没有号码', 12, ({ phone }) => (phone ? '有' : '没有')],
  ['打了没有', 12, ({ state }) => CALL_STATES[state]],
];

export interface AbsenceListed {
  name: string;
  from: LocalDate;
  to: LocalDate;
}

export const ABSENCE_COLUMNS: readonly Column<AbsenceListed>[] = [
  ['姓名', 12, ({ name }) => name],
  ['从哪天起', 12, ({ from }) => day(from)],
  ['到哪天', 12, ({ to }) => day(to)],
];

export const PLAN_COLUMNS: readonly Column<Activity>[] = [
  ['日期', 12, ({ date }) => day(date)],
  ['行业', 12, ({ profession }) => profession],
  ['讲什么', 40, ({ title }) => title],
  ['谁来讲', 12, ({ speaker }) => speaker],
  ['地点', 30, ({ place }) => place],
  ['办了没有', 10, ({ state }) => PLAN_STATES[state]],
  ['人次', 8, ({ people }) => (people > 0 ? people : '')],
];
