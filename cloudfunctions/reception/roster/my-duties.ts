import type { Input, Output } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { tellParts } from '../../shared/cut-lists';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { rosterInputs } from './schemas';
import { toMyDuties } from './rules/my-duties';
import { readRosters } from './store';

/** One read: this year's roster and the next one's, which may be drawn up already. */
export const myDuties: Action<Input<'reception', 'myDuties'>, Output<'reception', 'myDuties'>> = {
  write: false,
  input: rosterInputs.myDuties,
  async run({ township, now, admitted }, asked) {
    const today = toLocalDate(now);
    const year = Number(today.slice(0, 4));
    const [office, rosters] = await Promise.all([
      recallTownship(township, now),
      readRosters(township, [year, year + 1]),
    ]);
    if (!office || admitted?.person === undefined) return refuse('not-allowed');
    return tellParts(toMyDuties(rosters, office.directory, admitted.person, today), {}, asked);
  },
};
