import * as v from 'valibot';
import type { AuditFilter } from '../../../miniprogram/contract/audit';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Input, Output } from '../../../miniprogram/contract/wire';
import { ok } from '../../shared/errors';
import { auditFilter } from '../../shared/audit-schema';
import { afterSeq, township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { readCards } from '../../notify/audit/cards-store';
import { AUDIT_KINDS } from '../../notify/audit/rules/audit-words';

const NOTHING: AuditFilter = {};
/** Half of a list's page: beside each row the request and the grant that it names are read. */
const PAGE = LIMITS.page / 2;

/** At most five calls after admit. */
export const audit: Action<Input<'overview', 'audit'>, Output<'overview', 'audit'>> = {
  write: false,
  input: v.strictObject({ township, filter: v.exactOptional(auditFilter), after: v.exactOptional(afterSeq) }),
  async run(call, { filter = NOTHING, after: last }) {
    const { cards, next } = await readCards(call, filter, {
      limit: PAGE,
      ...(last !== undefined && { after: last }),
    });
    return ok({
      rows: cards,
      ...(next !== undefined && { next }),
      ...(last === undefined && { kinds: AUDIT_KINDS }),
    });
  },
};
