/** What went wrong since yesterday, for whoever runs the deployment: one line a morning. */
import type { Row } from '../notice';
import { ofRoles } from '../recipients';
import { pageOf } from '../say';

export interface UnwellFacts {
  /** Events and messages that failed for good. */
  lost: number;
  /** Jobs of the minute relay that failed. */
  jobs: number;
}

function sayLost({ lost }: UnwellFacts): string {
  return lost === 0 ? '' : `有 ${String(lost)} 件消息试过多次还送不出去。`;
}

function sayJobs({ jobs }: UnwellFacts): string {
  return jobs === 0 ? '' : `定时任务里有 ${String(jobs)} 项没有做成，系统会自己再试。`;
}

export const UNWELL_NOTICE: Row<UnwellFacts> = {
  to: 'admin',
  who: (_facts, holders) => ofRoles(holders, ['admin']),
  tell: (facts) => ({
    title: '运行状况要看一下',
    words: `昨天以来，${sayLost(facts)}${sayJobs(facts)}请点开运行状况。`,
    page: pageOf('office/health/health', {}),
  }),
};
