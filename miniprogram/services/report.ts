import type { DeputyPaper } from '../contract/deputy-profile';
import type { PaperSize, PrintedFile } from '../contract/report';
import type { LocalDate, Output } from '../contract/wire';
import { ask } from '../platform/cloud';
import type { Result } from '../contract/result';
import { township } from '../platform/whereabouts';

/** Every answer is the address of a document, for platform/documents. */
type Printed = Promise<Result<PrintedFile>>;

/** 值班表 of a year, or of one published day. */
export function printDutyTable(
  of: ({ year: number } | { date: LocalDate }) & { paper?: PaperSize },
): Printed {
  return ask('report', 'dutyTable', { township: township(), ...of });
}

/** 今日接访名单, numbers only. */
export function printNumbers(date: LocalDate, home: string): Printed {
  return ask('report', 'numberList', { township: township(), date, home });
}

/** 代表履职通知. */
export function printEmployerNotice(date: LocalDate, seat: string): Printed {
  return ask('report', 'employerNotice', { township: township(), date, seat });
}

/** 代表履职通知 of everybody who sits in that month, in one document. */
export function printEmployerNotices(year: number, month: number): Printed {
  return ask('report', 'employerNotices', { township: township(), year, month });
}

/** 预约单 of an on-behalf entry. */
export function printSlip(date: LocalDate, booking: string): Printed {
  return ask('report', 'slip', { township: township(), date, booking });
}

/** 海报; `place` is the id of a home or a village. */
export function printPoster(of: { place: string; year: number; paper?: PaperSize }): Printed {
  return ask('report', 'poster', { township: township(), ...of });
}

/** 代表名册, 代表结构统计表. */
export function printDeputies(paper: DeputyPaper): Printed {
  return ask('report', 'deputySheet', { township: township(), paper });
}

/** 主席团季度材料. */
export function printPresidiumPack(year: number, quarter: number): Printed {
  return ask('report', 'presidiumPack', { township: township(), year, quarter });
}

/** 来访登记表. */
export function printRegistrationForm(): Printed {
  return ask('report', 'registrationForm', { township: township() });
}

/** 登记回执. */
export function printReceipt(request: string): Printed {
  return ask('report', 'receipt', { township: township(), request });
}

/** 转办单, for the unit. */
export function printAssignment(request: string): Printed {
  return ask('report', 'assignmentSheet', { township: township(), request });
}

/** 转办单 of several, in one document. */
export function printAssignments(
  requests: readonly string[],
): Promise<Result<Output<'report', 'assignmentSheets'>>> {
  return ask('report', 'assignmentSheets', { township: township(), requests });
}

/** 答复单, for somebody without a phone. */
export function printReply(request: string): Printed {
  return ask('report', 'replySheet', { township: township(), request });
}
