import { readTicket } from '../../contract/text';
import type { Half } from '../../contract/wire';

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
