/** notify: what was done, by whom, on what, when. Never what anybody said. */
import type { Instant, LocalDate } from './time';

/** One row of the audit (操作记录) as chief and administrator read it. */
export interface AuditCard {
  row: string;
  at: Instant;
  /** Goes back as `by`: a person, an account, or the system. */
  by: string;
  /** A name, «系统», or «群众» with letters that tell accounts apart. */
  who: string;
  /** Goes back as `act`. */
  act: string;
  did: string;
  /** The kind of thing, and which one: a number, a day, a name of the directory. */
  on: string;
}

/** Acts by the kind of thing they are done to, for choosing. */
export interface AuditKind {
  /** Stands before the act, with a dot between, where it goes back as `act`. */
  of: string;
  name: string;
  /** Act → what it is called. */
  acts: Readonly<Record<string, string>>;
}

export interface AuditFilter {
  by?: string;
  act?: string;
  day?: LocalDate;
}

export interface AuditActions {
  /**
   * Newest first. Roles chief, admin. Rows about a request that is kept from whoever asks are left out. Admit and at
   * most five calls. `kinds`: with the first page.
   */
  audit: {
    input: { township: string; filter?: AuditFilter; after?: string };
    output: { rows: readonly AuditCard[]; next?: string; kinds?: readonly AuditKind[] };
  };
}
