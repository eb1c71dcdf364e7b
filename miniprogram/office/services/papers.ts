/** Documents that the office prints of one activity. */
import type { ReportActions } from '../../contract/report';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

type Asked = ReportActions['activityPaper']['input'];

export function printActivityPaper(
  activity: string,
  paper: Asked['paper'],
): Promise<Result<ReportActions['activityPaper']['output']>> {
  return ask('report', 'activityPaper', { township: township(), activity, paper });
}
