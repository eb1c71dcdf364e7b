/** A file that lies in the caller's own folder becomes a plan: read as a stream, compared, written down in slices. */
import { electedIds, readLastTerm } from '../../congress/changes/store';
import { ELECTED_TABLE, planElected } from '../../congress/term/rules/elected-table';
import { readKnownKeys } from '../../duty/back-entry/known-store';
import { planBackEntry, spanOf } from '../../duty/back-entry/rules/plan';
import { backEntryFor } from '../../duty/back-entry/rules/table';
import { OFFICE } from '../../../miniprogram/contract/roles';
import type { ImportSummary, TableId } from '../../../miniprogram/contract/imports';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input } from '../../../miniprogram/contract/wire';
import { ownFolder } from '../../registry/directory/rules/own-folder';
import { readRow } from '../../registry/directory/rules/directory-rows';
import type { TagOf } from '../../registry/directory/rules/edit-directory';
import type { Directory } from '../../registry/directory/rules/directory';
import { planTable } from '../../registry/imports/rules/directory-table';
import { countMarks, cutInSlices, SLICE, type Plan } from '../../registry/imports/rules/plan';
import { MOST_FAULTS, readRows } from '../../registry/imports/rules/table';
import { isOfDirectory, tableOf } from '../../registry/imports/rules/tables/all-tables';
import { keepImport, readImport, type Import } from '../../registry/imports/store';
import { INVITATION_TABLE, planInvitations } from '../../registry/invitations/rules/invitation-table';
import { mayEdit } from '../../registry/invitations/grants-store';
import { readWithNames } from '../../registry/invitations/store';
import { openPeople, readTownship, tagOf } from '../../registry/store';
import { toLocalDate } from '../../shared/china-time';
import { hashParts } from '../../shared/cipher';
import { ok, refuse } from '../../shared/errors';
import { liesIn } from '../../media/intake/rules/kept-files';
import { fetchFile } from '../../shared/files';
import type { Action, Call } from '../../shared/serve';
import { readFirstSheet } from './read-sheet';
import { dayOfSerial } from './rules/serial';
import { importInputs } from './schemas';
import { summarize } from './summarize';

type Asked = Input<'report', 'planImport'>;

/** Lines of a back-entry that one act notes, each a document of its own. */
const PAPER_SLICE = 20;

function sliceOf(table: TableId): number {
  if (table === 'elected') return LIMITS.electedRows;
  if (!isOfDirectory(table)) return PAPER_SLICE;
  return tableOf(table).whole ? LIMITS.bookEdits : SLICE;
}

/** Whoever may edit those rows by hand; what stood on paper is the office's alone. */
async function mayPlan(call: Call, table: TableId): Promise<boolean> {
  return isOfDirectory(table) ? mayEdit(call, tableOf(table).kind) : (await call.admit(OFFICE)).ok;
}

async function compare(
  directory: Directory,
  { table, township }: Asked,
  bytes: Buffer,
  call: Call,
): Promise<Answer<Plan<unknown>>> {
  const sheet = readFirstSheet(bytes, () => performance.now());
  if (!sheet.ok) return refuse('file-unreadable', { why: sheet.why });
  if (table === 'elected') {
    const last = await readLastTerm(township);
    if (last?.state !== 'preparing') return refuse('wrong-state', { state: last?.state ?? 'dropped' });
    const rows = readRows(ELECTED_TABLE, sheet.lines, dayOfSerial);
    return ok(planElected(rows, directory, electedIds(township, last.term)));
  }
  if (table === 'invitation') {
    const rows = readRows(INVITATION_TABLE, sheet.lines, dayOfSerial);
    const live = await readWithNames(township);
    return ok(planInvitations(rows, directory, live, toLocalDate(call.now)));
  }
  if (!isOfDirectory(table)) {
    const paper = readRows(backEntryFor(directory), sheet.lines, dayOfSerial);
    const span = spanOf(paper);
    const known = span ? await readKnownKeys(township, span) : new Set<string>();
    return ok(planBackEntry(paper, directory, toLocalDate(call.now), known));
  }
  const definition = tableOf(table);
  const rows = readRows(definition.spec, sheet.lines, dayOfSerial);
  // Compared with what the file says, a profile is open; the tag is of the row as it lies there.
  const tagOfStored: TagOf = (kind, id) => tagOf(kind, id, readRow(directory, kind, id));
  const context = { today: toLocalDate(call.now), tagOf: tagOfStored };
  return ok(planTable(definition, openPeople(directory), rows, context));
}

async function run(call: Call, asked: Asked): Promise<Answer<ImportSummary>> {
  const { township, account, key, now, bodyHash } = call;
  const id = `${township}~${hashParts(['import', township, account, key], 20)}`;
  const before = await readImport(township, id);
  if (before) return before.hash === bodyHash ? ok(summarize(before, [])) : refuse('key-reused');
  if (!liesIn(asked.file, ownFolder(township, account))) return refuse('not-your-file');
  const { table } = asked;
  if (!(await mayPlan(call, table))) return refuse('not-allowed');
  const [directory, bytes] = await Promise.all([
    readTownship(township),
    fetchFile(asked.file, LIMITS.tableBytes),
  ]);
  if (!directory) return refuse('not-found');
  if (!bytes) return refuse('file-unreadable', { why: 'broken' });
  const planned = await compare(directory, asked, bytes, call);
  if (!planned.ok) return planned;
  const { faults, lines, same } = planned.data;
  const slices = faults.length > 0 ? [] : cutInSlices<unknown>(lines, sliceOf(table));
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
