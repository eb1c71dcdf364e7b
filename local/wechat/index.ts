/** The WeChat around the local cloud: its server interface as a strict fake, what the phone asks it, and a page of all. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import type { VirtualClock } from '../cloudbase/clock';
import { environmentOf } from './accounts';
import { handleApi } from './api-door';
import { handlePages } from './pages/handle';
import { handlePhone } from './phone-doors';
import { type CallFunction, Pushes } from './pushes';
import { Faults, parseWechatCommand, type WechatCommand, type WechatSettings } from './settings';
import { handleSms, SMS_PATH, smsEnvironment } from './sms-door';
import { WechatStore } from './store';
import type { World } from './world';

export interface WechatOptions {
  readonly dataDir: string;
  readonly clock: VirtualClock;
  /** Where a browser reaches this server. */
  readonly publicOrigin: () => string;
  /** The function that the console names for pushes, with an event that shows no identity. */
  readonly push: CallFunction;
  readonly log: (line: string) => void;
  /** True: functions find a gateway for short messages, which records them. */
  readonly sms?: boolean;
}

export interface Wechat {
  /** What functions find in their environment when this server is at `origin`. */
  environment(origin: string): Record<string, string>;
  /** `/weixin/…`, the server interface. */
  handleApi(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** `/wechat/…`, for the phone and for people. */
  handle(steps: readonly string[], request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Somebody used the mini-program just now. */
  see(openid: string): void;
  /** Names for the page, by openid. */
  name(people: readonly { openid: string; label: string }[]): void;
  /** @throws RangeError on a command with an unknown or impossible part, before anything is done */
  read(command: Readonly<Record<string, unknown>>): WechatCommand;
  command(command: WechatCommand): Promise<void>;
  readonly settings: WechatSettings;
  /** Resolves when no push is under way. */
  settled(): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

const APP_JSON = resolve(__dirname, '../../miniprogram/app.json');

/** As the published app: every page of every package. */
function readPages(): string[] {
  const app = JSON.parse(readFileSync(APP_JSON, 'utf8')) as {
    pages: string[];
    subPackages?: { root: string; pages: string[] }[];
    subpackages?: { root: string; pages: string[] }[];
  };
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  return [...app.pages, ...packages.flatMap(({ root, pages }) => pages.map((page) => join(root, page)))];
}

/** Only from this server: the local run reaches nothing else. */
async function download(url: string, origin: string): Promise<Buffer | undefined> {
  const own = url.startsWith(`${origin}/`) || /^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url);
  if (!own) return undefined;
  const response = await fetch(url);
  return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
}

export function createWechat({ dataDir, clock, publicOrigin, push, log, sms }: WechatOptions): Wechat {
  const store = new WechatStore(dataDir);
  const faults = new Faults();
  const pushes = new Pushes(store, push, log);
  const names = new Map<string, string>();
  const world: World = {
    clock,
    store,
    faults,
    origin: publicOrigin,
    pages: readPages,
    seen: new Map(),
    download: (url) => download(url, publicOrigin()),
    push: (traceId) => pushes.push(traceId),
  };
  return {
    environment: (origin) => ({ ...environmentOf(origin), ...(sms === true && smsEnvironment(origin)) }),
    handleApi: (path, request, response) => handleApi(world, path, log, request, response),
    handle([first = '', ...steps], request, response) {
      if (first === 'phone') return handlePhone(world, steps[0] ?? '', request, response);
      if (first === SMS_PATH) return handleSms(world, request, response);
      return handlePages(world, names, [first, ...steps], request, response);
    },
    see: (openid) => {
      world.seen.set(openid, clock.now());
    },
    name: (people) => {
      for (const { openid, label } of people) names.set(openid, label);
    },
    read: parseWechatCommand,
    async command({ deliver = false, ...settings }) {
      // A bare `deliver` leaves the settings as they are.
      if (!deliver || Object.keys(settings).length > 0) faults.set(settings);
      if (deliver) await pushes.deliverAll();
      await pushes.settled();
    },
    get settings() {
      return faults.settings;
    },
    settled: () => pushes.settled(),
    async clear() {
      world.seen.clear();
      await store.clear();
    },
    close: () => store.close(),
  };
}
