import type { VirtualClock } from '../cloudbase/clock';
import type { WechatAccount } from './accounts';
import type { Faults } from './settings';
import type { WechatStore } from './store';

/** Everything an API can touch. */
export interface World {
  readonly clock: VirtualClock;
  readonly store: WechatStore;
  readonly faults: Faults;
  /** When each person last used the mini-program; after a restart they open it again. */
  readonly seen: Map<string, number>;
  /** Where a browser reaches this server: for addresses of pictures and articles. */
  readonly origin: () => string;
  /** Page paths of the published app, subpackages included. */
  readonly pages: () => readonly string[];
  /** Has the platform push an event; resolves when the function has answered. */
  readonly push: (traceId: string) => Promise<void>;
  /** Bytes at an address of this machine, undefined where there are none. */
  readonly download: (url: string) => Promise<Buffer | undefined>;
}

/** One call after the door: the token was good, the body is read. */
export interface ApiCall {
  readonly world: World;
  readonly account: WechatAccount;
  readonly now: number;
  readonly query: URLSearchParams;
  /** The JSON body; empty where the API takes none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The JSON as it came, to see escapes. */
  readonly text: string;
  readonly form: FormData | undefined;
}

export interface PictureAnswer {
  readonly bytes: Buffer;
  readonly type: string;
}

/** JSON to be sent with `errcode: 0` where `status` says so, or a picture. */
export type ApiAnswer = Readonly<Record<string, unknown>> | PictureAnswer;

export interface Api {
  readonly method: 'GET' | 'POST' | 'ANY';
  /** Whose API: asked with the other kind's token it is 48001. */
  readonly of: 'mini' | 'official';
  readonly takes: 'json' | 'form' | 'nothing';
  /** The documented limits; China's calendar day. */
  readonly perMinute?: number;
  readonly perDay?: number;
  run(call: ApiCall): ApiAnswer | Promise<ApiAnswer>;
}

export const OK = { errcode: 0, errmsg: 'ok' } as const;
