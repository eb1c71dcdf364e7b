import type { Slip } from '../../contract/reception';
import { openDocument } from '../../platform/documents';
import { explain } from '../../view/feedback';
import { printSlip } from '../../services/report';

/** The slip as a document, opened for printing; says what went wrong, empty: it is open. */
export async function openPaper({ date, booking }: Slip): Promise<string> {
  const printed = await printSlip(date, booking);
  const opened = await openDocument(printed);
  return opened.ok ? '' : explain(opened);
}
