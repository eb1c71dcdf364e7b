/** @jest-environment jsdom */
import { clearScreen, readScreen, showComponent } from '../../support/components';

afterEach(clearScreen);

const photos = [
  { path: '/a.jpg', file: 'cloud://a' },
  { path: '/b.jpg' },
  { path: '/c.jpg' },
  { path: '/d.jpg' },
];
const uploads = {
  '/a.jpg': { percent: 100, why: '' },
  '/b.jpg': { percent: 62, why: '' },
  '/c.jpg': { percent: 0, why: '没有网络' },
};

test('each photo says for itself: in, on its way with its per cent, not in and why, waiting', () => {
  const said = readScreen(
    showComponent('components/attachments/attachments', { photos, uploads, editable: true, sending: true }),
  );
  expect(said).toMatch(/✓ 已传.*62%.*没传上：没有网络。点这里再传.*等着传/);
  expect(said).not.toContain('删掉');
});

test('the one that did not get in is tried again by a tap on it', () => {
  const shown = showComponent('components/attachments/attachments', { photos, uploads, editable: true });
  const again = jest.fn();
  (shown as unknown as { addEventListener(name: string, heard: () => void): void }).addEventListener(
    'again',
    again,
  );
  const bar = shown.querySelectorAll('.bar')[1];
  (bar?.instance as unknown as { again(): void }).again();
  expect(again).toHaveBeenCalledTimes(1);
});
