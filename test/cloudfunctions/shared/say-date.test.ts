import { sayDate, sayWeekday } from '../../../cloudfunctions/shared/say-date';

test('a date is said without zeros in front', () => {
  expect([sayDate('2026-12-07'), sayDate('2026-01-31')]).toEqual(['12月7日', '1月31日']);
});

test('each day of a week by its name', () => {
  const week = [6, 7, 8, 9, 10, 11, 12].map((day) => `2026-12-${String(day).padStart(2, '0')}`);
  const names = ['日', '一', '二', '三', '四', '五', '六'].map((name) => `星期${name}`);
  expect(week.map(sayWeekday)).toEqual(names);
});
