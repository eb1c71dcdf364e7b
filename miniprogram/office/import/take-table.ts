/** A table as a file: empty, to be filled in, or with its rows, for which is asked why they leave the house. */
import type { ExportReason } from '../../contract/list-export';
import type { TableId } from '../../contract/imports';
import type { PrintedFile } from '../../contract/report';
import type { Result } from '../../contract/result';
import { openDocument } from '../../platform/documents';
import { intend, type Pending } from '../../platform/keys';
import { askHow } from '../../services/take-list';
import { explain } from '../../view/feedback';
import { exportTable, takeForm } from '../services/imports';

interface TakingPage {
  data: { busy: string };
  setData(data: { busy: string; problem: string; done?: string }): void;
}

let pending: Pending<ExportReason> | undefined;

async function open(page: TakingPage, busy: string, make: () => Promise<Result<PrintedFile>>): Promise<void> {
  if (page.data.busy) return;
  page.setData({ busy, problem: '', done: '' });
  const printed = await make();
  if (printed.ok) pending = undefined;
  const opened = await openDocument(printed);
  page.setData({ busy: '', problem: opened.ok ? '' : explain(opened) });
}

export async function takeEmpty(page: TakingPage, table: TableId): Promise<void> {
  await open(page, 'empty', () => takeForm(table));
}

export async function takeFull(page: TakingPage, table: TableId): Promise<void> {
  const reason = page.data.busy ? undefined : (await askHow('xlsx'))?.reason;
  if (reason === undefined) return;
  pending = intend(pending, JSON.stringify([table, reason]), () => reason);
  const { key } = pending;
  await open(page, 'full', () => exportTable(table, reason, key));
}
