import type { PrintedFile } from '../../../miniprogram/contract/report';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { toFactRow } from '../../duty/ledger/figures-store';
import { mayReadRecord, RECORD_READERS, rowsFor } from '../../duty/record/rules/record-rights';
import { roleThatMay } from '../../registry/invitations/grants-store';
import { recallTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOut } from './hand-out';
import { readAllFacts } from './read-all-facts';
import { readTitles } from './read-titles';
import { makeDutyRecord, type RecordedFact } from './rules/duty-record';
import { reportInputs } from './schemas';

type Asked = Input<'report', 'dutyRecord'>;

/**
 * Rows and one call for each hundred activities, after admit; one more where the role that admitted the caller may not.
 * Refusals: not-found, not-allowed.
 */
async function run(call: Call, { township, year, person: asked }: Asked): Promise<Answer<PrintedFile>> {
  const known = await recallTownship(township, call.now);
  const person = asked ?? call.admitted?.person;
  const name = known?.directory.people.find(({ id }) => id === person)?.name;
  if (!known || person === undefined || name === undefined) return refuse('not-found');
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
  const rows = rowsFor(reader, person, await readAllFacts(query));
  const titles = await readTitles(township, rows);
  const facts = rows.map((row): RecordedFact => {
    const { kind, date, village, entered, source } = toFactRow(row);
    const title = titles.get(source.id);
    return {
      kind,
      date,
      entered,
      ...(row.heading !== undefined && { heading: row.heading }),
      ...(village !== undefined && { village }),
      ...(title !== undefined && { title }),
    };
  });
  return handOut(township, makeDutyRecord(known.directory, { name, year, facts, today }));
}

export const dutyRecord: Action<Asked, PrintedFile> = { write: false, input: reportInputs.dutyRecord, run };
