/** Subscribe messages: POST /cgi-bin/message/subscribe/send. */
import { callApi, nothing } from './call';
import type { WechatAnswer } from './errors';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** `pages/x/x?id=1`; must be in the published version of the app. */
  readonly page: string;
  /** Keyword → its text: all of the template's and no others, none empty (47003). */
  readonly data: Readonly<Record<string, string>>;
}

/** WECHAT_STATE=trial or developer lets a message of a test deployment open the version that is tested. */
function readState(): string {
  const state = process.env['WECHAT_STATE'] ?? '';
  return state === 'trial' || state === 'developer' ? state : 'formal';
}

/** Not repeatable: after a lost answer the message may be on the phone, and the consent used up. */
export function sendSubscribeMessage(message: SubscribeMessage): Promise<WechatAnswer<undefined>> {
  const { openid, templateId, page, data } = message;
  return callApi({
    account: 'mini',
    path: '/cgi-bin/message/subscribe/send',
    body: {
      touser: openid,
      template_id: templateId,
      page,
      data: Object.fromEntries(Object.entries(data).map(([keyword, value]) => [keyword, { value }])),
      miniprogram_state: readState(),
      lang: 'zh_CN',
    },
    repeatable: false,
    data: nothing,
  });
}
