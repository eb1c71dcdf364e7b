import { alignMarks } from '../../../../../cloudfunctions/reception/bans/rules/bans';

const DATE = '2026-12-07';
const bar = (mark: string, until: string, reason = '总不来') => ({ marks: [mark], until, reason });
const mark = { until: '2026-12-20', reason: '总不来' };

test('the last day itself is banned, the one after it is not', () => {
  expect(alignMarks({ date: DATE }, [bar('a', DATE)])?.put).toEqual({ a: { until: DATE, reason: '总不来' } });
  expect(alignMarks({ date: DATE }, [bar('a', '2026-12-06')])).toBeUndefined();
});

test('a day in line needs nothing; another reason, another last day or no bar any more does', () => {
  const day = { date: DATE, banned: { a: mark } };
  expect(alignMarks(day, [bar('a', mark.until)])).toBeUndefined();
  expect(alignMarks(day, [bar('a', mark.until, '别的')])?.put).toMatchObject({ a: { reason: '别的' } });
  expect(alignMarks(day, [bar('a', '2026-12-31')])?.put).toMatchObject({ a: { until: '2026-12-31' } });
  expect(alignMarks(day, [])).toEqual({ put: {}, drop: ['a'] });
  expect(alignMarks(day, [bar('b', mark.until)])).toEqual({ put: { b: mark }, drop: ['a'] });
});

test('of two under one key the longer holds', () => {
  const both = [bar('a', '2026-12-10'), bar('a', '2026-12-20')];
  expect(alignMarks({ date: DATE }, both)?.put).toEqual({ a: mark });
});
