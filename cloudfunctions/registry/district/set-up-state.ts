import type { SetUpView } from '../../../miniprogram/contract/district';
import type { Input } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import { knowsHolidays } from '../../shared/holidays';
import type { Action } from '../../shared/serve';
import { hadOffice } from '../invitations/grants-store';
import { readTownship } from '../store';
import { readDistrict } from './district-store';
import { listSteps, proposeFallbacks } from './rules/set-up-lines';
import { districtInputs } from './schemas';

export const setUpState: Action<Input<'registry', 'setUpState'>, SetUpView> = {
  write: false,
  input: districtInputs.setUpState,
  async run({ township, now }) {
    const [directory, district, office] = await Promise.all([
      readTownship(township),
      readDistrict(),
      hadOffice(township),
    ]);
    if (!directory) return refuse('not-found');
    const today = toLocalDate(now);
    const around = { today, district: district?.card !== undefined, office, knowsYear: knowsHolidays };
    const papers = Object.entries(district?.papers ?? {}).map(([paper, { state, words }]) => [
      paper,
      { state, words },
    ]);
    return ok({
      ...(directory.closed && { closed: directory.closed }),
      ...(district?.card && { card: district.card }),
      steps: listSteps(directory, around),
      papers: Object.fromEntries(papers) as SetUpView['papers'],
      fallbacks: proposeFallbacks(directory),
    });
  },
};
