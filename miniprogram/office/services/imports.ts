/** Tables as files: out, in as a plan, and the plan committed slice by slice. */
import type { ImportSummary, TableId } from '../../contract/imports';
import type { ExportReason } from '../../contract/list-export';
import type { PrintedFile } from '../../contract/report';
import type { Result } from '../../contract/result';
import type { Output } from '../../contract/wire';
import { ask, write } from '../../platform/cloud';
import { sendFile } from '../../platform/files';
import { newKey } from '../../platform/keys';
import { township } from '../../platform/whereabouts';
import { whoAmI } from '../../services/registry';

/** A form to fill in. */
export function takeForm(table: TableId): Promise<Result<PrintedFile>> {
  return write('report', 'exportTable', { township: township(), table, empty: true }, newKey());
}

/** What stands there leaves the house: why is kept. */
export function exportTable(table: TableId, reason: ExportReason, key: string): Promise<Result<PrintedFile>> {
  return write('report', 'exportTable', { township: township(), table, reason }, key);
}

/** Of what this account issued itself and nobody claimed yet. */
export function printChosenSlips(invitations: readonly string[]): Promise<Result<PrintedFile>> {
  return ask('report', 'invitationSlips', { township: township(), invitations });
}

export function printSlips(id: string): Promise<Result<PrintedFile>> {
  return ask('report', 'invitationSlips', { township: township(), import: id });
}

/** Sends the file into the caller's own folder and has it read; nothing is changed yet. The same key is the same plan. */
export async function planImport(
  table: TableId,
  path: string,
  { key, reason, onPercent }: { key: string; reason: string; onPercent: (percent: number) => void },
): Promise<Result<ImportSummary>> {
  const who = await whoAmI();
  if (!who.ok) return who;
  const sent = await sendFile(path, `${who.data.folder}/import-${key}/table.xlsx`, onPercent);
  if (!sent.ok) return sent;
  return write('report', 'planImport', { township: township(), table, file: sent.data, reason }, key);
}

export function readImport(id: string, slice: number): Promise<Result<Output<'report', 'readImport'>>> {
  return ask('report', 'readImport', { township: township(), import: id, slice });
}

export function listImports(): Promise<Result<Output<'report', 'listImports'>>> {
  return ask('report', 'listImports', { township: township() });
}

function commitSlice(
  table: TableId,
  input: { township: string; import: string; slice: number },
  key: string,
): Promise<Result<{ done: number; slices: number }>> {
  if (table === 'activity') return write('duty', 'commitBackEntry', input, key);
  if (table === 'elected') return write('congress', 'commitElected', input, key);
  return write('registry', 'commitImport', input, key);
}

type Progress = (done: number, slices: number) => void;

/**
 * One slice after the other from where it stands; the key of each follows from the import, so that a phone that was
 * closed in between, or another clerk's, goes on with the same acts.
 */
export async function commitImport(
  { import: id, table, done, slices }: ImportSummary,
  onDone: Progress,
): Promise<Result<true>> {
  for (let slice = done; slice < slices; slice += 1) {
    const input = { township: township(), import: id, slice };
    const key = `commit-${id.slice(-20)}-${String(slice)}`;
    const result = await commitSlice(table, input, key);
    if (!result.ok) return result;
    onDone(result.data.done, result.data.slices);
  }
  return { ok: true, data: true };
}

/** The last slice first. Answers how many lines somebody changed since, which stay as they are. */
export async function takeBackImport(
  { import: id, table, done, slices }: ImportSummary,
  reason: string,
  onDone: Progress,
): Promise<Result<number>> {
  let kept = 0;
  for (let slice = done - 1; slice >= 0; slice -= 1) {
    const input = { township: township(), import: id, slice, reason };
    const key = `back-${id.slice(-20)}-${String(slice)}`;
    const result = await (table === 'activity'
      ? write('duty', 'takeBackEntry', input, key)
      : write('registry', 'takeBackImport', input, key));
    if (!result.ok) return result;
    kept += result.data.kept;
    onDone(result.data.done, slices);
  }
  return { ok: true, data: kept };
}
