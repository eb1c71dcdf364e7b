import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { mayAskAll } from './fact-rights';
import { listFigure, toShownRow } from './figures-store';

type Asked = Input<'duty', 'facts'>;
type Listed = Output<'duty', 'facts'>;

/** One read after admit, one more where the role that admitted them may not. Refusals: not-allowed, bad-input. */
async function run(call: Call, { after, ...query }: Asked): Promise<Answer<Listed>> {
  if (!(await mayAskAll(call, [query]))) return refuse('not-allowed');
  if (query.from > query.to) return refuse('bad-input', { field: 'from' });
  const { rows, next } = await listFigure(query, LIMITS.page, after);
  return ok({ facts: rows.map(toShownRow), ...(next !== undefined && { next }) });
}

export const facts: Action<Asked, Listed> = { write: false, input: dutyInputs.facts, run };
