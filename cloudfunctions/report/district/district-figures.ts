import * as v from 'valibot';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { readTotals } from './read-totals';

type Asked = Input<'report', 'districtFigures'>;
type Seen = Output<'report', 'districtFigures'>;

export const districtFigures: Action<Asked, Seen> = {
  write: false,
  input: v.strictObject({ township, of: v.exactOptional(township) }),
  async run({ now }, { of }) {
    const seen = await readTotals(of, now);
    return seen ? ok(seen) : refuse('not-found');
  },
};
