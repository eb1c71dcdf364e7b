import type { HandlingReader, SessionPaperName, SuggestionPaperName } from '../contract/congress/papers';
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

/** 履职档案 of a year; without `person` the own one. */
export function printDutyRecord(year: number, person?: string): Printed {
  const whose = person === undefined ? {} : { person };
  return ask('report', 'dutyRecord', { township: township(), year, ...whose });
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

/** 代表建议办理情况报告. */
export function printHandling(reader: HandlingReader): Printed {
  return ask('report', 'handlingReport', { township: township(), reader });
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

/** A blank paper of a session, or who was at one sitting. */
export function printSessionPaper(session: string, paper: SessionPaperName, sitting?: string): Printed {
  const which = sitting === undefined ? {} : { sitting };
  return ask('report', 'sessionPaper', { township: township(), session, paper, ...which });
}

/** 答复函, 征询意见表. */
export function printSuggestionPaper(suggestion: string, paper: SuggestionPaperName): Printed {
  return ask('report', 'suggestionPaper', { township: township(), suggestion, paper });
}

/** 答复单, for somebody without a phone. */
export function printReply(request: string): Printed {
  return ask('report', 'replySheet', { township: township(), request });
}
