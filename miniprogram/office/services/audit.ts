import type { AuditActions, AuditFilter } from '../../contract/audit';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

export function listAudit(
  filter: AuditFilter,
  after?: string,
): Promise<Result<AuditActions['audit']['output']>> {
  return ask('overview', 'audit', { township: township(), filter, ...(after !== undefined && { after }) });
}
