/** Notices about activities and the duty record. What was written, and who was visited, is in none of them. */
import type { LocalDate, LocalTime } from '../../../../../miniprogram/contract/wire';
import { formatTime } from '../../../messages/rules/keywords';
import type { NoticesOf, Row, Words } from '../notice';
import { CHIEF } from '../../../../../miniprogram/contract/roles';
import { ofLeader, ofOffice, ofPerson, ofRoles, ofUnit, others } from '../recipients';
import { pageOf, sayDay } from '../say';

export interface ActivityFacts {
  activity: string;
  /** 小组学习, 视察 …; '' for what is about a row of the record. */
  kind: string;
  /** The activity's own day. */
  on: LocalDate;
  group?: string;
  invited: readonly string[];
  person?: string;
  unit?: string;
  granted: boolean;
  date: LocalDate;
  time: LocalTime;
}

function message(facts: ActivityFacts, thing1: string, thing4: string): Pick<Words, 'message'> {
  const { kind, date, time } = facts;
  const values = { thing1, thing2: kind || '履职档案', time3: formatTime(date, time), thing4 };
  return { message: { template: 'task', values } };
}

const ofActivity = ({ activity }: ActivityFacts) => pageOf('deputy/activity/activity', { activity });
const ofOfficePage = ({ activity }: ActivityFacts) => pageOf('office/activity/activity', { activity });

/** `note`: what the message asks for; absent: the inbox is enough. */
function toUnit(title: string, words: string, note?: string): Row<ActivityFacts> {
  return {
    to: 'unit',
    who: ({ unit }, holders) => ofUnit(holders, unit),
    tell: (facts) => ({
      title,
      words,
      page: pageOf('office/unit/unit', {}),
      ...(note !== undefined && message(facts, title, note)),
    }),
  };
}

const invited: Row<ActivityFacts> = {
  to: 'invited',
  who: (facts, holders) => facts.invited.flatMap((person) => ofPerson(holders, person)),
  tell: (facts) => ({
    title: `请您参加${facts.kind}`,
    words: `${sayDay(facts.on)}有${facts.kind}，请点开答复：参加，或请假。`,
    page: ofActivity(facts),
    until: Date.parse(`${facts.on}T23:59:59+08:00`),
    ...message(facts, `请您参加${facts.kind}`, '请点开答复参加或请假'),
  }),
};

export const ACTIVITY_NOTICES: NoticesOf<ActivityFacts> = {
  'activity-planned': [invited],
  'leave-asked': [
    {
      to: 'leader',
      who: ({ group, person }, holders) => {
        const leaders = others(ofLeader(holders, group), holders, person);
        return leaders.length > 0 ? leaders : others(ofOffice(holders), holders, person);
      },
      tell: (facts) => ({
        title: '有代表请假',
        words: `${sayDay(facts.on)}的${facts.kind}有代表请假，请点开决定。`,
        page: ofActivity(facts),
      }),
    },
  ],
  'leave-decided': [
    {
      to: 'person',
      who: ({ person }, holders) => ofPerson(holders, person),
      tell: (facts) => ({
        title: facts.granted ? '准假了' : '没有准假',
        words: `${sayDay(facts.on)}的${facts.kind}，${facts.granted ? '您的请假已经同意。' : '请您尽量参加，有困难请联系组长。'}`,
        page: ofActivity(facts),
      }),
    },
  ],
  'opinion-transferred': [toUnit('转来一条视察意见', '请点开看，并在期限内答复。', '请点开看，按期答复')],
  'opinion-accepted': { nobody: '人大办在视察意见里看得到' },
  'opinion-returned': [
    {
      to: 'office',
      who: (_facts, holders) => ofOffice(holders),
      tell: (facts) => ({
        title: '视察意见被退回',
        words: '承办单位说不归他们管，请点开改派。',
        page: ofOfficePage(facts),
      }),
    },
  ],
  'opinion-urged': [toUnit('人大办催办一条视察意见', '请点开看，尽快答复。', '请尽快答复')],
  'opinion-redone': [
    toUnit('一条视察意见要重新办理', '人大办跟踪后认为还不够，请点开看原因。', '请点开看原因'),
  ],
  'opinion-closed': [toUnit('视察意见已办结', '人大办跟踪过了，谢谢你们。')],
  'opinion-key-proposed': [
    {
      to: 'chief',
      who: (_facts, holders) => ofRoles(holders, CHIEF),
      tell: () => ({
        title: '有一条视察意见提请重点督办',
        words: '请您决定，或提请主席团会议决定。',
        page: pageOf('office/key/key', {}),
      }),
    },
  ],
  'opinion-key-declined': { nobody: '打开就看得到' },
  'opinion-supervised': [
    toUnit('一条视察意见列入重点督办', '主席团会跟着看，请点开看，尽快办。', '主席团跟着看，请尽快办'),
  ],
  'opinion-unsupervised': { nobody: '不再重点督办，没有人要做什么' },
  'opinion-late': [
    toUnit('一条视察意见过期了', '请今天点开办理，有困难请告诉人大办。', '请今天办理'),
    {
      to: 'office',
      who: (_facts, holders) => ofOffice(holders),
      tell: (facts) => ({
        title: '视察意见过期了',
        words: '有一条视察意见过了期限，请点开看，可以催办。',
        page: ofOfficePage(facts),
      }),
    },
  ],
  'opinion-answered': [
    {
      to: 'office',
      who: (_facts, holders) => ofOffice(holders),
      tell: (facts) => ({
        title: '视察意见有了答复',
        words: '承办单位答复了，请点开看。',
        page: ofOfficePage(facts),
      }),
    },
  ],
  'fact-disputed': [
    {
      to: 'office',
      who: ({ person }, holders) => others(ofOffice(holders), holders, person),
      tell: () => ({
        title: '有代表对履职档案有疑问',
        words: '请点开看，改正来源，或说明为什么不改。',
        page: pageOf('office/duty/duty', {}),
      }),
    },
  ],
  'dispute-answered': [
    {
      to: 'person',
      who: ({ person }, holders) => ofPerson(holders, person),
      tell: () => ({
        title: '您对履职档案的疑问有了答复',
        words: '请点开看。',
        page: pageOf('deputy/record/record', {}),
      }),
    },
  ],
  'tie-access-asked': [
    {
      to: 'chief',
      who: (_facts, holders) => ofRoles(holders, CHIEF),
      tell: () => ({
        title: '有人请您同意查看结对情况',
        words: '人大办有人要看结对帮扶的内容，请点开决定。',
        page: pageOf('deputy/ties/ties', { all: '1' }),
      }),
    },
  ],
  'duty-report-handed-in': [
    {
      to: 'office',
      who: ({ person }, holders) => others(ofOffice(holders), holders, person),
      tell: ({ activity }) => ({
        title: '有代表交了述职报告',
        words: '请点开看，可以打印出来带到会上。',
        page: pageOf('office/duty-report/duty-report', { activity }),
      }),
    },
  ],
  'duty-report-written': { nobody: '交之前只有本人看得到' },
  'ballot-filed': { nobody: '结果用纸交给本人' },
  'ballot-handed': { nobody: '当面交的' },
  'activity-picture-held': [
    {
      to: 'office',
      who: (_facts, holders) => ofOffice(holders),
      tell: (facts) => ({
        title: '有照片或录音要您看一眼',
        words: `${facts.kind}的照片或录音没有自动通过检查，别人还看不到。请点开看，决定放行还是不放。`,
        page: ofActivity(facts),
      }),
    },
  ],
  'activity-picture-added': { nobody: '看得到这条活动的人打开就看得到' },
  'activity-picture-dropped': { nobody: '自己删的，或人大办删的' },
  'activity-picture-settled': { nobody: '人大办决定的，打开就知道' },
  'material-added': { nobody: '打开通知就看得到' },
  'material-dropped': { nobody: '名单里的人打开就知道' },
  'story-consent': { nobody: '本人点的，人大办打开这一条看得到' },
  'study-planned': { nobody: '全年的计划同时排好；到时候提前提醒' },
  'tie-access-decided': { nobody: '打开结对情况就看得到' },
  'tie-opened': { nobody: '自己结的，人大办在名单里看得到已结对' },
  'tie-changed': { nobody: '自己改的' },
  'tie-ended': { nobody: '自己结束的，人大办在名单里看得到' },
  'activity-noted': { nobody: '自己记的' },
  'activity-corrected': { nobody: '自己改的，或人大办改的，档案里看得到' },
  'activity-held': { nobody: '到会的人在场' },
  'activity-erased': { nobody: '过了保存期限，自动删的' },
  'activity-withdrawn': { nobody: '自己撤的，档案里看得到' },
  'invitation-accepted': { nobody: '名单里看得到' },
};
