/**
 * How a function of this deployment knows a call of another one, which shows no identity: by a keyed hash over what is
 * called with what, for which township and in which minute. Nobody else has the key (FIELD_KEYS).
 */
import type { Instant } from '../../miniprogram/contract/wire';
import { callFunction } from './caller';
import { MINUTE_MS } from './china-time';
import { hashParts } from './cipher';
import { readClock } from './clock';

/** 160 bits. */
const LETTERS = 32;

interface OwnCall {
  readonly fn: string;
  readonly action: string;
  readonly township: string;
  /** What it is called with, as it travels. */
  readonly input: unknown;
}

function sealAt({ fn, action, township, input }: OwnCall, minute: number): string {
  const body = JSON.stringify(input);
  return hashParts(['own-call', fn, action, township, String(minute), body], LETTERS);
}

/**
 * The seal alone proves it: a function that works for somebody's call hands that identity on. Good in its own minute and in those
 * beside it: two instances' clocks may differ, and a call takes its time.
 */
export function isOwnCall(call: OwnCall, seal: unknown, now: Instant): boolean {
  const minute = Math.floor(now / MINUTE_MS);
  return [minute, minute - 1, minute + 1].some((each) => sealAt(call, each) === seal);
}

/** Calls an action of this deployment for one township, as the platform. Throws when it did not answer. */
export function callOwnFunction(
  fn: string,
  action: string,
  input: Readonly<Record<string, unknown>> & { readonly township: string },
): Promise<unknown> {
  const { township } = input;
  const minute = Math.floor(readClock() / MINUTE_MS);
  return callFunction(fn, { action, input, seal: sealAt({ fn, action, township, input }, minute) });
}
