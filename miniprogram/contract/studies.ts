/** The year's plan of 小组学习 and 培训: proposed by the calendar, moved where a day does not fit, planned at once. */
import type { LocalDate } from './time';

export const STUDY_LIMITS = { title: 40, place: 40, meetings: 12 } as const;

export interface ProposedStudy {
  /** Absent: 培训 of all deputies. */
  group?: string;
  date: LocalDate;
  /** The day that the setting names, where a holiday or weekend moved it. */
  movedFrom?: LocalDate;
}

interface Township {
  township: string;
}

export interface StudyActions {
  /**
   * For each group and month to come that has no study, and each half-year without a training: when. A leader the own group's.
   * 2 calls after admit. Refusals: not-found.
   */
  proposeStudies: {
    input: Township & { year: number };
    output: {
      groups: readonly { group: string; name: string }[];
      proposed: readonly ProposedStudy[];
      /** The holidays of the year are not known yet: days may still move. */
      provisional: boolean;
    };
  };
  /**
   * Plans these for the group, or for all deputies (office). What is planned for a month already stays as it is; what was
   * withdrawn makes room. One call for each meeting after admit, a second where there is one already, two more for each
   * that was withdrawn. Refusals: not-allowed, bad-input, key-reused.
   */
  planStudies: {
    input: Township & {
      group?: string;
      meetings: readonly { date: LocalDate; title: string; place?: string }[];
    };
    output: { planned: number; there: number };
  };
}
