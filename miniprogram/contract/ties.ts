/**
 * 监测户结对: which households a deputy helps, under an alias that names nobody. Read by the deputy and by whom the
 * chair named; everybody else sees at most 已结对 / 未结对.
 */
import type { InParts, Part } from './parts';
import type { Instant, LocalDate } from './time';

export const TIE_LIMITS = {
  alias: 10,
  needs: 200,
  reason: 100,
  /** Ties of one deputy that ended and are still shown; older ones go. */
  ended: 10,
  /** Office workers who asked to read ties, or may. */
  readers: 20,
} as const;

/** What is done for the household; a risk is a tick, never its cause. */
export const TIE_MEASURES = { industry: '产业帮扶', work: '就业帮扶', risk: '有返贫风险' } as const;
export type TieMeasure = keyof typeof TIE_MEASURES;

interface TieInput {
  alias: string;
  /** What the household needs, without names or illness. */
  needs?: string;
  measures: readonly TieMeasure[];
}

export interface Tie extends TieInput {
  tie: string;
  since: LocalDate;
  /** It is over since; with the reason. */
  ended?: LocalDate;
  reason?: string;
}

export interface TieVisit {
  activity: string;
  tie?: string;
  date: LocalDate;
  words: string;
}

export interface TieReader {
  account: string;
  name: string;
  at: Instant;
  /** False: asked, and waits for the chair. */
  granted: boolean;
}

interface Township {
  township: string;
}

export interface TieActions {
  /** Own ones; another deputy's by whom the chair named. At most 3 calls after admit. Refusals: not-allowed, not-found. */
  ties: {
    input: Township & { person?: string };
    output: {
      person: string;
      name: string;
      /** What the township calls such households. */
      kind: string;
      most: number;
      ties: readonly Tie[];
      /** The latest ones; `more`: the earlier ones stand in the duty record. */
      visits: readonly TieVisit[];
      more: boolean;
    };
  };
  /** Opens a tie, or with `tie` changes what stands there. Own ones alone. Refusals: wrong-state (ended, or as many as may be). */
  keepTie: { input: Township & { tie?: string } & TieInput; output: { tie: string } };
  /** Own ones alone. Refusals: not-found, wrong-state (ended already). */
  endTie: { input: Township & { tie: string; reason: string }; output: { tie: string } };
  /** 已结对 or not, and nothing else: of the leader's group, for the office of all. `readers`: to the chair alone. Refusals: row-changed. */
  tiedDeputies: {
    input: Township & InParts;
    output: Part & {
      kind: string;
      persons: readonly { person: string; name: string; group?: string; tied: boolean }[];
      /** The caller may read ties; `asked`: waits for the chair. */
      access: 'none' | 'asked' | 'granted';
      readers?: readonly TieReader[];
    };
  };
  /** An office worker asks to be named (`ask`); the chair names or ends it. Refusals: not-allowed, not-found, wrong-state. */
  tieAccess: {
    input: Township & { act: 'ask' | 'grant' | 'end'; account?: string };
    output: { act: 'ask' | 'grant' | 'end' };
  };
}
