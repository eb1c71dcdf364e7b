import { toTodayScreen } from '../../../../miniprogram/deputy/today/view';
import { todayView } from '../../../support/sample-answers';

test('what nobody has taken yet can be taken from the list; what is taken can only be opened', () => {
  const { requests } = toTodayScreen(todayView, '2026-11-23');
  expect(requests.map(({ tag, act }) => [tag, act])).toEqual([
    ['已超1天', '收到，我来联系'],
    ['代表联系中', ''],
  ]);
});

test('three days before it the duty stands on top, four days before it the requests', () => {
  expect(toTodayScreen(todayView, '2026-12-04').dutyFirst).toBe(true);
  expect(toTodayScreen(todayView, '2026-12-03').dutyFirst).toBe(false);
  expect(toTodayScreen({ ...todayView, duties: [] }, '2026-12-04').dutyFirst).toBe(false);
});

test('each visitor by time, number and subject; a duty nobody booked says that people may just come', () => {
  const [duty] = todayView.duties;
  const screen = toTodayScreen(
    { ...todayView, duties: duty ? [duty, { ...duty, half: 'pm', appointments: [] }] : [] },
    '2026-12-07',
  );
  expect(screen.duties[0]).toMatchObject({ day: '12月7日 星期一（今天） 坐班', empty: '' });
  expect(screen.duties[0]?.appointments.map(({ time, name, about }) => [time, name, about])).toEqual([
    ['9:00', '李婶', '第2号 · 低保救助'],
    ['9:30', '张大爷', '第3号'],
  ]);
  expect(screen.duties[1]?.empty).toContain('直接来');
});

test('visits agreed stand by themselves: from the desk with a name, from a matter by its village; late ones say so', () => {
  const [taken] = todayView.requests.slice(-1);
  const view = {
    ...todayView,
    requests: taken
      ? [{ ...taken, state: 'visiting' as const, village: '双井村', nextDate: '2026-11-25' }]
      : [],
    promises: [{ promise: 'bh~1', agreed: '2026-11-05', due: '2026-11-19', village: 'v4', name: '周大山' }],
  };
  const { visits } = toTodayScreen(view, '2026-11-23', [{ id: 'v4', name: '双井村' }]);
  expect(visits).toMatchObject([
    {
      title: '双井村 · 周大山',
      words: '11月5日约好的',
      tone: 'late',
      query: { kind: 'household-visit', keeps: 'bh~1', village: 'v4', household: '周大山' },
    },
    { tag: '11月25日前去', query: { kind: 'household-visit', village: '双井村', request: taken?.request } },
  ]);
});
