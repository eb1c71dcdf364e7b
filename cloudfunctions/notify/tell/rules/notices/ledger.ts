/** The nightly recount found that the ledger does not say what its sources say. */
import type { Row } from '../notice';
import { ofRoles } from '../recipients';
import { pageOf } from '../say';

interface LedgerFacts {
  /** How many sources do not agree with their rows. */
  sources: number;
}

export const LEDGER_NOTICE: Row<LedgerFacts> = {
  to: 'admin',
  who: (_facts, holders) => ofRoles(holders, ['admin']),
  tell: ({ sources }) => ({
    title: '台账和来源对不上',
    words: `昨夜重数台账，有 ${String(sources)} 件来源和台账上的记录对不上，报告里的数字可能不准。请点开运行状况，把「台账与来源」一行告诉维护的人。`,
    page: pageOf('office/health/health', {}),
  }),
};
