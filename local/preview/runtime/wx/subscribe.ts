import { h } from '../dom';
import { openid } from '../session';
import { ask } from '../ui/dialogs';
import { asyncApi, Refusal } from './call';

type Answer = 'accept' | 'reject';

/** The answers that the person wants kept («总是保持以上选择»), per template. */
const KEPT_KEY = `phone.subscriptions.${openid}`;
const TEMPLATE_LIMIT = 5;

/** A call later than this after the last touch is no longer "inside the tap". In ms. */
const TAP_MEMORY_MS = 5000;

let tappedAt = -Infinity;
for (const type of ['touchend', 'mouseup'] as const) {
  document.addEventListener(type, () => (tappedAt = performance.now()), { capture: true });
}

interface Kept {
  mainSwitch: boolean;
  items: Record<string, Answer>;
}

function kept(): Kept {
  return JSON.parse(localStorage.getItem(KEPT_KEY) ?? '{"mainSwitch":true,"items":{}}') as Kept;
}

function keep(value: Kept): void {
  localStorage.setItem(KEPT_KEY, JSON.stringify(value));
}

async function request({ tmplIds }: { tmplIds: string[] }): Promise<object> {
  if (tmplIds.length === 0) throw new Refusal('TmplIds is empty', 10001);
  if (tmplIds.length > TEMPLATE_LIMIT) throw new Refusal('Templates count out of max bounds', 20003);
  if (performance.now() - tappedAt > TAP_MEMORY_MS)
    throw new Refusal('can only be invoked by user TAP gesture.');
  const { mainSwitch, items } = kept();
  if (!mainSwitch) throw new Refusal('The main switch is switched off', 20004);
  const asked = tmplIds.filter((id) => !items[id]);
  const answers: Record<string, string> = Object.fromEntries(
    tmplIds.map((id) => [id, items[id] ?? 'reject']),
  );
  if (asked.length > 0) {
    const always = h('input', { type: 'checkbox' }) as HTMLInputElement;
    const list = asked.map((id) => `· ${id}`).join('\n');
    const answer = await ask<Answer>({
      title: '小程序申请发送以下消息',
      content: list,
      extra: h('label', {}, always, '总是保持以上选择，不再询问'),
      choices: [
        { text: '拒绝', value: 'reject', color: '#000' },
        { text: '允许', value: 'accept', color: '#07c160' },
      ],
    });
    for (const id of asked) answers[id] = answer;
    if (always.checked) {
      const now = kept();
      keep({ ...now, items: { ...now.items, ...Object.fromEntries(asked.map((id) => [id, answer])) } });
    }
  }
  return answers;
}

function subscriptionsSetting(): object {
  const { mainSwitch, items } = kept();
  return { mainSwitch, ...(Object.keys(items).length > 0 ? { itemSettings: items } : {}) };
}

function settings(withSubscriptions: boolean | undefined): object {
  return {
    authSetting: { 'scope.record': true, 'scope.camera': true, 'scope.writePhotosAlbum': true },
    ...(withSubscriptions ? { subscriptionsSetting: subscriptionsSetting() } : {}),
  };
}

/** The settings page of the mini-program: here, the switch for subscribe messages and a fresh start for them. */
async function openSetting({ withSubscriptions }: { withSubscriptions?: boolean }): Promise<object> {
  const main = h('input', { type: 'checkbox' }) as HTMLInputElement;
  main.checked = kept().mainSwitch;
  const extra = h('label', {}, main, '接收订阅消息');
  const choices = [
    { text: '重新询问', value: true, color: '#000' },
    { text: '完成', value: false },
  ];
  const forget = await ask({ title: '设置', extra, choices });
  keep({ mainSwitch: main.checked, items: forget ? {} : kept().items });
  return settings(withSubscriptions);
}

export const subscribeApis: Readonly<Record<string, unknown>> = {
  requestSubscribeMessage: asyncApi('requestSubscribeMessage', request),
  getSetting: asyncApi('getSetting', ({ withSubscriptions }: { withSubscriptions?: boolean }) =>
    settings(withSubscriptions),
  ),
  openSetting: asyncApi('openSetting', openSetting),
  authorize: asyncApi('authorize', () => undefined),
};
