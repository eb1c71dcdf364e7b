/** 应知应会, to read and to print. */
import type { ReportActions } from '../../contract/report';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

export function getEssentials(): Promise<Result<ReportActions['essentials']['output']>> {
  return ask('report', 'essentials', { township: township() });
}

export function printEssentials(): Promise<Result<ReportActions['essentialsSheet']['output']>> {
  return ask('report', 'essentialsSheet', { township: township() });
}
