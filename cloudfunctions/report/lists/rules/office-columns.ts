/** What stands in the lists that the office keeps for itself: suggestions, activities, roster, articles and the like. */
import { KINDS } from '../../../../miniprogram/contract/activity-kinds';
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
  { title: '编号', width: 14, of: ({ number }) => number },
  { title: '提出日期', width: 12, of: ({ at }) => day(toLocalDate(at)) },
  { title: '标题', width: 40, of: ({ title }) => title },
  { title: '类别', width: 12, of: ({ categoryName }) => categoryName },
  { title: '领衔代表', width: 12, of: ({ leadName }) => leadName },
  { title: '联名代表数', width: 10, of: ({ cosigners }) => cosigners },
  { title: '状态', width: 20, of: ({ state }) => SUGGESTION_STATES[state].label },
  { title: '谁在办', width: 18, of: ({ ownerName, due }) => (due === undefined ? '' : ownerName) },
  { title: '承办单位', width: 18, of: ({ unitName = '' }) => unitName },
  { title: '期限', width: 12, of: ({ due }) => day(due) },
  { title: '超期', width: 6, of: ({ due }) => (due !== undefined && due < today ? '超期' : '') },
  { title: '重点督办', width: 10, of: ({ key }) => (key ? '是' : '') },
];

export const topicColumns = ({ units }: Directory): readonly Column<TopicDocument>[] => [
  { title: '计划日期', width: 12, of: ({ on }) => day(on) },
  { title: '议题', width: 40, of: ({ title }) => title },
  { title: '形式', width: 20, of: ({ form }) => TOPIC_FORMS[form] },
  { title: '状态', width: 22, of: ({ state }) => TOPIC_STATES[state].label },
  { title: '开展日期', width: 12, of: ({ heldOn }) => day(heldOn) },
  { title: '承办单位', width: 18, of: ({ unit = '' }) => nameOf(units, unit) },
  { title: '审议意见文号', width: 18, of: ({ opinion }) => opinion?.number ?? '' },
  { title: '审议意见', width: 40, of: ({ opinion }) => opinion?.words ?? '' },
  { title: '报告期限', width: 12, of: ({ opinion }) => day(opinion?.replyBy) },
  { title: '报告日期', width: 12, of: ({ report }) => day(report?.on) },
  { title: '研究处理情况', width: 40, of: ({ report }) => report?.words ?? '' },
];

export function activityColumns({ people, groups, villages }: Directory): readonly Column<ActivityCard>[] {
  const names = (persons: readonly string[]) => persons.map((person) => nameOf(people, person)).join('、');
  return [
    { title: '日期', width: 12, of: ({ date }) => day(date) },
    { title: '什么活动', width: 16, of: ({ kind }) => KINDS[kind].label },
    { title: '名称', width: 36, of: ({ title }) => title },
    { title: '状态', width: 10, of: ({ state }) => ACTIVITY_STATES[state] },
    { title: '参加的人', width: 40, of: ({ persons }) => names(persons) },
    { title: '人数', width: 6, of: ({ persons }) => persons.length },
    { title: '代表小组', width: 14, of: ({ group = '' }) => nameOf(groups, group) },
    { title: '村', width: 14, of: ({ village = '' }) => nameOf(villages, village) },
    { title: '补录', width: 6, of: ({ entered }) => (entered ? '补录' : '') },
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
  { title: '日期', width: 12, of: ({ date }) => day(date) },
  { title: '代表之家', width: 20, of: ({ home }) => nameOf(homes, home) },
  { title: '半天', width: 8, of: ({ half }) => HALF_LABELS[half] },
  { title: '席位', width: 6, of: ({ n }) => n },
  { title: '接访人', width: 12, of: ({ name }) => name },
  { title: '身份', width: 20, of: ({ badge }) => badge },
  { title: '公布', width: 10, of: ({ published }) => (published ? '已公布' : '没公布') },
];

export interface ChangeListed {
  name: string;
  kind: ChangeKind;
  date: LocalDate;
  body: string;
  notice: string;
}

export const CHANGE_COLUMNS: readonly Column<ChangeListed>[] = [
  { title: '从哪天起', width: 12, of: ({ date }) => day(date) },
  { title: '姓名', width: 12, of: ({ name }) => name },
  { title: '什么变动', width: 20, of: ({ kind }) => CHANGE_LABELS[kind] },
  { title: '决定机关', width: 30, of: ({ body }) => body },
  { title: '公告文号', width: 30, of: ({ notice }) => notice },
];

export const invitationColumns = ({
  villages,
  units,
  groups,
  homes,
}: Directory): readonly Column<InvitationRow>[] => [
  { title: '姓名', width: 12, of: ({ name }) => name },
  { title: '身份', width: 20, of: ({ role }) => ROLE_LABELS[role] },
  { title: '承办单位', width: 18, of: ({ unit = '' }) => nameOf(units, unit) },
  { title: '村', width: 14, of: ({ village = '' }) => nameOf(villages, village) },
  { title: '代表小组', width: 14, of: ({ group = '' }) => nameOf(groups, group) },
  { title: '代表之家', width: 18, of: ({ home = '' }) => nameOf(homes, home) },
  { title: '到哪一步', width: 12, of: ({ state }) => STATE_WORDS[state] },
  { title: '从哪天起', width: 12, of: ({ since }) => day(toLocalDate(since)) },
  {
    title: '邀请码有效到',
    width: 14,
    of: ({ state, expiresAt }) => (state === 'issued' ? day(toLocalDate(expiresAt)) : ''),
  },
];

export const ARTICLE_COLUMNS: readonly Column<ArticleCard>[] = [
  { title: '改动日期', width: 12, of: ({ changedAt }) => day(toLocalDate(changedAt)) },
  { title: '标题', width: 40, of: ({ title }) => title },
  { title: '写什么', width: 16, of: ({ source }) => SOURCE_LABELS[source.kind] },
  { title: '说的是哪件事', width: 30, of: ({ sourceWords }) => sourceWords },
  { title: '状态', width: 16, of: ({ state }) => ARTICLE_STATES[state].label },
  { title: '谁改的', width: 14, of: ({ by }) => by },
  { title: '没处理的标记', width: 14, of: ({ openMarks }) => openMarks },
  { title: '网址', width: 40, of: ({ url = '' }) => url },
];

export const BAN_COLUMNS: readonly Column<Omit<BanRow, 'bar'>>[] = [
  { title: '称呼', width: 12, of: ({ name }) => name },
  { title: '电话后四位', width: 12, of: ({ phoneTail = '' }) => phoneTail },
  { title: '哪天停的', width: 12, of: ({ at }) => day(toLocalDate(at)) },
  { title: '停到哪天', width: 12, of: ({ until }) => day(until) },
  { title: '原因', width: 40, of: ({ reason }) => reason },
];

/** Without the number, which is looked at one by one and leaves a row in the audit each time. */
export const CALL_COLUMNS: readonly Column<CallCard>[] = [
  { title: '日期', width: 12, of: ({ at }) => day(toLocalDate(at)) },
  { title: '打给谁', width: 14, of: ({ who }) => who },
  { title: '身份', width: 12, of: ({ role = '' }) => role },
  { title: '什么事', width: 30, of: ({ about }) => about },
  { title: '这样说', width: 60, of: ({ sentence }) => sentence },
  { title: '有没有号码', width: 12, of: ({ phone }) => (phone ? '有' : '没有') },
  { title: '打了没有', width: 12, of: ({ state }) => CALL_STATES[state] },
];
