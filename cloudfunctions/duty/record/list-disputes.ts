import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { readOpenDisputes } from './store';
import { toDispute } from './to-dispute';

type Listed = Output<'duty', 'listDisputes'>;

/** One read after admit. */
export const listDisputes: Action<Input<'duty', 'listDisputes'>, Listed> = {
  write: false,
  input: dutyInputs.listDisputes,
  async run(_call, { township, after }) {
    const found = await readOpenDisputes(township, LIMITS.page, after);
    const next = found.length === LIMITS.page ? found.at(-1)?.seq : undefined;
    return ok({ disputes: found.map(toDispute), ...(next !== undefined && { next }) });
  },
};
