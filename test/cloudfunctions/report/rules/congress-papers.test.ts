/** Papers of congress: what is counted on them, and that nobody is left out. */
import {
  makeSessionPaper,
  type PaperFacts,
} from '../../../../cloudfunctions/report/documents/rules/session-papers';
import {
  makeSuggestionPaper,
  type PaperSuggestion,
} from '../../../../cloudfunctions/report/documents/rules/suggestion-papers';
import { SESSION_PAPERS, type SessionPaperName } from '../../../../miniprogram/contract/congress/papers';
import { baiheDirectory } from '../../../../local/townships/baihe/book';

const { card } = baiheDirectory('2026-11-23');
const sitting = { id: 'b1', date: '2026-12-21', start: '08:30', end: '11:30', title: '上午会' };
const facts: PaperFacts = {
  card,
  session: {
    name: '十九届一次会议',
    from: '2026-12-21',
    to: '2026-12-22',
    place: '镇政府三楼',
    agenda: Array.from({ length: 12 }, (_, at) => ({
      id: `a${String(at)}`,
      title: `议程之${String(at + 1)}`,
    })),
    sittings: [sitting],
  },
  members: [
    { name: '甲', group: '第一代表小组', result: '到会' },
    { name: '乙', group: '第二代表小组', result: '请假' },
    { name: '丙', group: '第二代表小组', result: '未到' },
  ],
  needed: 2,
  observers: ['丁'],
};
const wordsOf = (paper: SessionPaperName, more: object = {}) =>
  JSON.stringify(makeSessionPaper(paper, { ...facts, ...more }));

it.each(Object.keys(SESSION_PAPERS) as SessionPaperName[])('%s names the session and the host', (paper) => {
  const words = wordsOf(paper, { sitting });
  expect(words).toContain('十九届一次会议');
  expect(words).toContain(card.host);
});

it('says by the base of deputies whether enough are there', () => {
  const words = wordsOf('attendance', { sitting });
  expect(words).toContain('应到3名，实到1名，请假1名，未到1名；法定人数2名，不足法定人数。列席1名');
  const both = facts.members.map((one, at) => (at < 2 ? { ...one, result: '到会' } : one));
  expect(wordsOf('attendance', { sitting, members: both })).toContain('，符合法定人数');
});

it('has a line to sign for each deputy, and counts agenda items as one says them', () => {
  for (const { name } of facts.members) expect(wordsOf('signSheet')).toContain(`"${name}"`);
  for (const nth of [
    '第一项：议程之1。',
    '第十项：议程之10。',
    '第十一项：议程之11。',
    '第十二项：议程之12。',
  ])
    expect(wordsOf('script')).toContain(nth);
});

const suggestion: PaperSuggestion = {
  card,
  number: '建1123-K7Q2',
  title: '关于修路的建议',
  grounds: '案据',
  plan: '方案',
  lead: '甲',
  cosigners: ['乙'],
  unit: '交通建设办',
  assist: [],
};

it('is a letter to be written before there is an answer, and the answer itself after it', () => {
  const blank = JSON.stringify(makeSuggestionPaper('reply', suggestion));
  expect(blank).toContain('甲、乙代表：');
  expect(blank).toContain('＿＿〔＿＿＿＿〕＿＿号');
  const reply = {
    letter: '白政建复〔1〕号',
    signer: '镇长',
    class: 'A 已经解决',
    words: '已完工。',
    on: '2026-12-01',
  };
  const said = JSON.stringify(makeSuggestionPaper('reply', { ...suggestion, reply }));
  for (const words of ['白政建复〔1〕号', '已完工。', '镇长', '2026年12月1日']) expect(said).toContain(words);
  const asked = JSON.stringify(makeSuggestionPaper('opinion', { ...suggestion, reply }));
  for (const words of ['□满意', '□基本满意', '□不满意', '白政建复〔1〕号']) expect(asked).toContain(words);
});
