/** @jest-environment jsdom */
import { toHomeScreen } from '../../../miniprogram/pages/home/view';
import { clearScreen, readScreen, showComponent } from '../../support/components';
import { home, homeWith } from '../../support/sample-answers';

afterEach(clearScreen);

const show = (view: typeof home, elder = false) => {
  const { day } = toHomeScreen(view, '2026-11-23');
  return readScreen(showComponent('components/day-card/day-card', { day, elder }));
};

test('when, where, who, the button, the earliest; and that one may just come', () => {
  const words = show(home);
  for (const each of [
    '12月7日',
    '星期一',
    '还有14天',
    '城关村委会一楼',
    '0000-1234561',
    '直接来也行',
    '陈样样',
  ]) {
    expect(words).toContain(each);
  }
  expect(words).toMatch(/预约.*最早的：上午 9:00 李样样/);
});

test('no roster: the landline instead of the button', () => {
  const words = show(homeWith({ published: false, open: false, free: 0, halves: [] }));
  expect(words).toContain('打座机问一问：0000-1234561');
  expect(words).not.toContain('最早的');
});

test('elder mode: one button to book, one to call, nothing else to press', () => {
  const words = show(home, true);
  expect(words).toMatch(/预约 ?打座机问一问/);
  expect(words).toContain('不预约，直接来也行');
  expect(words).not.toContain('最早的');
});
