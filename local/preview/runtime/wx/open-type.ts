import { NotInPreviewError, reportError } from '../errors';
import { topView } from '../router-state';
import { appPost, NoNetwork } from '../server';
import { ask } from '../ui/dialogs';

interface ButtonNode {
  readonly data: Record<string, unknown>;
  readonly dataset: Record<string, unknown>;
  readonly id: string;
  triggerEvent(name: string, detail?: unknown): void;
}

interface Share {
  title?: string;
  path?: string;
  promise?: Promise<Share>;
}

const OK = [{ text: '知道了', value: true }] as const;

/** What a tap on a button with an open-type does. The rest is refused loudly. */
export function openOpenType(type: string, node: ButtonNode): void {
  const actions: Record<string, () => void> = {
    share: () => void share(node),
    contact: () => void contact(node),
    getPhoneNumber: () => void givePhone(node),
    'getPhoneNumber|agreePrivacyAuthorization': () => {
      node.triggerEvent('agreeprivacyauthorization', {});
      void givePhone(node);
    },
    openSetting: () => {
      const wx = (window as unknown as { wx: { openSetting(options: object): void } }).wx;
      wx.openSetting({
        success: (answer: object) => {
          node.triggerEvent('opensetting', answer);
        },
      });
    },
    agreePrivacyAuthorization: () => {
      node.triggerEvent('agreeprivacyauthorization', {});
    },
    feedback: () => void ask({ title: '意见反馈', content: '微信的反馈页面在这里打开。', choices: OK }),
  };
  const action = actions[type];
  if (action) action();
  else reportError(new NotInPreviewError(`open-type "${type}" of <button>`), 'button');
}

async function share(node: ButtonNode): Promise<void> {
  const view = topView();
  if (!view) return;
  const answer = view.call('onShareAppMessage', {
    from: 'button',
    target: { id: node.id, dataset: node.dataset },
  });
  const given = (answer ?? {}) as Share;
  const { title, path } = { ...given, ...(given.promise ? await given.promise : {}) };
  await ask({
    title: '转发给朋友',
    content: `${title ?? document.title}\n${path ?? view.route}`,
    choices: OK,
  });
}

async function contact(node: ButtonNode): Promise<void> {
  await ask({ title: '客服会话', content: '微信的客服会话在这里打开。', choices: OK });
  node.triggerEvent('contact', { path: '', query: {} });
}

const PHONE_CHOICES = [
  { text: '不允许', value: false, color: '#000' },
  { text: '允许', value: true, color: '#07c160' },
] as const;

/** The page gets a code, never the number; the server asks WeChat for it. */
async function givePhone(node: ButtonNode): Promise<void> {
  const content = '小程序申请获取并验证你的手机号';
  if (!(await ask({ title: '手机号', content, choices: PHONE_CHOICES }))) {
    node.triggerEvent('getphonenumber', { errMsg: 'getPhoneNumber:fail user deny' });
    return;
  }
  try {
    const { code } = await appPost('/wechat/phone/phone-code', {});
    node.triggerEvent('getphonenumber', { code, errMsg: 'getPhoneNumber:ok' });
  } catch (error) {
    if (!(error instanceof NoNetwork)) throw error;
    node.triggerEvent('getphonenumber', { errMsg: 'getPhoneNumber:fail network' });
  }
}
