import {
  ABSENCE_COLUMNS,
  ARTICLE_COLUMNS,
  BAN_COLUMNS,
  CALL_COLUMNS,
  invitationColumns,
  PLAN_COLUMNS,
} from '../../../../../cloudfunctions/report/lists/rules/office-columns';
import type { CallCard } from '../../../../../miniprogram/contract/notify';
import type { ArticleCard } from '../../../../../miniprogram/contract/publicity';
import type { InvitationRow } from '../../../../../miniprogram/contract/registry-office';
import { smallDirectory } from '../../../request/rules/books';
import { on, readLine } from './read-line';

/** Half past midnight in China, the day before in UTC. */
const AT = Date.parse('2026-11-23T00:30:00+08:00');
const small = smallDirectory([], []);
const directory = {
  ...small,
  units: [{ id: 'u1', name: '交通办', categories: [] }],
  homes: small.homes.map((home) => ({ ...home, name: '城关之家' })),
};

describe('an invitation', () => {
  const row: InvitationRow = {
    invitation: 'i',
    role: 'unit',
    name: '李样样',
    state: 'issued',
    since: AT,
    expiresAt: AT + 86_400_000,
    tries: 0,
    own: false,
  };
  const columns = invitationColumns(directory);

  it('has who is invited as what, how far it is, and until when its code is good', () => {
    expect(readLine(columns, { ...row, unit: 'u1' })).toEqual({
      姓名: '李样样',
      身份: '承办单位联络员',
      承办单位: '交通办',
      到哪一步: '没认领',
      从哪天起: on('2026-11-23'),
      邀请码有效到: on('2026-11-24'),
    });
    expect(readLine(columns, { ...row, village: 'v1', group: 'g2', home: 'h1' })).toMatchObject({
      村: '甲村',
      代表小组: '第二小组',
      代表之家: '城关之家',
    });
  });

  it('that somebody took has no code any more', () => {
    expect(readLine(columns, { ...row, state: 'confirmed' })).not.toHaveProperty('邀请码有效到');
  });
});

it('an article has what it tells of, where it is, who wrote last and what is not settled', () => {
  const card: ArticleCard = {
    article: 'a',
    title: '接访',
    state: 'submitted',
    source: { kind: 'reception-day', of: '2026-12-07' },
    sourceWords: '12月7日 代表接访日',
    by: '小李',
    changedAt: AT,
    openMarks: 2,
  };
  expect(readLine(ARTICLE_COLUMNS, card)).toEqual({
    改动日期: on('2026-11-23'),
    标题: '接访',
    写什么: '代表接访日',
    说的是哪件事: '12月7日 代表接访日',
    状态: '待审',
    谁改的: '小李',
    没处理的标记: 2,
  });
  expect(readLine(ARTICLE_COLUMNS, { ...card, url: 'x' })).toMatchObject({ 网址: 'x' });
});

it('who is suspended from booking has since when, until when and why', () => {
  const ban = { name: '王**', at: AT, until: '2026-12-31', reason: '三次没来' };
  expect(readLine(BAN_COLUMNS, { ...ban, phoneTail: '1234' })).toEqual({
    称呼: '王**',
    电话后四位: '1234',
    哪天停的: on('2026-11-23'),
    停到哪天: on('2026-12-31'),
    原因: '三次没来',
  });
  expect(readLine(BAN_COLUMNS, ban)).not.toHaveProperty('电话后四位');
});

describe('a call', () => {
  const call: CallCard = {
    call: 'c',
    who: '王**',
    about: '改了时间',
    sentence: '请下午来',
    at: AT,
    phone: true,
    state: 'open',
  };

  it('has what to say to whom, and no number', () => {
    expect(readLine(CALL_COLUMNS, { ...call, role: '代表' })).toEqual({
      日期: on('2026-11-23'),
      打给谁: '王**',
      身份: '代表',
      什么事: '改了时间',
      这样说: '请下午来',
      有没有号码: '有',
      打了没有: '还没打',
    });
    expect(readLine(CALL_COLUMNS, call)).not.toHaveProperty('身份');
    expect(readLine(CALL_COLUMNS, { ...call, phone: false })).toMatchObject({ 有没有号码: '没有' });
  });

  it.each([
    ['called', '已告诉本人'],
    ['missed', '没人接'],
  ] as const)('%s is %s', (state, words) => {
    expect(readLine(CALL_COLUMNS, { ...call, state })).toMatchObject({ 打了没有: words });
  });
});

it('leave has its first and last day', () => {
  const leave = { name: '李样样', from: '2027-03-01', to: '2027-03-09' };
  expect(readLine(ABSENCE_COLUMNS, leave)).toEqual({
    姓名: '李样样',
    从哪天起: on('2027-03-01'),
    到哪天: on('2027-03-09'),
  });
});

it('a talk has how many came once that is known', () => {
  const talk = {
    id: 'l',
    profession: '教师',
    title: '学法',
    speaker: '李样样',
    date: '2026-12-04',
    place: '学校',
    state: 'done',
    people: 1,
  } as const;
  expect(readLine(PLAN_COLUMNS, talk)).toEqual({
    日期: on('2026-12-04'),
    行业: '教师',
    讲什么: '学法',
    谁来讲: '李样样',
    地点: '学校',
    办了没有: '办完了',
    人次: 1,
  });
  expect(readLine(PLAN_COLUMNS, { ...talk, people: 0 })).not.toHaveProperty('人次');
});
