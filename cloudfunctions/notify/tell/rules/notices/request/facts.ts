/** What notices about one request are made of. Its text, and the name of who asks, are in none of them. */
import type { OwnerKind } from '../../../../../../miniprogram/contract/request';
import type { Instant, LocalDate, LocalTime } from '../../../../../../miniprogram/contract/wire';
import type { Recipient } from '../../recipients';

export interface RequestFacts {
  today: LocalDate;
  /** When somebody may be disturbed with what the clock brings. */
  morning: Instant;
  /** What was done; '' where nothing was. */
  act: string;
  /** Person who had it before; ''. */
  had: string;
  request: string;
  number: string;
  /** Its name. */
  township: string;
  /** 柳树城村 · 道路桥梁. */
  about: string;
  state: string;
  /** Person or account of whoever did it. */
  by: string;
  /** Whoever asked. */
  askers: readonly Recipient[];
  /** Whoever says the same of what is published, without a request of their own. */
  joiners: readonly Recipient[];
  /** Persons who may not know of it, in whatever role. */
  hidden: readonly string[];
  /** Who entered it for somebody without a phone. */
  operator?: string;
  owner: { kind: OwnerKind; person: string };
  ownerName: string;
  /** The deputy who follows it, whoever has it; ''. */
  deputy: string;
  group: string;
  /** Unit ids; '' and none before it is assigned. */
  lead: string;
  assists: readonly string[];
  /** The township government, where it has a copy; ''. */
  copy: string;
  /** Units that had it, where it was taken from them. */
  hadUnits: readonly string[];
  unitName: string;
  /** When it happened. */
  date: LocalDate;
  time: LocalTime;
  due: LocalDate;
}
