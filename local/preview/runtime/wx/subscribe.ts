import { h } from '../dom';
import { appPost, NoNetwork } from '../server';
import { ask } from '../ui/dialogs';
import { asyncApi, Refusal } from './call';
import { isInTap } from './tap';

type Answer = 'accept' | 'reject';

const TEMPLATE_LIMIT = 5;

/** What WeChat's server keeps for the person. */
interface Subscriptions {
  readonly mainSwitch: boolean;
  /** The answers that the person wants kept («总是保持以上选择»), per template. */
  readonly kept: Readonly<Record<string, Answer>>;
  readonly templates: readonly { readonly id: string; readonly title: string }[];
}

async function askServer(door: string, body: object = {}): Promise<Subscriptions> {
  try {
    return (await appPost(`/wechat/phone/${door}`, body)) as unknown as Subscriptions;
  } catch (error) {
    if (error instanceof NoNetwork) throw new Refusal('request list fail', 10002);
    throw error;
  }
}

/** Two templates of one title are one to the person: the later ones are filtered out. */
function splitByTitle(tmplIds: readonly string[], { templates }: Subscriptions) {
  const titles = new Map<string, string>();
  const filtered: string[] = [];
  for (const id of tmplIds) {
    const title = templates.find((one) => one.id === id)?.title;
    if (title === undefined)
      throw new Refusal('No template data return, verify the template id exist', 20001);
    if ([...titles.values()].includes(title)) filtered.push(id);
    else titles.set(id, title);
  }
  return { titles, filtered };
}

/** One dialog; with more than one template each has its own tick, as on the phone. */
async function askPerson(
  asked: readonly (readonly [id: string, title: string])[],
): Promise<{ answers: Record<string, Answer>; keep: boolean }> {
  const rows = asked.map(([id, title]) => {
    const box = h('input', { type: 'checkbox' }) as HTMLInputElement;
    box.checked = true;
    return { id, box, row: h('label', { class: 'row' }, ...(asked.length > 1 ? [box] : []), title) };
  });
  const always = h('input', { type: 'checkbox' }) as HTMLInputElement;
  const answer = await ask<Answer>({
    title: '小程序申请发送以下消息',
    extra: h(
      'div',
      { class: 'pad' },
      ...rows.map(({ row }) => row),
      h('label', { class: 'row' }, always, '总是保持以上选择，不再询问'),
    ),
    choices: [
      { text: '拒绝', value: 'reject', color: '#000' },
      { text: '允许', value: 'accept', color: '#07c160' },
    ],
  });
  const answers = rows.map(({ id, box }) => [id, answer === 'accept' && box.checked ? 'accept' : 'reject']);
  return { answers: Object.fromEntries(answers) as Record<string, Answer>, keep: always.checked };
}

async function request({ tmplIds }: { tmplIds: string[] }): Promise<object> {
  if (tmplIds.length === 0) throw new Refusal('TmplIds is empty', 10001);
  if (tmplIds.length > TEMPLATE_LIMIT) throw new Refusal('Templates count out of max bounds', 20003);
  if (!isInTap()) throw new Refusal('can only be invoked by user TAP gesture.');
  const subscriptions = await askServer('subscriptions');
  if (!subscriptions.mainSwitch) throw new Refusal('The main switch is switched off', 20004);
  const { titles, filtered } = splitByTitle(tmplIds, subscriptions);
  const { kept } = subscriptions;
  const asked = [...titles].filter(([id]) => !kept[id]);
  const { answers, keep } = asked.length > 0 ? await askPerson(asked) : { answers: {}, keep: false };
  const held = [...titles.keys()].flatMap((id) => (kept[id] ? [[id, kept[id]] as const] : []));
  const all = { ...Object.fromEntries(held), ...answers };
  // Each accept counts one message more, whether the person was asked or had answered for good.
  await askServer('subscribe', { answers: all, keep });
  return { ...all, ...Object.fromEntries(filtered.map((id) => [id, 'filter'])) };
}

async function settings(withSubscriptions: boolean | undefined): Promise<object> {
  const authSetting = { 'scope.record': true, 'scope.camera': true, 'scope.writePhotosAlbum': true };
  if (!withSubscriptions) return { authSetting };
  const { mainSwitch, kept } = await askServer('subscriptions');
  const itemSettings = Object.keys(kept).length > 0 ? { itemSettings: kept } : {};
  return { authSetting, subscriptionsSetting: { mainSwitch, ...itemSettings } };
}

/** The settings page of the mini-program: here, the switch for subscribe messages and a fresh start for them. */
async function openSetting({ withSubscriptions }: { withSubscriptions?: boolean }): Promise<object> {
  const main = h('input', { type: 'checkbox' }) as HTMLInputElement;
  main.checked = (await askServer('subscriptions')).mainSwitch;
  const extra = h('label', {}, main, '接收订阅消息');
  const choices = [
    { text: '重新询问', value: true, color: '#000' },
    { text: '完成', value: false },
  ];
  const forget = await ask({ title: '设置', extra, choices });
  await askServer('settings', { mainSwitch: main.checked, forget });
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
