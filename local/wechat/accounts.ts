/** The accounts that the local WeChat knows. App ids and secrets are invented and good for nothing anywhere else. */
import { APP_ID } from '../cloudbase/functions/environment';
import { TEMPLATES, TEMPLATE_KEYS } from '../../miniprogram/contract/templates';

export interface WechatAccount {
  readonly kind: 'mini' | 'official';
  readonly name: string;
  readonly appid: string;
  readonly secret: string;
  /** Certified: may publish by the interface. The others lost it in July 2025 (48001). */
  readonly mayPublish: boolean;
}

export const MINI: WechatAccount = {
  kind: 'mini',
  name: '代表之家（本机）',
  appid: APP_ID,
  secret: 'local-mini-secret',
  mayPublish: false,
};

const DISTRICT_OA: WechatAccount = {
  kind: 'official',
  name: '示例区人大（本机）',
  appid: 'wx-local-district',
  secret: 'local-district-secret',
  mayPublish: true,
};

/** Its own account, not certified: drafts yes, publishing no. */
const QINGSHI_OA: WechatAccount = {
  kind: 'official',
  name: '青石镇人大（本机）',
  appid: 'wx-local-qingshi',
  secret: 'local-qingshi-secret',
  mayPublish: false,
};

const ACCOUNTS: readonly WechatAccount[] = [MINI, DISTRICT_OA, QINGSHI_OA];

export function findAccount(appid: unknown): WechatAccount | undefined {
  return ACCOUNTS.find((account) => account.appid === appid);
}

export interface Template {
  readonly id: string;
  readonly title: string;
  /** Keyword → its label. */
  readonly keywords: Readonly<Record<string, string>>;
}

/** What this deployment has registered: the contract's templates, each under an id of this machine. */
export const REGISTERED: readonly Template[] = TEMPLATE_KEYS.map((key) => ({
  id: `local-template-${key}`,
  ...TEMPLATES[key],
}));

/** What a function finds in its environment, as somebody would enter it in the console. */
export function environmentOf(origin: string): Record<string, string> {
  return {
    WECHAT_API: `${origin}/weixin`,
    WECHAT_APPID: MINI.appid,
    WECHAT_SECRET: MINI.secret,
    OA_APPID: DISTRICT_OA.appid,
    OA_SECRET: DISTRICT_OA.secret,
    OA_QS_APPID: QINGSHI_OA.appid,
    OA_QS_SECRET: QINGSHI_OA.secret,
    SUBSCRIBE_TEMPLATES: JSON.stringify(
      Object.fromEntries(TEMPLATE_KEYS.map((key) => [key, `local-template-${key}`])),
    ),
  };
}
