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
