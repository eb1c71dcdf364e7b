import type { PrintedFile } from '../../../miniprogram/contract/report';
import { TABLE_LABELS, type TableId } from '../../../miniprogram/contract/imports';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Input } from '../../../miniprogram/contract/wire';
import { readLastTerm } from '../../congress/changes/store';
import { ELECTED_TABLE, sayElected } from '../../congress/term/rules/elected-table';
import type { Elected } from '../../congress/term/rules/term-document';
import { backEntryFor } from '../../duty/back-entry/rules/table';
import type { Directory } from '../../registry/directory/rules/directory';
import type { Cells, TableSpec } from '../../registry/imports/rules/table';
import { listRows } from '../../registry/directory/rules/directory-rows';
import { INVITATION_TABLE, sayInvitations } from '../../registry/invitations/rules/invitation-table';
import { holdsOne } from '../../registry/invitations/grants-store';
import { readWithNames } from '../../registry/invitations/store';
import { isOfDirectory, tableOf } from '../../registry/imports/rules/tables/all-tables';
import { openPeople, readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action, Call } from '../../shared/serve';
import { handOutFile } from '../documents/hand-out';
import { sayDated } from '../documents/rules/words';
import { auditTaken } from '../lists/audit-taken';
import { toTemplate } from './rules/template';
import { importInputs } from './schemas';
import { writeTemplate } from './write-template';

type Asked = Input<'report', 'exportTable'>;

/** What stood on paper goes out as an empty table alone: what is noted stands in the lists. */
function contentOf(
  table: TableId,
  directory: Directory,
  { empty, listed, invited }: { empty: boolean; listed: readonly Elected[]; invited: Cells[] },
): { spec: TableSpec; rows: Cells[] } {
  if (table === 'invitation') return { spec: INVITATION_TABLE, rows: invited };
  if (table === 'elected')
    return { spec: ELECTED_TABLE, rows: listed.map((one) => sayElected(directory, one)) };
  if (!isOfDirectory(table)) return { spec: backEntryFor(directory), rows: [] };
  const { spec, kind, say } = tableOf(table);
  return { spec, rows: empty ? [] : listRows(directory, kind).map(({ row }) => say(directory, row)) };
}

const OF_OFFICE: readonly TableId[] = ['person', 'elected', 'invitation'];

/** What is in it, for whoever asks: what the office alone sees stays out of an administrator's. Read anew, not recalled. */
async function fill(call: Call, table: TableId, directory: Directory) {
  const { township, now } = call;
  const office = OF_OFFICE.includes(table) && (await holdsOne(call, OFFICE));
  const shown = table === 'person' && office ? openPeople(directory) : directory;
  const last = table === 'elected' && office ? await readLastTerm(township) : undefined;
  const live = table === 'invitation' && office ? await readWithNames(township) : [];
  const listed = last?.elected ?? [];
  const invited = office ? sayInvitations(directory, live, toLocalDate(now)) : [];
  return contentOf(table, shown, { empty: false, listed, invited });
}

/** Rows leave the house as lists do: their row stands in the audit before they are told. */
export const exportTable: Action<Asked, PrintedFile> = {
  write: true,
  input: importInputs.exportTable,
  async run(call, { table, ...how }) {
    const { township, now } = call;
    const directory = await readTownship(township);
    if (!directory) return refuse('not-found');
    const nothing = { empty: true, listed: [], invited: [] };
    const empty = 'empty' in how;
    const { spec, rows } = empty ? contentOf(table, directory, nothing) : await fill(call, table, directory);
    if (!empty && !(await auditTaken(call, `table ${table}`, how.reason))) return refuse('key-reused');
    const bytes = await writeTemplate(toTemplate(spec, rows, directory));
    const name = empty
      ? `${TABLE_LABELS[table]} 空表`
      : `${TABLE_LABELS[table]} ${sayDated(toLocalDate(now))}`;
    return handOutFile(township, { bytes, type: 'xlsx', name });
  },
};
