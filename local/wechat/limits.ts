/** How often something was asked: this minute (in memory), today in China (kept). */
import { WechatError } from './errors';
import type { Key } from './store';
import type { Api, World } from './world';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** stable_token, force_refresh. */
const FORCED_PER_DAY = 20;
const FORCED_APART_MS = 30_000;

interface Count {
  readonly n: number;
  readonly lastAt: number;
}

function dayOf(instant: number): number {
  return Math.floor((instant + CHINA_OFFSET_MS) / DAY_MS);
}

function countIn({ store }: World, name: string, window: number, at: number): Count {
  const key: Key = ['count', name];
  const kept = store.get<Count & { window: number }>(key);
  const before = kept?.window === window ? kept : { n: 0, lastAt: kept?.lastAt ?? -Infinity };
  store.put(key, { window, n: before.n + 1, lastAt: at });
  return { n: before.n + 1, lastAt: before.lastAt };
}

/** 45011 above the minute's, 45009 above the day's limit of this API for this account. */
export function countCall(
  world: World,
  path: string,
  appid: string,
  api: Pick<Api, 'perMinute' | 'perDay'>,
): void {
  const set = world.faults.limitsOf(path);
  const perMinute = set?.perMinute ?? api.perMinute;
  const perDay = set?.perDay ?? api.perDay;
  const now = world.clock.now();
  if (perDay !== undefined && countIn(world, `${appid} ${path} day`, dayOf(now), now).n > perDay) {
    throw new WechatError(45009);
  }
  const minute = Math.floor(now / MINUTE_MS);
  if (perMinute !== undefined && countIn(world, `${appid} ${path} minute`, minute, now).n > perMinute) {
    throw new WechatError(45011);
  }
}

/** At most 20 a day and 30 s apart. */
export function countForced(world: World, appid: string): void {
  const now = world.clock.now();
  const { n, lastAt } = countIn(world, `${appid} forced`, dayOf(now), now);
  if (n > FORCED_PER_DAY) throw new WechatError(45009);
  if (now >= lastAt && now - lastAt < FORCED_APART_MS) throw new WechatError(45011);
}
