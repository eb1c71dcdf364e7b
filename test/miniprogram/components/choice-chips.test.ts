/** @jest-environment jsdom */
import { clearScreen, readScreen, showComponent } from '../../support/components';
import type { Shown } from '../../support/components';
import { tapAndHear } from '../../support/hear-events';

afterEach(clearScreen);

const times = [
  { id: '08:30', text: '8:30', hint: '已满', off: true },
  { id: '09:00', text: '9:00', hint: '最早的' },
];

function show(more: Record<string, unknown> = {}): Shown {
  return showComponent('components/choice-chips/choice-chips', { label: '几点', choices: times, ...more });
}

function tap(chips: Shown, index: number) {
  return tapAndHear(chips, chips.querySelectorAll('.chip')[index] as Shown | undefined, ['choose']);
}

test('a free one is chosen by its id', async () => {
  expect(await tap(show(), 1)).toEqual([{ name: 'choose', detail: { id: '09:00' } }]);
});

test('a full one says so and can not be chosen', async () => {
  const chips = show();
  expect(await tap(chips, 0)).toEqual([]);
  expect(readScreen(chips)).toContain('已满');
});

test('only the chosen one looks chosen', () => {
  const chips = show({ chosen: '09:00' }).querySelectorAll('.chip');
  expect(chips.map((chip) => chip.dom?.className.includes('chip--on'))).toEqual([false, true]);
});

test('without hints where there is no room for them', () => {
  expect(readScreen(show({ brief: true }))).not.toContain('最早的');
});
