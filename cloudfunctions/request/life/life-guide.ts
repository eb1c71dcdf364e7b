import * as v from 'valibot';
import type { RequestListActions } from '../../../miniprogram/contract/request-lists';
import { settingsOf } from '../../registry/directory/rules/settings';
import { recallTownship } from '../../registry/store';
import { ok, refuse } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { lifeGuide as guideBy } from './rules/life-guide';

type Guide = RequestListActions['lifeGuide'];

export const lifeGuide: Action<Guide['input'], Guide['output']> = {
  write: false,
  input: v.strictObject({ township }),
  async run({ now }, asked) {
    const known = await recallTownship(asked.township, now);
    if (!known) return refuse('not-found');
    const settings = settingsOf(known.directory.settings);
    const { redoTimes, reopenDays } = settings;
    return ok({ rows: guideBy(settings), redoTimes, reopenDays });
  },
};
