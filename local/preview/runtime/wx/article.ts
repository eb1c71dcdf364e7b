import { h } from '../dom';
import { openLayer } from '../ui/layer';
import { asyncApi, Refusal } from './call';
import { isInTap } from './tap';

/** Articles of the local official account; the real one's are on mp.weixin.qq.com, where the preview does not go. */
const LOCAL_PATH = '/wechat/s/';

function localAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  return pathname.startsWith(LOCAL_PATH) ? `${pathname}${search}` : undefined;
}

/** The article over the whole phone, as a reader sees it, until it is closed. */
function open({ url }: { url: string }): void {
  if (!isInTap()) throw new Refusal('can only be invoked by user TAP gesture.');
  const real = /^https?:\/\/mp\.weixin\.qq\.com\//.test(url);
  const address = localAddress(url);
  if (address === undefined && !real) throw new Refusal('invalid url');
  const body =
    address === undefined
      ? h('p', { class: 'pad' }, `微信在这里打开公众号文章：${url}`)
      : h('iframe', { src: address, title: '公众号文章', style: 'flex: 1; border: 0' });
  const click = (): void => {
    layer.close();
  };
  const close = h('button', { click }, '关闭');
  const sheet = h(
    'phone-sheet',
    { role: 'dialog', 'aria-label': '公众号文章' },
    h('header', {}, close),
    body,
  );
  sheet.setAttribute(
    'style',
    'top: 0; height: 100%; display: flex; flex-direction: column; background: #fff',
  );
  const layer = openLayer('sheet', sheet);
}

export const articleApis: Readonly<Record<string, unknown>> = {
  openOfficialAccountArticle: asyncApi('openOfficialAccountArticle', open),
};
