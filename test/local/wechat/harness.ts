import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentOf } from '../../../local/wechat/accounts';
import type { WechatCommand } from '../../../local/wechat/settings';
import { startTestCloud, type TestCloud } from '../../support/cloud';

export interface WechatRun {
  readonly cloud: TestCloud;
  /** What WeChat on this person's phone asks its server. */
  phone(openid: string, door: string, body?: object): Promise<Record<string, unknown>>;
  /** Somebody uses the mini-program. */
  open(openid: string): Promise<void>;
  fault(command: WechatCommand): Promise<void>;
  /** A raw call, for what the client would never send. */
  post(path: string, body: object | string): Promise<Record<string, unknown>>;
  /** The page for people. */
  page(path?: string): Promise<string>;
  close(): Promise<void>;
}

/** The fake behind real HTTP, with the client's environment pointing at it. */
export async function startWechat(options: { dataDir?: string; now?: string } = {}): Promise<WechatRun> {
  const cloud = await startTestCloud({ processes: true, functions: join(__dirname, 'fixtures'), ...options });
  const { url } = cloud;
  const environment = environmentOf(url);
  Object.assign(process.env, environment);
  const send = async (path: string, body: unknown, openid?: string): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(openid && { 'x-wx-openid': openid }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  return {
    cloud,
    phone: (openid, door, body = {}) => send(`/wechat/phone/${door}`, body, openid),
    async open(openid) {
      await cloud.invoke('notify', 'look', {}, { openid });
    },
    async fault(wechat) {
      await cloud.control({ wechat });
    },
    post: (path, body) => send(`/weixin${path}`, body),
    page: async (path = '') => (await fetch(`${url}/wechat${path}`)).text(),
    async close() {
      for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name);
      await cloud.close();
    },
  };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'local-wechat-'));
}

/** A picture as far as its beginning goes. */
export function jpeg(bytes = 400, text = ''): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text), Buffer.alloc(bytes)]);
}
