/** report: what is printed (值班表, 代表履职通知, 预约单, 海报, 登记表, 转办单, 答复单), each a .docx made anew for who asks. */
import type { EssentialsPart } from './essentials';
import type { ActivityPaperName } from './activity-papers';
import type { DutyReportPaper } from './duty-report';
import type { HandlingReader, SessionPaperName, SuggestionPaperName } from './congress/papers';
import type { DeputyPaper } from './deputy-profile';
import type { LocalDate } from './time';

export interface PrintedFile {
  /** Address of the document; it ends after half an hour. */
  file: string;
  /** What to call it: «值班表 2026年.docx». Holds no person's name but a receiver's. */
  name: string;
}

/** What hangs on a wall is printed on A4, or on A3 to be read from further away. */
export type PaperSize = 'A3';

/** `year`: every reception day of it. `date`: that day alone, once its roster is published. */
export type DutyTableInput =
  | { township: string; year: number; paper?: PaperSize }
  | { township: string; date: LocalDate; paper?: PaperSize };

/**
 * At most two database calls after admit, one of them only where the directory is older than a minute in the
 * instance that answers. Roles staff, chief; slip also helper.
 */
export interface ReportActions {
  /**
   * 值班表 for the wall. Days that are not published show no names. Refusals: not-published (that date),
   * year-unknown (nothing can be said of that year yet).
   */
  dutyTable: { input: DutyTableInput; output: PrintedFile };
  /** 今日接访名单 of a published day and home, numbers only: beside the wall of numbers. Refusals: not-published. */
  numberList: { input: { township: string; date: LocalDate; home: string }; output: PrintedFile };
  /** 代表履职通知 for the employer of who sits there. Refusals: not-published, not-found (nobody on that seat). */
  employerNotice: { input: { township: string; date: LocalDate; seat: string }; output: PrintedFile };
  /** The same for everybody who sits on a published day of that month, one page each. Refusals: not-published. */
  employerNotices: { input: { township: string; year: number; month: number }; output: PrintedFile };
  /**
   * 预约单 of an on-behalf entry, without name, phone and subject. A helper only for the own village; one call
   * more where that person holds another role that may. Refusals: not-found, not-allowed, booking-changed.
   */
  slip: { input: { township: string; date: LocalDate; booking: string }; output: PrintedFile };
  /**
   * 海报 of a home or a village, with the days of `year`, by default the present one. Refusals: not-found,
   * year-unknown.
   */
  poster: {
    input: { township: string; place: string; year?: number; paper?: PaperSize };
    output: PrintedFile;
  };
  /** 代表名册 or 代表结构统计表 of the deputies in office. Roles staff, chief. */
  deputySheet: { input: { township: string; paper: DeputyPaper }; output: PrintedFile };
  /** 主席团季度材料; `quarter` 1–4. For whoever oversees. admit + 6. */
  articlePaper: { input: { township: string; article: string }; output: PrintedFile };
  presidiumPack: { input: { township: string; year: number; quarter: number }; output: PrintedFile };
  /**
   * 代表建议办理情况报告 since the last session that is over: for the session with every suggestion, or for the public with
   * what the office published. For whoever oversees. admit + 2.
   */
  handlingReport: { input: { township: string; reader: HandlingReader }; output: PrintedFile };
  /**
   * 邀请条, several on a page: of an imported table, or of those that were chosen, what the caller issued and nobody
   * claimed yet. The code stands there alone. Roles staff, chief. Refusals: not-found (nothing of it waits any more, or
   * somebody else issued them), not-allowed (the table is somebody else's).
   */
  invitationSlips: {
    input: { township: string } & ({ import: string } | { invitations: readonly string[] });
    output: PrintedFile;
  };
  /** 来访登记表, to be filled in by hand. */
  registrationForm: { input: { township: string }; output: PrintedFile };
  /**
   * 转办单 for the handling unit; the asker on it only where that person agreed. Roles staff, chief. Refusals:
   * not-found (no such request, or it is assigned to nobody).
   */
  assignmentSheet: { input: { township: string; request: string }; output: PrintedFile };
  /** Several in one document; `refused`: those that are assigned to nobody or not to be known of. */
  assignmentSheets: {
    input: { township: string; requests: readonly string[] };
    output: PrintedFile & { refused: readonly string[] };
  };
  /**
   * 登记回执, with where it went once that was said in writing. For the asker, the office, and whoever entered it (they
   * read no title on it). Refusals: not-found.
   */
  receipt: { input: { township: string; request: string }; output: PrintedFile };
  /** 答复单 of the last reply, to be brought to the person. Roles staff, chief. Refusals: not-found (no reply). */
  replySheet: { input: { township: string; request: string }; output: PrintedFile };
  /**
   * A blank paper of a session (请示、方案、主持词、签到册、表决票、质询案), or with `sitting` who was there. Roles staff,
   * chief. admit + 1–2. Refusals: not-found.
   */
  sessionPaper: {
    input: { township: string; session: string; paper: SessionPaperName; sitting?: string };
    output: PrintedFile;
  };
  /** 答复函 or 征询意见表 of a suggestion that was handed over, for whoever may see it. Refusals: not-found. */
  suggestionPaper: {
    input: { township: string; suggestion: string; paper: SuggestionPaperName };
    output: PrintedFile;
  };
  /** 应知应会, to read; no call after admit. */
  essentials: { input: { township: string }; output: { parts: readonly EssentialsPart[] } };
  /** The same to print. */
  essentialsSheet: { input: { township: string }; output: PrintedFile };
  /**
   * 通知, 签到册, 记录, 总结, 误工补贴签领表, the report of an inspection; `archive`: the first four in one. Office. 1 call after
   * admit. Refusals: not-found, wrong-state (a report of what was no inspection).
   */
  activityPaper: {
    input: { township: string; activity: string; paper: ActivityPaperName | 'archive' };
    output: PrintedFile;
  };
  /**
   * 述职报告, the own one or what was handed in; blank 测评票 and 测评结果告知书 by the office alone. 2 calls after admit.
   * Refusals: not-found, not-allowed, wrong-state (nothing written, no ballot filed).
   */
  dutyReportPaper: {
    input: { township: string; activity: string; person?: string; paper: DutyReportPaper };
    output: PrintedFile;
  };
  /**
   * 履职档案 of a year: the own one; of a member of the group (leader); of anybody (office). One call more for each hundred
   * activities. Refusals: not-found, not-allowed.
   */
  dutyRecord: { input: { township: string; year: number; person?: string }; output: PrintedFile };
}
