import type { Instant } from '../../../miniprogram/contract/wire';
import { recallTownship } from '../../registry/store';
import type { Directory } from '../../registry/directory/rules/directory';
import { readRosters } from '../../reception/roster/store';
import type { RosterDocument } from '../../reception/roster/rules/roster-document';

export interface YearRead {
  directory: Directory;
  /** Absent: nothing was proposed for that year yet. */
  roster: RosterDocument | undefined;
}

/** One call, two where the directory is older than a minute in this instance; undefined: no such township. */
export async function readYear(township: string, year: number, now: Instant): Promise<YearRead | undefined> {
  const [known, [roster]] = await Promise.all([recallTownship(township, now), readRosters(township, [year])]);
  return known && { directory: known.directory, roster };
}
