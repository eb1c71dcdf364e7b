import * as v from 'valibot';
import type { Acted } from '../../../miniprogram/contract/request';
import type { Input } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { doStep } from './do-step';
import { requestIdSchema, stepInput } from './step-schema';

type Asked = Input<'request', 'act'>;

const input: v.GenericSchema<unknown, Asked> = v.strictObject({
  township,
  request: requestIdSchema,
  step: stepInput,
});

/** What it costs: do-step.ts; and one call more where the directory is older than a minute in this instance. */
export const act: Action<Asked, Acted> = {
  write: true,
  input,
  async run(call, asked) {
    const known = await recallTownship(asked.township, call.now);
    return known ? doStep(call, known, asked.request, asked.step) : refuse('not-found');
  },
};
