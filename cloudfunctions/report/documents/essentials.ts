import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handOut } from './hand-out';
import { ESSENTIALS, makeEssentials } from './rules/essentials';
import { reportInputs } from './schemas';

/** No call after admit. */
export const essentials: Action<Input<'report', 'essentials'>, Output<'report', 'essentials'>> = {
  write: false,
  input: reportInputs.essentials,
  run: () => Promise.resolve(ok({ parts: ESSENTIALS })),
};

export const essentialsSheet: Action<Input<'report', 'essentialsSheet'>, PrintedFile> = {
  write: false,
  input: reportInputs.essentialsSheet,
  async run(call, { township }) {
    const known = await recallTownship(township, call.now);
    if (!known) return refuse('not-found');
    return handOut(township, makeEssentials(known.directory, toLocalDate(call.now)));
  },
};
