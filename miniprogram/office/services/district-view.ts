/** report: what the district sees of its townships. */
import type { DistrictView } from '../../contract/district-view';
import type { PrintedFile } from '../../contract/report';
import type { Result } from '../../contract/result';
import type { DeputyCard } from '../../contract/registry';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';
import { readPlaces } from '../../services/registry';

/** `of`: one township; '': all of them added up. */
export function getDistrictFigures(of: string): Promise<Result<DistrictView>> {
  return ask('report', 'districtFigures', { township: township(), ...(of !== '' && { of }) });
}

/** Deputies of the district in one of its townships, by name. */
export async function listDistrictDeputies(of: string): Promise<Result<readonly DeputyCard[]>> {
  const found = await readPlaces(of);
  if (!found.ok) return found;
  return { ok: true, data: found.data.deputies.filter(({ level }) => level === 'district') };
}

/** 履职档案 of one of them: nothing of voters in it. */
export function printDistrictRecord(of: string, person: string, year: number): Promise<Result<PrintedFile>> {
  return ask('report', 'districtRecord', { township: township(), of, person, year });
}

export function printDistrictReport(): Promise<Result<PrintedFile>> {
  return ask('report', 'districtReport', { township: township() });
}
