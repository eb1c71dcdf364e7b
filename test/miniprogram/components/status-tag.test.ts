/** @jest-environment jsdom */
import { clearScreen, readScreen, showComponent } from '../../support/components';

afterEach(clearScreen);

test.each(['waiting', 'in-hand', 'done', 'late'])(
  '%s has a word and a shape of its own beside the colour',
  (tone) => {
    const tag = showComponent('components/status-tag/status-tag', { tone, text: '已提交' });
    expect(readScreen(tag)).toBe('已提交');
    expect(tag.querySelector('.shape')?.dom?.className).toContain(`shape--${tone}`);
  },
);

test('a plain one is only a word', () => {
  const tag = showComponent('components/status-tag/status-tag', { tone: 'plain', text: '还有14天' });
  expect(tag.querySelector('.shape')).toBeUndefined();
});
