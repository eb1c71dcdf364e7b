import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { recordDistrictAct, writeCard, writePaper } from './district-store';
import { districtInputs } from './schemas';

/** A state that is set: the last one stands, so it keeps no key. One call for the audit, one or two for the change. */
export const saveDistrict: Action<Input<'registry', 'saveDistrict'>, Output<'registry', 'saveDistrict'>> = {
  write: true,
  input: districtInputs.saveDistrict,
  async run(call, input) {
    await recordDistrictAct(
      call,
      'card' in input ? 'save-card' : 'save-paper',
      'card' in input ? 'card' : input.paper,
    );
    if ('card' in input) await writeCard(input.card);
    else await writePaper(input.paper, input.mark, call.now);
    return ok({ saved: true });
  },
};
