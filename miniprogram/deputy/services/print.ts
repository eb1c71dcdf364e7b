/** Documents that only a deputy's screens ask for; the others are in services/report. */
import type { HandlingReader, SessionPaperName, SuggestionPaperName } from '../../contract/congress/papers';
import type { PrintedFile } from '../../contract/report';
import type { Result } from '../../contract/result';
import { ask } from '../../platform/cloud';
import { township } from '../../platform/whereabouts';

/** Every answer is the address of a document, for platform/documents. */
type Printed = Promise<Result<PrintedFile>>;

/** 履职档案 of a year; without `person` the own one. */
export function printDutyRecord(year: number, person?: string): Printed {
  const whose = person === undefined ? {} : { person };
  return ask('report', 'dutyRecord', { township: township(), year, ...whose });
}

/** 代表建议办理情况报告. */
export function printHandling(reader: HandlingReader): Printed {
  return ask('report', 'handlingReport', { township: township(), reader });
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
