/** The screens of congress: suggestions, a session, the hall, changes within the term. */
import type { SessionView } from '../../miniprogram/contract/congress/session';
import type { LiaisonView, MeetingView, TopicView } from '../../miniprogram/contract/congress/presidium';
import type { LeavingRow, TermView } from '../../miniprogram/contract/congress/term';
import type { SuggestionCard, SuggestionView } from '../../miniprogram/contract/congress/suggestion';
import { suggestionGuideOf } from '../../cloudfunctions/congress/suggestion/rules/guide';
import { settingsOf } from '../../cloudfunctions/registry/directory/rules/settings';
import type { Role } from '../../miniprogram/contract/roles';
import * as sample from '../support/sample-answers';
import type { Replies } from '../support/stub-gateway';
import { ok, press, pressExactly, type Shot } from './shot-kit';

export const card: SuggestionCard = {
  suggestion: 'bh~0123456789abcdef',
  number: '建1123-K7Q2',
  title: '关于硬化柳树城村通组路、方便学生上学和果子下山的建议',
  categoryName: '道路桥梁',
  state: 'contacted',
  owner: 'unit',
  ownerName: '交通建设办',
  leadName: '王样样',
  cosigners: 2,
  unitName: '交通建设办',
  due: '2027-02-23',
  key: true,
  at: sample.NOW,
};
const late: SuggestionCard = { ...card, suggestion: 'bh~1123456789abcdef', due: '2026-11-20', key: false };
export const view: SuggestionView = {
  ...card,
  rev: 9,
  grounds: '三公里土路，雨天走不了车，四十户、六十个学生要走。',
  plan: '列入年度项目，分两段硬化。',
  category: 'road',
  asked: [
    { person: 'p6', name: '李样样', consent: 'agreed' },
    { person: 'p8', name: '赵样样', consent: 'declined' },
  ],
  requests: [{ request: 'bh~2123456789abcdef', number: '1101-AB3C', state: 'closed' }],
  difficult: false,
  assigned: { unitName: '交通建设办', assistNames: ['水利站'], on: '2026-11-23', replyBy: '2027-02-23' },
  contactedOn: '2026-11-23',
  assists: [{ unitName: '水利站', words: '边沟一起做。' }],
  replies: [],
  fromBill: false,
  inPlan: true,
  published: false,
  steps: [
    { at: sample.NOW, act: 'draft', byName: '王样样' },
    { at: sample.NOW, act: 'submit', byName: '王样样' },
    { at: sample.NOW, act: 'assign', byName: '陈样样', words: '请先和代表联系。' },
  ],
  draft: {
    letter: '白政建复〔11〕号',
    signer: '镇长',
    class: 'B',
    words: '已经列入明年的道路项目，设计图在村里公示。',
    doneBy: '2027-05-30',
    at: sample.NOW,
  },
  acts: ['reply', 'writeReply', 'assistReply'],
};
export const session: SessionView = {
  session: 's1',
  name: '十九届一次会议',
  from: '2026-11-23',
  to: '2026-11-23',
  state: 'noticed',
  edition: 4,
  place: '镇政府三楼会议室',
  agenda: [
    { id: 'a1', title: '听取和审议政府工作报告' },
    { id: 'a2', title: '选举' },
  ],
  sittings: [{ id: 'b1', date: '2026-11-23', start: '08:30', end: '11:30', title: '上午会' }],
  papers: [{ id: 'p1', title: '政府工作报告', kind: 'informational', where: '会务组发' }],
  votes: [
    {
      id: 'v1',
      item: 'a1',
      title: '政府工作报告的决议',
      due: 50,
      present: 46,
      for: 44,
      against: 0,
      abstain: 2,
      passed: true,
    },
  ],
  own: { answer: 'attending', signed: [] },
  opinions: [{ id: 'o1', item: 'a1', person: 'p5', name: '王样样', words: '路要修在前面。', at: sample.NOW }],
  bills: [{ id: 'x1', title: '关于修路的议案', names: ['王样样', '李样样'], listed: false, at: sample.NOW }],
  keeps: false,
};
const rows = sample.places.deputies.map(({ person, name }, at) => ({
  person,
  name,
  as: 'deputy' as const,
  ...(at % 3 === 0 && { signed: 'code' as const }),
}));

export const term: TermView = {
  term: 't19',
  name: '第十九届',
  opens: '2026-12-21',
  state: 'published',
  edition: 5,
  examined: { date: '2026-11-18', number: '资审〔2〕号' },
  committee: ['王样样', '李样样'],
  notice: '镇人大公告〔7〕号',
  rows: sample.places.deputies.slice(0, 6).map(({ person, name }, at) => ({
    row: `r${String(at)}`,
    person,
    name,
    kind: at === 0 ? 'new' : at === 1 ? 'known' : 'again',
    constituencyName: '第三选区',
    groupName: '第二代表小组',
    leader: at === 2,
    presidium: at === 3,
  })),
  lines: '',
  villages: [{ village: 'v1', name: '柳树城村', group: 'g2' }],
  noLeader: ['第四代表小组'],
  emptied: ['第六代表小组'],
  acts: ['saveVillages', 'changeDay', 'withdraw'],
};
const leavers: readonly LeavingRow[] = [
  {
    person: 'p5',
    name: '王样样',
    lastDay: '2026-12-20',
    requests: 3,
    suggestions: 1,
    visits: 2,
    ties: 1,
    seats: 2,
    leader: true,
  },
  {
    person: 'p6',
    name: '李样样',
    lastDay: '2026-12-20',
    requests: 0,
    suggestions: 0,
    visits: 0,
    ties: 0,
    seats: 0,
    leader: false,
  },
];
const topics: readonly TopicView[] = [
  {
    topic: 'bh~0123456789abcdef',
    title: '镇村道路养护专项工作报告',
    form: 'report',
    on: '2026-10-14',
    state: 'handed',
    owner: 'unit',
    ownerName: '交通建设办',
    due: '2026-12-13',
    heldOn: '2026-10-14',
    opinion: {
      number: '审议意见〔2〕号',
      words: '把养护经费列入预算，公开路长名单。',
      unitName: '交通建设办',
      replyBy: '2026-12-13',
    },
    steps: [{ at: sample.NOW, act: 'plan', byName: '人大办' }],
    acts: ['reportBack'],
  },
  {
    topic: 'bh~1123456789abcdef',
    title: '森林防火条例执法检查',
    form: 'enforcement',
    on: '2026-11-10',
    state: 'planned',
    owner: 'office',
    ownerName: '人大办',
    due: '2026-11-10',
    steps: [],
    acts: ['edit', 'hold', 'drop'],
  },
];
const meetingRows: readonly MeetingView[] = [
  {
    meeting: 'bh~2123456789abcdef',
    date: '2026-10-29',
    place: '镇人大办会议室',
    due: 9,
    names: ['陈样样', '王样样', '李样样', '赵样样', '孙样样', '周样样'],
    items: [
      { title: '交办道路养护审议意见', for: 6, against: 0, abstain: 0, passed: true },
      { title: '将代表建议建1123-K7Q2列为重点督办', for: 4, against: 1, abstain: 1, passed: false },
    ],
    minutes: '主席团会议卷四',
  },
];
export const liaisonView: LiaisonView = {
  pairs: [
    { person: 'p5', name: '王样样', member: 'p1', memberName: '陈样样' },
    { person: 'p6', name: '李样样', member: '', memberName: '' },
  ],
  members: [{ person: 'p1', name: '陈样样' }],
  notes: [
    {
      note: 'bh~3123456789abcdef',
      kind: 'difficulty',
      date: '2026-11-20',
      person: 'p5',
      name: '王样样',
      byName: '陈样样',
      words: '家里老人住院，下个月不能值班。',
    },
  ],
  keeps: true,
};

export function as(role: Role, keeps = false): Replies {
  return {
    registry: {
      places: ok(sample.places),
      whoAmI: ok({
        folder: 'bh/u/a',
        today: '2026-11-23',
        grants: [{ role, person: 'p5', name: '陈样样', state: 'confirmed', since: 0 }],
      }),
    },
    congress: {
      suggestions: ok({ suggestions: [late, card], next: 'n' }),
      suggestion: ok(view),
      suggestionFigures: ok({ total: 8, open: 2, answered: 6, done: 5, promised: 1, categories: [] }),
      suggestionGuide: ok({ rows: suggestionGuideOf(settingsOf({})), months: 3, longMonths: 6 }),
      session: ok({ ...session, keeps }),
      sessions: ok({ sessions: [session] }),
      term: ok({ term }),
      leaving: ok({ people: leavers }),
      changes: ok({
        changes: [
          {
            change: 'c1',
            person: 'p9',
            name: '赵样样',
            kind: 'byelection',
            date: '2026-11-23',
            body: '镇选举委员会',
            notice: '镇人大公告〔4〕号',
            examined: { date: '2026-11-20', number: '资审〔2〕号' },
            constituencyName: '第三选区',
            succeeds: '王样样',
            at: sample.NOW,
          },
        ],
        vacancies: [
          {
            person: 'p8',
            name: '李样样',
            constituency: 'c5',
            constituencyName: '第五选区',
            since: '2026-11-02',
          },
        ],
      }),
      topics: ok({ topics }),
      meetings: ok({ meetings: meetingRows, members: liaisonView.members }),
      keyCandidates: ok({ candidates: [] }),
      liaison: ok(liaisonView),
      guidance: ok({ notes: [] }),
      hallCode: ok({ code: 's1.b1.29mcno.29mgsy.0000000000', from: '08:30', to: '11:30' }),
      roll: ok({
        base: 50,
        present: 33,
        missing: 17,
        leave: 2,
        observers: 4,
        needed: 34,
        quorum: false,
        rows: [...rows, { person: 'p9', name: '孙样样', as: 'deputy', answer: 'leave', reason: '住院' }],
      }),
    },
  };
}

export const congressShots: readonly Shot[] = [
  {
    name: 'suggestions',
    page: 'deputy/suggestions/suggestions',
    replies: as('chief'),
    whole: true,
    wide: true,
  },
  {
    name: 'suggestion',
    page: 'deputy/suggestion/suggestion',
    query: { suggestion: 'x' },
    replies: as('deputy'),
    whole: true,
  },
  {
    name: 'suggestion-reply',
    page: 'deputy/suggestion/suggestion',
    query: { suggestion: 'x' },
    replies: as('deputy'),
    act: pressExactly('写答复函'),
    whole: true,
  },
  { name: 'suggest', page: 'deputy/suggest/suggest', replies: as('deputy'), whole: true },
  { name: 'suggestion-way', page: 'deputy/way/way', replies: as('deputy'), whole: true },
  { name: 'sessions', page: 'deputy/sessions/sessions', replies: as('chief') },
  {
    name: 'session',
    page: 'deputy/session/session',
    query: { session: 's1' },
    replies: as('deputy'),
    whole: true,
  },
  {
    name: 'session-office',
    page: 'deputy/session/session',
    query: { session: 's1' },
    replies: as('chief', true),
    whole: true,
  },
  {
    name: 'hall',
    page: 'office/hall/hall',
    query: { session: 's1', sitting: 'b1' },
    replies: as('chief'),
    wide: true,
  },
  { name: 'term', page: 'office/term/term', replies: as('chief'), whole: true, wide: true },
  {
    name: 'term-empty',
    page: 'office/term/term',
    replies: {
      ...as('chief'),
      congress: { ...as('chief').congress, term: ok({}), leaving: ok({ people: [] }) },
    },
  },
  {
    name: 'term-prepare',
    page: 'office/term/term',
    replies: {
      ...as('chief'),
      congress: { ...as('chief').congress, term: ok({}), leaving: ok({ people: [] }) },
    },
    act: press('准备换届'),
    ordinary: true,
  },
  { name: 'changes', page: 'office/changes/changes', replies: as('chief') },
  { name: 'presidium', page: 'office/presidium/presidium', replies: as('chief'), whole: true, wide: true },
  {
    name: 'presidium-topic',
    page: 'office/presidium/presidium',
    replies: as('chief'),
    act: press('办这一项'),
    whole: true,
  },
  {
    name: 'presidium-meetings',
    page: 'office/presidium/presidium',
    replies: as('chief'),
    act: press('会议'),
    whole: true,
  },
  {
    name: 'presidium-liaison',
    page: 'office/presidium/presidium',
    replies: as('chief'),
    act: press('联系代表'),
    whole: true,
  },
];
