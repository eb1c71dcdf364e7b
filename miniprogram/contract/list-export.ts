/** report: lists that leave the house as .xlsx or .csv, as they were narrowed. */
import type { ActivityKind } from './activity-kinds';
import type { ArticleState } from './article';
import type { AuditFilter } from './audit';
import type { SuggestionQueue } from './congress/suggestion';
import type { FactQuery } from './facts';
import type { DirectoryKind, InvitationState } from './registry-office';
import type { PrintedFile } from './report';
import type { OfficeQueue, RequestFilter } from './request-lists';
import type { LocalDate } from './time';

/** Why: one of these, so that the audit holds no words. */
export const EXPORT_REASONS = {
  meeting: '开会研究用',
  supervise: '督办、调度用',
  above: '向上级报送',
  archive: '存档',
} as const;
export type ExportReason = keyof typeof EXPORT_REASONS;

/** The lists of suggestions that are not one person's or one unit's. */
export type OverseenQueue = Exclude<SuggestionQueue, 'mine' | 'asked' | 'unit'>;

/** Kinds of rows of the directory; the township's own card is no list. */
export type ListedKind = Exclude<DirectoryKind, 'card'>;

export type ExportedList =
  /** `chosen`: of that list these alone. */
  | { list: 'requests'; queue: OfficeQueue; filter?: RequestFilter; chosen?: readonly string[] }
  | { list: 'bookings'; from: LocalDate; to: LocalDate }
  | { list: 'facts'; of: FactQuery['of']; from: LocalDate; to: LocalDate }
  | { list: 'slot'; report: string; slot: string }
  | { list: 'duty'; year: number; person?: string }
  | { list: 'audit'; filter: AuditFilter }
  | { list: 'suggestions'; queue: OverseenQueue }
  | { list: 'topics'; year: number }
  /** All that the office sees, or of one kind. */
  | { list: 'activities'; kind?: ActivityKind }
  | { list: 'roster'; year: number }
  /** Leave of who sits on the roster, that runs or comes. */
  | { list: 'absences' }
  /** 宣传月. */
  | { list: 'plan'; year: number }
  | { list: 'changes' }
  | { list: 'invitations'; state: InvitationState }
  | { list: 'articles'; state?: ArticleState }
  | { list: 'bans' }
  | { list: 'calls' }
  /** `rows`: those that the screen shows of them; absent: all. */
  | { list: 'directory'; kind: ListedKind; rows?: readonly string[] }
  /** Of the last change of term. */
  | { list: 'elected' }
  /** 视察意见 that are still open. */
  | { list: 'opinions' }
  | { list: 'meetings'; year: number }
  | { list: 'liaison' }
  | { list: 'guidance' }
  /** Of the district: what its townships passed up, and what they ask for. */
  | { list: 'passed' }
  | { list: 'asked' }
  /** Doubts about records that wait for an answer. */
  | { list: 'disputes' }
  | { list: 'studies'; year: number }
  /** 需要联系的代表: nothing noted for so long. */
  | { list: 'quiet'; months: number }
  /** Of the district: what one township's ledger holds of its deputies, nothing of voters. */
  | { list: 'district-deputies'; of: string; year: number };
export type ListId = ExportedList['list'];

export interface ListExportActions {
  /**
   * Writes one row of the audit for each key and body: who, when, which list, which reason. Roles staff, chief; the duty record
   * also whoever may read it; the audit chief and administrator alone, invitations and the directory the administrator as
   * well, 需要联系的代表 the chief alone, what townships brought before the district and its own deputies the district alone.
   * One call for each 200 rows. `as`: absent, .xlsx.
   * Refusals: not-found, not-allowed.
   */
  exportList: {
    input: { township: string; of: ExportedList; reason: ExportReason; as?: 'csv' };
    output: PrintedFile & { rows: number };
  };
}
