/** Doing steps of a request: the same step again goes out under the same key, whatever became of the first try. */
import type { StepInput } from '../contract/request-life';
import { canRetry } from '../contract/result';
import { intend } from './keys';
import type { Pending } from './keys';
import type { Result } from '../contract/result';

type Send<T> = (request: string, step: StepInput, key: string) => Promise<Result<T>>;

export function createActor<T>(send: Send<T>): (request: string, step: StepInput) => Promise<Result<T>> {
  let pending: Pending<StepInput> | undefined;
  return async (request, step) => {
    pending = intend(pending, JSON.stringify([request, step]), () => step);
    const result = await send(request, pending.input, pending.key);
    if (result.ok || !canRetry(result.code)) pending = undefined;
    return result;
  };
}
