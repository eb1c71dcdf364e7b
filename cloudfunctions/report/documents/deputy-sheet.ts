import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Input } from '../../../miniprogram/contract/wire';
import { openProfile, readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handOut } from './hand-out';
import { makeDeputyRoster, makeDeputyStructure } from './rules/deputy-sheets';
import { reportInputs } from './schemas';

/** Read anew, not recalled: what was saved a moment ago is in it. One call. */
export const deputySheet: Action<Input<'report', 'deputySheet'>, PrintedFile> = {
  write: false,
  input: reportInputs.deputySheet,
  async run({ township, now }, { paper }) {
    const directory = await readTownship(township);
    if (!directory) return refuse('not-found');
    const profiles = new Map(directory.people.map(({ id, profile }) => [id, openProfile(profile)]));
    const about = { profiles, today: toLocalDate(now) };
    const make = paper === 'roster' ? makeDeputyRoster : makeDeputyStructure;
    return handOut(township, make(directory, about));
  },
};
