import { readTicket } from '../../contract/text';
import type { Half, LocalDate } from '../../contract/wire';

export interface PaperForm {
  home: string;
  half: Half;
  number: string;
  code: string;
}

/** Why it cannot be sent yet; empty: it can. */
export function sayReason({ home, number, code }: PaperForm): string {
  if (!home) return '请先选代表之家';
  if (readTicket(number) === undefined) return '请填第几号';
  return code.trim() ? '' : '请填短码';
}

/** What the code on a paper slip says (view/qr.ts); undefined: it is another code. */
export function readPaperCode(
  text: string,
): { township: string; date: LocalDate; form: PaperForm } | undefined {
  const found = /^slip:([^:]+):(\d{4}-\d\d-\d\d):(\w+):([^:]+):(am|pm):(\d{1,3})$/.exec(text);
  if (!found) return undefined;
  const [, township = '', date = '', code = '', home = '', half, number = ''] = found;
  return { township, date, form: { home, half: half === 'pm' ? 'pm' : 'am', number, code } };
}
