import { planNotices, type Row } from '../../../../cloudfunctions/notify/tell/rules/notice';

const person = { account: 'a', openid: 'o-a' };
const row = (to: string, ...recipients: { account: string; openid: string }[]): Row<null> => ({
  to,
  who: () => recipients,
  tell: () => ({ title: to, words: '话', page: 'p', call: '念' }),
});

test('somebody of several roles hears of one thing once, as whoever asked first of all', () => {
  const rows = [row('office', person), row('deputy', person), row('asker', person)];
  expect(planNotices(rows, null, []).map(({ title }) => title)).toEqual(['asker']);
  expect(planNotices(rows.slice(0, 2), null, []).map(({ title }) => title)).toEqual(['office']);
});

test('people without an account are called each by themselves', () => {
  const nobody = { account: '', openid: '' };
  expect(planNotices([row('asker', nobody, nobody)], null, [])).toHaveLength(2);
});
