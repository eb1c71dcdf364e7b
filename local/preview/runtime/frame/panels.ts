import qrcode from 'qrcode-generator';
import { h } from '../dom';
import { boot } from '../session';
import {
  becomeIdentity,
  chooseFont,
  currentFont,
  currentOpenid,
  openPhone,
  setOffline,
} from './phone-window';

/** Steps of the system font size that a phone offers, in px; 16 is the normal one. */
const FONT_SIZES = ['14', '16', '18', '20', '23', '26'];

function choices(
  name: string,
  entries: readonly { value: string; text: string }[],
  current: string,
  choose: (value: string) => void,
): HTMLElement[] {
  return entries.map(({ value, text }) => {
    const input = h('input', {
      type: 'radio',
      name,
      value,
      change: () => {
        choose(value);
      },
    }) as HTMLInputElement;
    input.checked = value === current;
    return h('label', {}, input, h('span', {}, text));
  });
}

/** Who holds the phone, by township. */
export function identityPanel(): HTMLElement {
  const panel = h('section', { class: 'identities' }, h('h2', {}, '我是谁'));
  const townships = [...new Set(boot.identities.map((one) => one.township))];
  for (const township of townships) {
    const entries = boot.identities
      .filter((one) => one.township === township)
      .map(({ openid, label }) => ({ value: openid, text: label }));
    panel.append(h('h3', {}, township), ...choices('identity', entries, currentOpenid(), becomeIdentity));
  }
  return panel;
}

export function phonePanel(): HTMLElement {
  const sizes = FONT_SIZES.map((value) => ({ value, text: value === '16' ? '标准' : `${value} px` }));
  const offline = h('input', { type: 'checkbox' }) as HTMLInputElement;
  offline.addEventListener('change', () => {
    setOffline(offline.checked);
  });
  offline.checked = sessionStorage.getItem('phone.offline') === '1';
  return h(
    'section',
    {},
    h('h2', {}, '手机'),
    h('div', { class: 'row' }, '系统字号', ...choices('font', sizes, currentFont(), chooseFont)),
    h('label', {}, offline, h('span', {}, '没有网络')),
    h(
      'div',
      { class: 'row' },
      h(
        'button',
        {
          click: () => {
            openPhone();
          },
        },
        '重新打开小程序',
      ),
    ),
  );
}

function drawCode(scene: string): HTMLElement {
  const code = qrcode(0, 'M');
  code.addData(`${location.origin}/?scene=${encodeURIComponent(scene)}`);
  code.make();
  const picture = h('div', { class: 'code', 'aria-hidden': 'true' });
  picture.innerHTML = code.createSvgTag({ cellSize: 2, margin: 4, scalable: true });
  return picture;
}

/** The printed codes; another phone of the network can scan the picture, this one the button. */
export function posterPanel(): HTMLElement {
  const posters = boot.posters.map(({ scene, label }) =>
    h(
      'button',
      {
        class: 'poster',
        click: () => {
          openPhone({ scene });
        },
      },
      drawCode(scene),
      h('span', {}, label),
      h('small', {}, scene),
    ),
  );
  return h('section', {}, h('h2', {}, '扫海报上的码'), h('div', { class: 'posters' }, ...posters));
}

/** Where everything that goes to WeChat can be seen. */
export function wechatPanel(): HTMLElement {
  const link = h('a', { href: '/wechat', target: '_blank' }, '看发出去的消息、文章和小程序码');
  return h('section', {}, h('h2', {}, '本机的微信'), link);
}
