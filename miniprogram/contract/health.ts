/** 运行状况: how the deployment does, for its administrator and for a monitor outside. No person and no text of anybody is in it. */
import type { Instant } from './time';

/** One doubtful answer of the platform, asked of the platform itself. Sentences for whoever runs it. */
export interface VerifiedLine {
  question: string;
  answer: string;
  /** What follows: which switch is in force, and what to do where it is not the right one. */
  means: string;
  safe: boolean;
}

export interface Verified {
  at: Instant;
  lines: readonly VerifiedLine[];
}

/** The minute's run: when the last that was written down began, how long it took (ms), and what failed last. */
export interface TimerView {
  at: Instant;
  took: number;
  fault?: { at: Instant; jobs: readonly string[] };
}

/** For a monitor outside: nobody's data, and no township's. */
export interface Alive {
  now: Instant;
  version: string;
  /** Of the last run of the minute relay that was written down; absent: it never ran. */
  relayAt?: Instant;
  /** It did not run for longer than ten minutes. */
  late: boolean;
}

export interface HealthView {
  now: Instant;
  version: string;
  /** Absent: it never ran. */
  timer?: TimerView;
  late: boolean;
  /** How long the longest waiting event of the district is overdue (ms); 0: none is. */
  lagMs: number;
  /** Events and messages of this township that failed ten times; at most a page's are counted. */
  failed: { events: number; messages: number; more: boolean };
  /**
   * The last nightly recount of this township's ledger: sources that were looked at, and those that do not agree with
   * their rows (at most fifty are counted). Absent: there was none yet.
   */
  ledger?: { at: Instant; sources: number; differing: number };
  /** Absent: nobody asked yet. */
  verified?: Verified;
}

export interface HealthActions {
  /** Whoever may call the function, signed in or not: a monitor is nobody. 1 call in ten seconds and instance. */
  alive: { input: Record<string, never>; output: Alive };
  /** Role admin. admit + 6 calls, and one for each collection with an outbox. */
  health: { input: { township: string }; output: HealthView };
  /**
   * 自检: asks the platform in a collection of its own, cleans up, and keeps the answers. Role admin. Some forty calls.
   * Refusals: busy.
   */
  verify: { input: { township: string }; output: Verified };
}
