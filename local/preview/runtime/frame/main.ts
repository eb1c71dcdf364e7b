import { installClock } from '../clock';
import { h } from '../dom';
import { connectToServer } from '../events';
import { clockPanel } from './clock-panel';
import { identityPanel, phonePanel, posterPanel, wechatPanel } from './panels';
import { openPhone, phoneFrame } from './phone-window';

/** The frame around the phone on a wide screen: who am I, what time is it, which poster do I scan. */
function start(): void {
  installClock();
  connectToServer(() => undefined);
  const panels = h('aside', {}, identityPanel(), clockPanel(), phonePanel(), wechatPanel(), posterPanel());
  document.body.append(h('main', {}, h('div', { class: 'phone-case' }, phoneFrame), panels));
  openPhone(Object.fromEntries(new URLSearchParams(location.search)));
}

start();
