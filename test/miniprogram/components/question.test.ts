/** @jest-environment jsdom */
import { clearScreen, readScreen, showComponent } from '../../support/components';

afterEach(clearScreen);

const show = (more: Record<string, unknown>) =>
  showComponent('components/question/question', { title: '找谁', ...more });

test('answered and closed it shows the answer and how to change it', () => {
  expect(readScreen(show({ answer: '谁先有空就找谁' }))).toBe('找谁谁先有空就找谁改');
});

test('open it does not repeat the answer', () => {
  expect(readScreen(show({ answer: '谁先有空就找谁', open: true }))).toBe('找谁收起');
});

test('what must be answered stands out until it is; what may stay open does not', () => {
  const title = (more: Record<string, unknown>) => show(more).querySelector('.title')?.dom?.className ?? '';
  expect(title({})).toContain('title--open');
  expect(title({ answer: '李样样' })).not.toContain('title--open');
  expect(title({ optional: true })).not.toContain('title--open');
});
