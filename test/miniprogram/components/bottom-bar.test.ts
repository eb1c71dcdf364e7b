/** @jest-environment jsdom */
import { clearScreen, readScreen, showComponent } from '../../support/components';
import type { Shown } from '../../support/components';
import { tapAndHear } from '../../support/hear-events';

afterEach(clearScreen);

function show(more: Record<string, unknown>): Shown {
  return showComponent('components/bottom-bar/bottom-bar', { text: '提交', busyText: '正在提交…', ...more });
}

async function press(bar: Shown): Promise<string[]> {
  const button = bar.querySelector('.bar >>> .button') as Shown | undefined;
  expect(button).toBeDefined();
  return (await tapAndHear(bar, button, ['press', 'missing'])).map(({ name }) => name);
}

test('ready: it does what it says', async () => {
  const bar = show({});
  expect(readScreen(bar)).toBe('提交');
  expect(await press(bar)).toEqual(['press']);
});

test('something is missing: it says what, and pressing leads there instead of nowhere', async () => {
  const bar = show({ reason: '请先写怎么称呼您' });
  expect(readScreen(bar)).toBe('请先写怎么称呼您提交');
  expect(await press(bar)).toEqual(['missing']);
});

test('busy: it says that it runs, and a second press does nothing', async () => {
  const bar = show({ busy: true });
  expect(readScreen(bar)).toBe('正在提交…');
  expect(await press(bar)).toEqual([]);
});
