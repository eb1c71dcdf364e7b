/** The screens of congress: suggestions, a session, the hall, changes within the term. */
import type { SessionView } from '../../miniprogram/contract/congress/session';
import type { SuggestionCard, SuggestionView } from '../../miniprogram/contract/congress/suggestion';
import * as sample from '../support/sample-answers';
import type { Replies } from '../support/stub-gateway';
import { ok, press, type Shot } from './shot-kit';

const card: SuggestionCard = {
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
const view: SuggestionView = {
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
  inPlan: true,
  published: false,
  steps: [
    { at: sample.NOW, act: 'draft', byName: '王样样' },
    { at: sample.NOW, act: 'submit', byName: '王样样' },
    { at: sample.NOW, act: 'assign', byName: '陈样样', words: '请先和代表联系。' },
  ],
  acts: ['reply', 'assistReply'],
};
const session: SessionView = {
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

function as(role: 'chief' | 'deputy', keeps = false): Replies {
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
      session: ok({ ...session, keeps }),
      sessions: ok({ sessions: [session] }),
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
  { name: 'suggestions', page: 'deputy/suggestions/suggestions', replies: as('chief'), whole: true },
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
    act: press('答复'),
    whole: true,
  },
  { name: 'suggest', page: 'deputy/suggest/suggest', replies: as('deputy'), whole: true },
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
];
