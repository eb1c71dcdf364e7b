import type { PrintedFile } from '../../../miniprogram/contract/report';
import { TABLE_LABELS } from '../../../miniprogram/contract/imports';
import type { Input } from '../../../miniprogram/contract/wire';
import { listRows } from '../../registry/directory/rules/directory-rows';
import { tableOf } from '../../registry/imports/rules/tables/all-tables';
import { readTownship } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { refuse } from '../../shared/errors';
import type { Action } from '../../shared/serve';
import { handOutFile } from '../documents/hand-out';
import { toTemplate } from './rules/template';
import { importInputs } from './schemas';
import { writeTemplate } from './write-template';

type Asked = Input<'report', 'exportTable'>;

/** Read anew, not recalled: what was saved a moment ago is in it. */
export const exportTable: Action<Asked, PrintedFile> = {
  write: false,
  input: importInputs.exportTable,
  async run({ township, now }, { table, empty }) {
    const directory = await readTownship(township);
    if (!directory) return refuse('not-found');
    const definition = tableOf(table);
    const rows = empty
      ? []
      : listRows(directory, definition.kind).map(({ row }) => definition.say(directory, row));
    const bytes = await writeTemplate(toTemplate(definition.spec, rows, directory));
    const name = empty ? `${TABLE_LABELS[table]} 空表` : `${TABLE_LABELS[table]} ${toLocalDate(now)}`;
    return handOutFile(township, { bytes, type: 'xlsx', name });
  },
};
