/** One request as stored. Names and phones are encrypted; '' stands for nobody where a condition needs a value. */
import type {
  Privacy,
  Recording,
  RequestKind,
  RequestState,
  TalkedAt,
} from '../../../miniprogram/contract/request';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import type { OwnerRule, StoredOwner } from './choose-owner';
import type { RouteRule } from '../../registry/rules/route-request';

/** What the asker and the office may see of the way; it stays for the request's life. */
export interface StoredStep {
  at: Instant;
  act: string;
  /** Account of the asker, or person id. */
  by: string;
  state: RequestState;
  words?: string;
}

export interface RequestDocument {
  /** `<township>~<hash of account, day and n>`. */
  _id: string;
  township: string;
  rev: number;
  /** Order of the asker's own list: the instant and a few letters of the id. */
  seq: string;
  number: string;
  account: string;
  /** For messages alone. */
  openid: string;
  /** Encrypted. */
  name?: string;
  /** Encrypted. */
  phone?: string;
  /** Where it was opened by whoever talked with the asker; `operator` is that person. */
  visit?: TalkedAt;
  operator?: string;
  day: LocalDate;
  n: number;
  village: string;
  villagerGroup?: string;
  category: string;
  kind: RequestKind;
  text?: string;
  photos: readonly string[];
  recordings: readonly Recording[];
  privacy: Privacy;
  /** Why it went where it went: the rules that fired, their words, the name book's revision. */
  route: { rule: RouteRule; ownerRule: OwnerRule; words: string; bookRev: number };
  owner: StoredOwner;
  group: string;
  home: string;
  state: RequestState;
  /** Somebody still has to act. */
  open: boolean;
  /** The day by which the next step is due. */
  due: LocalDate;
  createdAt: Instant;
  steps: readonly StoredStep[];
  /** Idempotency key's field → hash of the act's body. */
  acts: Readonly<Record<string, { h: string }>>;
}
