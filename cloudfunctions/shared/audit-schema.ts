/** What narrows the audit: asked of its page and of its export. */
import * as v from 'valibot';
import type { AuditFilter } from '../../miniprogram/contract/audit';
import { localDate } from './schemas';

export const auditFilter: v.GenericSchema<unknown, AuditFilter> = v.strictObject({
  by: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z0-9]{1,40}$/))),
  act: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z]{1,20}\.[A-Za-z-]{1,30}$/))),
  day: v.exactOptional(localDate),
});
