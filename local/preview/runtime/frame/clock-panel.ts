import { h } from '../dom';
import { boot } from '../session';

const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const WEEKDAYS = '日一二三四五六';

/** China's wall clock of an instant, as fields of a UTC date. */
function inChina(instant: number): Date {
  return new Date(instant + CHINA_OFFSET_MS);
}

function describeNow(): string {
  const date = inChina(Date.now());
  const weekday = WEEKDAYS[date.getUTCDay()] ?? '';
  return `${date.toISOString().slice(0, 10)} 星期${weekday} ${date.toISOString().slice(11, 19)}`;
}

async function control(clock: object): Promise<void> {
  const body = JSON.stringify({ clock });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch('/control', { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`the clock was not moved: ${await answer.text()}`);
}

/** The server's clock in China time, and jumps of it: to a date, an hour on, a day on. */
export function clockPanel(): HTMLElement {
  const now = h('output', { class: 'now' });
  const show = (): void => {
    now.textContent = describeNow();
  };
  window.setInterval(show, 500);
  show();
  if (!boot.control) return h('section', {}, h('h2', {}, '时钟'), now);
  const target = h('input', { type: 'datetime-local', 'aria-label': '跳到' }) as HTMLInputElement;
  target.value = inChina(Date.now()).toISOString().slice(0, 16);
  const button = (text: string, jump: () => object): HTMLElement =>
    h('button', { click: () => void control(jump()) }, text);
  return h(
    'section',
    {},
    h('h2', {}, '时钟'),
    now,
    h(
      'div',
      { class: 'row' },
      target,
      button('跳到', () => ({ set: `${target.value}:00+08:00` })),
    ),
    h(
      'div',
      { class: 'row' },
      button('+1 小时', () => ({ advanceMs: HOUR_MS })),
      button('+1 天', () => ({ advanceMs: DAY_MS })),
      button('+7 天', () => ({ advanceMs: 7 * DAY_MS })),
    ),
  );
}
