/** The way to the server: one typed call, a bounded number of retries, every failure a value. */
import { ERROR_CODES } from '../contract/errors';
import type { ActionName, Answer, FunctionName, Input, Output, WireEvent } from '../contract/wire';
import { DEPLOYMENT } from './deployment';
import type { Failure, Result } from '../contract/result';

/** An answer later than this counts as none (ms); the same key makes asking again harmless. */
const ANSWER_MS = 15_000;
/** Tries of one call, the first included. */
const TRIES = 3;
/** Pause before the second try (ms); doubled each time, and up to half of it added at random. */
const PAUSE_MS = 400;
const CODES: ReadonlySet<string> = new Set(Object.keys(ERROR_CODES));
const NETWORK_WORDS = /request:fail|network|timeout|timed out|failed to fetch|err_|offline|disconnect|abort/i;

export function startCloud(): void {
  wx.cloud.init(DEPLOYMENT.environment ? { env: DEPLOYMENT.environment } : {});
}

/** Calls that change nothing. */
export function ask<F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  input: Input<F, A>,
): Promise<Result<Output<F, A>>> {
  return send<Output<F, A>>(name, { action, input });
}

/**
 * Calls that write, under the key of their intention: a retry can never do the thing twice. The relay is told
 * that there is something to ship; nobody waits for it, and its timer comes anyway. `tried`: it was sent before, and
 * may have arrived.
 */
export async function write<F extends FunctionName, A extends ActionName<F>>(
  name: F,
  action: A,
  input: Input<F, A>,
  key: string,
  tried = false,
): Promise<Result<Output<F, A>>> {
  const event: WireEvent = { action, input, key };
  const result = await send<Output<F, A>>(name, tried ? { ...event, again: true } : event);
  const { township } = input as { township?: string };
  if (result.ok && township !== undefined)
    void tryOnce('notify', { action: 'kick', input: { township, after: name } });
  return result;
}

async function send<T>(name: FunctionName, event: WireEvent): Promise<Result<T>> {
  for (let tried = 1; ; tried += 1) {
    const again = tried > 1 && event.key !== undefined;
    const result = await tryOnce<T>(name, again ? { ...event, again } : event);
    const worthRetrying = !result.ok && (result.code === 'offline' || result.code === 'busy');
    if (!worthRetrying || tried === TRIES) return result;
    const pause = PAUSE_MS * 2 ** (tried - 1);
    await wait(pause + Math.random() * (pause / 2));
  }
}

async function tryOnce<T>(name: FunctionName, event: WireEvent): Promise<Result<T>> {
  try {
    const called = wx.cloud.callFunction({ name, data: event });
    const { result } = await Promise.race([called, late()]);
    return readAnswer<T>(result);
  } catch (problem) {
    return { ok: false, code: isNetwork(problem) ? 'offline' : 'busy' };
  }
}

/** What is not one of the contract's answers is a fault of the server, never shown as it came. */
function readAnswer<T>(result: unknown): Result<T> {
  const answer = result as Answer<T> | null | undefined;
  if (answer?.ok === true) return answer;
  if (answer?.ok !== false) return { ok: false, code: 'internal' };
  const code: Failure['code'] = CODES.has(answer.code) ? answer.code : 'internal';
  return answer.details ? { ok: false, code, details: answer.details } : { ok: false, code };
}

function isNetwork(problem: unknown): boolean {
  const { errMsg = '', message = '' } = problem as { errMsg?: string; message?: string };
  return NETWORK_WORDS.test(`${errMsg} ${message}`);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

async function late(): Promise<never> {
  await wait(ANSWER_MS);
  throw new Error('timed out');
}
