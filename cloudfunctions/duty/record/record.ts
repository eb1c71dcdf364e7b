import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { LIMITS } from '../../../miniprogram/contract/limits';
import { roleThatMay } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { ok, refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { listFigure, toShownRow } from '../ledger/figures-store';
import { dutyInputs } from '../schemas';
import { mayReadRecord, RECORD_READERS, rowsFor } from './rules/record-rights';
import { readDisputesAbout } from './store';
import { toDispute } from './to-dispute';

type Asked = Input<'duty', 'record'>;
type Shown = Output<'duty', 'record'>;

/**
 * Two reads after admit: a page of the year's rows, and what was doubted among them; one more where the role that
 * admitted the caller may not.
 */
async function run(call: Call, { township, year, person: asked, after }: Asked): Promise<Answer<Shown>> {
  const known = await recallTownship(township, call.now);
  const person = asked ?? call.admitted?.person;
  if (!known || person === undefined) return refuse('not-found');
  const name = known.directory.people.find(({ id }) => id === person)?.name;
  if (name === undefined) return refuse('not-found');
  const today = toLocalDate(call.now);
  const reader = await roleThatMay(call, RECORD_READERS, (role) =>
    mayReadRecord(role, person, known.directory, today),
  );
  if (!reader) return refuse('not-allowed');
  const query = {
    township,
    of: 'all' as const,
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    by: { dimension: 'person' as const, value: person },
  };
  const { rows, next } = await listFigure(query, LIMITS.page, after);
  const shown = rowsFor(reader, person, rows);
  const disputes = await readDisputesAbout(
    township,
    person,
    shown.map(({ _id }) => _id),
  );
  return ok({
    person,
    name,
    rows: shown.map((row) => ({
      ...toShownRow(row),
      ...(row.heading !== undefined && { heading: row.heading }),
    })),
    disputes: disputes.map(toDispute),
    ...(next !== undefined && { next }),
  });
}

export const record: Action<Asked, Shown> = { write: false, input: dutyInputs.record, run };
