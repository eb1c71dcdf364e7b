import type { Input, Output } from '../../../miniprogram/contract/wire';
import { actOnce, findAct, markOf } from '../../shared/act';
import type { Action } from '../../shared/serve';
import { readDistrict, recordDistrictAct, writeCard, writePaper } from './district-store';
import { districtInputs } from './schemas';

/** One read, one call for the audit, one or two for the change. */
export const saveDistrict: Action<Input<'registry', 'saveDistrict'>, Output<'registry', 'saveDistrict'>> = {
  write: true,
  input: districtInputs.saveDistrict,
  run(call, input) {
    const answer = { saved: true } as const;
    return actOnce(call, {
      read: readDistrict,
      seen(district) {
        const act = findAct(call, district?.acts);
        return act && { hash: act.h, answer };
      },
      decide: () => ({
        answer,
        async write() {
          const [act, of] = 'card' in input ? ['save-card', 'card'] : ['save-paper', input.paper];
          await recordDistrictAct(call, act, of);
          if ('card' in input) await writeCard(input.card, markOf(call));
          else await writePaper(input.paper, input.mark, call.now, markOf(call));
          return true;
        },
      }),
    });
  },
};
