/** Which of the office's lists of requests, and what narrows it: asked of the lists and of their export. */
import * as v from 'valibot';
import { STATES } from '../../miniprogram/contract/labels';
import type { OfficeQueue, RequestFilter } from '../../miniprogram/contract/request-lists';
import type { RequestState } from '../../miniprogram/contract/request-life';
import { id } from './schemas';

export const officeQueue = v.picklist([
  'to-route',
  'to-review',
  'late',
  'overdue',
  'deliveries',
  'to-tell',
  'call-backs',
  'promises',
  'extensions',
  'rulings',
  'escalated',
  'key',
  'dispatches',
  'all',
] satisfies OfficeQueue[]);

export const requestFilter: v.GenericSchema<unknown, RequestFilter> = v.strictObject({
  state: v.exactOptional(v.picklist(Object.keys(STATES) as RequestState[])),
  closed: v.exactOptional(v.literal(true)),
  group: v.exactOptional(id),
  unit: v.exactOptional(id),
  category: v.exactOptional(id),
  village: v.exactOptional(id),
});
