import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { writeCard, writePaper } from './district-store';
import { districtInputs } from './schemas';

/** A state that is set: the last one stands, so it keeps no key. */
export const saveDistrict: Action<Input<'registry', 'saveDistrict'>, Output<'registry', 'saveDistrict'>> = {
  write: true,
  input: districtInputs.saveDistrict,
  async run({ now }, input) {
    if ('card' in input) await writeCard(input.card);
    else await writePaper(input.paper, input.mark, now);
    return ok({ saved: true });
  },
};
