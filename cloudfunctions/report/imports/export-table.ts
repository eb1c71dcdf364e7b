import type { PrintedFile } from '../../../miniprogram/contract/report';
import { TABLE_LABELS, type TableId } from '../../../miniprogram/contract/imports';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { Input } from '../../../miniprogram/contract/wire';
import { readLastTerm } from '../../congress/changes/store';
import { ELECTED_TABLE, sayElected } from '../../congress/term/rules/elected-table';
import type { Elected } from '../../congress/term/rules/term-document';
import { BACK_ENTRY } from '../../duty/back-entry/rules/table';
import type { Directory } from '../../registry/directory/rules/directory';
import type { Cells, TableSpec } from '../../registry/imports/rules/table';
import { listRows } from '../../registry/directory/rules/directory-rows';
import { INVITATION_TABLE, sayInvitations } from '../../registry/invitations/rules/invitation-table';
import { readWithNames } from '../../registry/invitations/store';
import { isOfDirectory, tableOf } from '../../registry/imports/rules/tables/all-tables';
import { openPeople, readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handOutFile } from '../documents/hand-out';
import { sayDated } from '../documents/rules/words';
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
  if (!isOfDirectory(table)) return { spec: BACK_ENTRY, rows: [] };
  const { spec, kind, say } = tableOf(table);
  return { spec, rows: empty ? [] : listRows(directory, kind).map(({ row }) => say(directory, row)) };
}

/** Read anew, not recalled: what was saved a moment ago is in it. */
export const exportTable: Action<Asked, PrintedFile> = {
  write: false,
  input: importInputs.exportTable,
  async run(call, { table, empty }) {
    const { township, now } = call;
    const directory = await readTownship(township);
    if (!directory) return refuse('not-found');
    const opens = table === 'person' && (await call.admit(OFFICE)).ok;
    const shown = opens ? openPeople(directory) : directory;
    const office = table === 'elected' && empty !== true && (await call.admit(OFFICE)).ok;
    const last = office ? await readLastTerm(township) : undefined;
    const invites = table === 'invitation' && empty !== true && (await call.admit(OFFICE)).ok;
    const live = invites ? await readWithNames(township) : [];
    const invited = invites ? sayInvitations(directory, live, toLocalDate(now)) : [];
    const listed = last?.elected ?? [];
    const { spec, rows } = contentOf(table, shown, { empty: empty === true, listed, invited });
    const bytes = await writeTemplate(toTemplate(spec, rows, directory));
    const name = empty
      ? `${TABLE_LABELS[table]} 空表`
      : `${TABLE_LABELS[table]} ${sayDated(toLocalDate(now))}`;
    return handOutFile(township, { bytes, type: 'xlsx', name });
  },
};
