/** 届中变动: what goes out of the form, and what keeps it back. */
import type { Vacancy } from '../../../../miniprogram/contract/congress/change';
import { toRow, toWish } from '../../../../miniprogram/office/changes/view';

const vacancy: Vacancy = {
  person: 'p9',
  name: '王样样',
  constituency: 'c3',
  constituencyName: '第三选区',
  since: '2026-11-02',
};
const told = {
  person: 'p1',
  kind: 'resign',
  date: '2026-11-20',
  body: '镇人民代表大会',
  notice: '〔2026〕3号',
};

test('half a report of the credentials committee is asked for, not dropped', () => {
  expect(toWish({ ...told, examinedOn: '2026-11-18' }, [])).toContain('文号');
  expect(toWish({ ...told, examined: '资审〔2〕号' }, [])).toContain('哪天');
  expect(toWish(told, [])).toEqual(told);
  expect(toWish({ ...told, examinedOn: '2026-11-18', examined: '资审〔2〕号' }, [])).toEqual({
    ...told,
    examined: { date: '2026-11-18', number: '资审〔2〕号' },
  });
});

test('who is elected for a known seat takes its constituency; for another one it is said', () => {
  const elected = { ...told, kind: 'byelection', examinedOn: '2026-11-18', examined: '资审〔2〕号' };
  expect(toWish({ ...elected, vacancy: 'p9' }, [vacancy])).toMatchObject({
    vacancy: 'p9',
    constituency: 'c3',
  });
  const other = toWish({ ...elected, vacancy: 'other', constituency: 'c5', group: 'g2' }, [vacancy]);
  expect(other).toMatchObject({ constituency: 'c5', group: 'g2' });
  expect(other).not.toHaveProperty('vacancy');
});

test('a by-election is told with its constituency and whose seat it was', () => {
  const row = { change: 'x', name: '陈样样', at: 0, ...told, kind: 'byelection' as const };
  expect(toRow({ ...row, constituencyName: '第三选区', succeeds: '王样样' })).toMatchObject({
    title: '陈样样 补选',
    words: '11月20日起 · 第三选区（接王样样的缺） · 镇人民代表大会 · 〔2026〕3号',
  });
});
