/** `stable_token` as its page has it, and what becomes of a token afterwards. */
import { randomBytes } from 'node:crypto';
import { findAccount, type WechatAccount } from './accounts';
import { WechatError } from './errors';
import { countForced } from './limits';
import type { World } from './world';

interface Token {
  readonly token: string;
  readonly appid: string;
  readonly issuedAt: number;
  /** Refused from then on: 42001 after its time, 40001 when it was replaced by force. */
  readonly endsAt: number;
  readonly replaced?: boolean;
}

const LIFE_MS = 7_200_000;
/** The platform renews so early; until the end the old one is good as well. */
const OVERLAP_MS = 300_000;
/** Letters of a token; up to 512 are announced. */
const TOKEN_BYTES = 102;

function issue({ store, clock }: World, { appid }: WechatAccount): Token {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const issuedAt = clock.now();
  const issued: Token = { token, appid, issuedAt, endsAt: issuedAt + LIFE_MS };
  store.put(['token', token], issued);
  store.put(['latest', appid], { token });
  return issued;
}

function latest({ store }: World, appid: string): Token | undefined {
  const named = store.get<{ token: string }>(['latest', appid]);
  return named && store.get<Token>(['token', named.token]);
}

function checkAsked(world: World, body: Readonly<Record<string, unknown>>, ip: string): WechatAccount {
  const { grant_type: grantType, appid, secret } = body;
  if (grantType !== 'client_credential') throw new WechatError(40002);
  if (appid === undefined || appid === '') throw new WechatError(41002);
  if (secret === undefined || secret === '') throw new WechatError(41004);
  const account = findAccount(appid);
  if (!account) throw new WechatError(40013);
  if (account.secret !== secret) throw new WechatError(40125);
  const { whitelist } = world.faults.settings;
  if (account.kind === 'official' && whitelist && !whitelist.includes(ip)) {
    throw new WechatError(40164, `invalid ip ${ip} ipv6 ::ffff:${ip}, not in whitelist`);
  }
  return account;
}

/** Without force the same token for everybody until its last five minutes; with force a new one, the old is void. */
export function grantToken(
  world: World,
  body: Readonly<Record<string, unknown>>,
  ip: string,
): { access_token: string; expires_in: number } {
  const account = checkAsked(world, body, ip);
  const now = world.clock.now();
  const before = latest(world, account.appid);
  const force = body['force_refresh'] === true;
  if (force) countForced(world, account.appid);
  const usable = before && !before.replaced && before.endsAt - now > OVERLAP_MS;
  if (force && before) world.store.put(['token', before.token], { ...before, replaced: true });
  const { token, endsAt } = usable && !force ? before : issue(world, account);
  return { access_token: token, expires_in: Math.floor((endsAt - now) / 1000) };
}

/** The account that the token speaks for. */
export function readToken({ store, clock }: World, token: string | null): WechatAccount {
  if (token === null || token === '') throw new WechatError(41001);
  const known = store.get<Token>(['token', token.slice(0, 512)]);
  const account = known && findAccount(known.appid);
  if (!account || known.replaced) throw new WechatError(40001);
  if (known.endsAt <= clock.now()) throw new WechatError(42001);
  return account;
}
