import { toPassedScreen } from '../../../../miniprogram/office/district/view';

test('what was passed up is read by its summary, day and state', () => {
  const row = {
    request: 'r1',
    number: '1123-K7Q2',
    category: '道路桥梁',
    summary: '边沟塌方',
    on: '2026-11-20',
    state: 'passed-up' as const,
  };
  expect(toPassedScreen({ rows: [row], next: 'x' }, '2026-11-23')).toEqual({
    more: true,
    items: [
      {
        request: 'r1',
        summary: '边沟塌方',
        tag: '已转报区人大',
        tone: 'in-hand',
        about: '11月20日转报 · 道路桥梁 · 编号 1123-K7Q2',
      },
    ],
  });
});
