import type { Input, Output } from '../../../miniprogram/contract/wire';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { suggestionGuideOf } from './rules/guide';
import { guideInput } from './schemas';

type Guide = Output<'congress', 'suggestionGuide'>;

export const suggestionGuide: Action<Input<'congress', 'suggestionGuide'>, Guide> = {
  write: false,
  input: guideInput,
  async run({ now }, { township }) {
    const known = await recallTownship(township, now);
    if (!known) return refuse('not-found');
    const settings = settingsOf(known.directory.settings);
    const { suggestionMonths: months, suggestionLongMonths: longMonths } = settings;
    return ok({ rows: suggestionGuideOf(settings), months, longMonths });
  },
};
