/** A file that lies in the caller's own folder becomes a plan: read as a stream, compared, written down in slices. */
import type { ImportSummary } from '../../../miniprogram/contract/imports';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import type { Directory } from '../../registry/directory/rules/directory';
import { planTable, type DirectoryBody } from '../../registry/imports/rules/directory-table';
import { countMarks, cutInSlices, SLICE, type Plan } from '../../registry/imports/rules/plan';
import { MOST_FAULTS, readRows } from '../../registry/imports/rules/table';
import { tableOf } from '../../registry/imports/rules/tables/all-tables';
import { keepImport, readImport, type Import } from '../../registry/imports/store';
import { mayEdit } from '../../registry/invitations/store';
import { readTownship, tagOf } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { isOwnFile } from '../../request/submit/rules/own-files';
import { fetchFile } from '../../shared/files';
import type { Action, Call } from '../../shared/serve';
import { readFirstSheet } from './read-sheet';
import { dayOfSerial } from './rules/serial';
import { importInputs } from './schemas';
import { summarize } from './summarize';

type Asked = Input<'report', 'planImport'>;

function compare(
  directory: Directory,
  { table }: Asked,
  bytes: Buffer,
  call: Call,
): Answer<Plan<DirectoryBody>> {
  const sheet = readFirstSheet(bytes, () => performance.now());
  if (!sheet.ok) return refuse('file-unreadable', { why: sheet.why });
  const definition = tableOf(table);
  const rows = readRows(definition.spec, sheet.lines, dayOfSerial);
  return ok(planTable(definition, directory, rows, { today: toLocalDate(call.now), tagOf }));
}

async function run(call: Call, asked: Asked): Promise<Answer<ImportSummary>> {
  const { township, account, key, now, bodyHash } = call;
  const id = `${township}~${hashParts(['import', township, account, key], 20)}`;
  const before = await readImport(township, id);
  if (before) return before.hash === bodyHash ? ok(summarize(before, [])) : refuse('key-reused');
  if (!isOwnFile(asked.file, ownFolder(township, account))) return refuse('not-your-file');
  const definition = tableOf(asked.table);
  if (!(await mayEdit(call, definition.kind))) return refuse('not-allowed');
  const [directory, bytes] = await Promise.all([
    readTownship(township),
    fetchFile(asked.file, LIMITS.tableBytes),
  ]);
  if (!directory) return refuse('not-found');
  if (!bytes) return refuse('file-unreadable', { why: 'broken' });
  const planned = compare(directory, asked, bytes, call);
  if (!planned.ok) return planned;
  const { faults, lines, same } = planned.data;
  const slices = faults.length > 0 ? [] : cutInSlices(lines, definition.whole ? LIMITS.bookEdits : SLICE);
  const head: Import = {
    _id: id,
    township,
    rev: 1,
    table: asked.table,
    by: account,
    at: now,
    hash: bodyHash,
    reason: asked.reason,
    lines: lines.length + same,
    counts: countMarks(planned.data),
    faults: faults.slice(0, MOST_FAULTS),
    slices: slices.length,
  };
  await keepImport(head, slices);
  return ok(summarize(head, []));
}

export const planImport: Action<Asked, ImportSummary> = { write: true, input: importInputs.planImport, run };
