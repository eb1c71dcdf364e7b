import { h } from '../dom';
import { openLayer } from './layer';

interface Choice<T> {
  readonly text: string;
  readonly value: T;
  readonly color?: string;
}

interface DialogOptions<T> {
  readonly title?: string | undefined;
  readonly content?: string;
  readonly extra?: HTMLElement;
  readonly choices: readonly Choice<T>[];
  /** Choices below each other instead of side by side. */
  readonly stacked?: boolean;
}

/** Asks in the middle of the phone; resolves with the value of the button that was tapped. */
export function ask<T>({ title, content, extra, choices, stacked }: DialogOptions<T>): Promise<T> {
  return new Promise((resolve) => {
    const buttons = choices.map(({ text, value, color }) =>
      h(
        'button',
        {
          ...(color ? { style: `color: ${color}` } : {}),
          click: () => {
            layer.close();
            resolve(value);
          },
        },
        text,
      ),
    );
    const dialog = h('phone-dialog', { role: 'alertdialog', 'aria-label': title ?? content ?? '' });
    if (title) dialog.append(h('h2', {}, title));
    if (content) dialog.append(h('p', {}, content));
    if (extra) dialog.append(extra);
    dialog.append(h('footer', stacked ? { class: 'stacked' } : {}, ...buttons));
    const layer = openLayer('dialog', dialog);
  });
}

/** A list from below, as wx.showActionSheet; null when it was canceled. */
export function askFromList(
  entries: readonly string[],
  color?: string,
  title?: string,
): Promise<number | null> {
  return new Promise((resolve) => {
    const finish = (answer: number | null): void => {
      layer.close();
      resolve(answer);
    };
    const items = entries.map((entry, index) =>
      h(
        'button',
        {
          ...(color ? { style: `color: ${color}` } : {}),
          click: () => {
            finish(index);
          },
        },
        entry,
      ),
    );
    const cancel = h(
      'button',
      {
        class: 'cancel',
        click: () => {
          finish(null);
        },
      },
      '取消',
    );
    const head = title ? [h('p', {}, title)] : [];
    const layer = openLayer(
      'sheet',
      h('phone-list', { role: 'dialog', 'aria-label': title ?? '请选择' }, ...head, ...items, cancel),
    );
  });
}

let toast: HTMLElement | null = null;
let timer = 0;

export function hideToast(): void {
  clearTimeout(timer);
  toast?.remove();
  toast = null;
}

/**
 * @param durationMs 0 leaves it until it is hidden
 * @param mask whether the phone underneath can not be touched
 */
export function showToast(title: string, sign: string, durationMs: number, mask: boolean): void {
  hideToast();
  const mark = sign === '' ? [] : [h('phone-sign', { 'data-sign': sign, 'aria-hidden': 'true' })];
  const box = h('phone-toast', { role: 'status' }, ...mark, h('span', {}, title));
  toast = h('phone-layer', { 'data-kind': mask ? 'toast-mask' : 'toast' }, box);
  document.body.append(toast);
  if (durationMs > 0) timer = window.setTimeout(hideToast, durationMs);
}
