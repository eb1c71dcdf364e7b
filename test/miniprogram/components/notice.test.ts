/** @jest-environment jsdom */
import { clearScreen, readScreen, showComponent } from '../../support/components';

afterEach(clearScreen);

test('says what happened', () => {
  const notice = showComponent('components/notice/notice', { text: '没有网络' });
  expect(readScreen(notice)).toBe('没有网络');
});

test('offers to try again only where that is named', () => {
  const without = showComponent('components/notice/notice', { text: '没有网络' });
  const withAction = showComponent('components/notice/notice', { text: '没有网络', action: '再试' });
  expect(readScreen(without)).not.toContain('再试');
  expect(readScreen(withAction)).toContain('再试');
});
