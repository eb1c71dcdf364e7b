import { isOwnKind, kindRow } from '../../../miniprogram/contract/activity-kinds';
import { DUTY_LIMITS } from '../../../miniprogram/contract/duty';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { daysBetween } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { dutyInputs } from '../schemas';
import { mayAskAll } from './fact-rights';
import { countFigure } from './figures-store';

type Asked = Input<'duty', 'figures'>;
type Counted = Output<'duty', 'figures'>;

/**
 * One call for each query, after admit; one more where another role of the same person counts. Refusals: not-allowed,
 * bad-input (a span the wrong way round).
 */
async function run(call: Call, { township, queries }: Asked): Promise<Answer<Counted>> {
  if (!(await mayAskAll(call, queries))) return refuse('not-allowed');
  const odd = queries.some(({ from, to }) => from > to || daysBetween(from, to) > DUTY_LIMITS.spanDays);
  if (odd) return refuse('bad-input', { field: 'queries' });
  const own = queries.some(({ of }) => isOwnKind(of)) ? await recallTownship(township, call.now) : undefined;
  const unitOfOwn = (of: string) => (isOwnKind(of) ? kindRow(of, own?.directory.ownKinds)?.unit : undefined);
  const counts = await Promise.all(
    queries.map((query) => countFigure({ township, ...query }, unitOfOwn(query.of))),
  );
  return ok({ counts });
}

export const figures: Action<Asked, Counted> = { write: false, input: dutyInputs.figures, run };
