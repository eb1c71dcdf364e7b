/** report: what the district sees of its townships. */
import type { DistrictView } from '../contract/district-view';
import type { PrintedFile } from '../contract/report';
import type { Result } from '../contract/result';
import { ask } from '../platform/cloud';
import { township } from '../platform/whereabouts';

/** `of`: one township; '': all of them added up. */
export function getDistrictFigures(of: string): Promise<Result<DistrictView>> {
  return ask('report', 'districtFigures', { township: township(), ...(of !== '' && { of }) });
}

export function printDistrictReport(): Promise<Result<PrintedFile>> {
  return ask('report', 'districtReport', { township: township() });
}
