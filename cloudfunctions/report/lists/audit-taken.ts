import type { ExportReason } from '../../../miniprogram/contract/list-export';
import { auditOnce } from '../../notify/audit/store';
import { toLocalDate } from '../../shared/china-time';
import type { Call } from '../../shared/serve';

/**
 * That a list or a table leaves the house stands in the audit before it is told: under one key one row a day, since what
 * it holds on another day is another list. False: the key came before with another body.
 */
export function auditTaken(call: Call, of: string, reason: ExportReason): Promise<boolean> {
  const { township, now } = call;
  const document = { township, _id: `${township}~lists~${toLocalDate(now)}` };
  return auditOnce('lists', document, { act: 'export', of, from: '', to: reason }, call);
}
