/** A paper that was signed and scanned, sent from a phone as a hand does it: said what it is, then chosen. */
import type { Page } from 'playwright-core';

export const SCAN = {
  name: 'letter.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\nwords\n%%EOF\n', 'latin1'),
};

/** After the act that asks for it. */
export async function sendScan(phone: Page, what: string): Promise<void> {
  const chooser = phone.waitForEvent('filechooser');
  await phone.getByText(what, { exact: true }).last().tap();
  await (await chooser).setFiles(SCAN);
}
