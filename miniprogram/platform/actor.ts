/** Doing steps of a request or a suggestion: the same step again goes out under the same key, whatever became of the first try. */
import { canRetry } from '../contract/result';
import { intend } from './keys';
import type { Pending } from './keys';
import type { Result } from '../contract/result';

type Send<S, T> = (id: string, step: S, key: string) => Promise<Result<T>>;

export function createActor<S, T>(send: Send<S, T>): (id: string, step: S) => Promise<Result<T>> {
  let pending: Pending<S> | undefined;
  return async (id, step) => {
    pending = intend(pending, JSON.stringify([id, step]), () => step);
    const result = await send(id, pending.input, pending.key);
    if (result.ok || !canRetry(result.code)) pending = undefined;
    return result;
  };
}
