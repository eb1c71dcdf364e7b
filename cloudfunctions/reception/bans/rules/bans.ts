/**
 * Who may not book for a while: one document an account, which stays when the ban is over. And what a day's marks need
 * to be in line with the bans in force.
 */
import type { Instant, LocalDate } from '../../../../miniprogram/contract/wire';
import type { BanMark, SeenAct } from '../../days/rules/day-document';

export interface BanDocument {
  /** `<township>~<key>`. */
  _id: string;
  township: string;
  rev: number;
  /** The account of the booking (booking-ids.ts, helped-person.ts), and every key under which it holds. */
  key: string;
  marks: readonly string[];
  /** Last day; '': lifted. */
  until: LocalDate;
  /** `<until>~<key>`, so that those in force stand behind today in the index; '': lifted. */
  seq: string;
  reason: string;
  /** Encrypted, from the booking. */
  name: string;
  phone?: string;
  /** For the notice alone; '' where there is no phone. */
  openid: string;
  by: string;
  at: Instant;
  seen: readonly SeenAct[];
}

export function banId(township: string, key: string): string {
  return `${township}~${key}`;
}

type InForce = Pick<BanDocument, 'marks' | 'until' | 'reason'>;

export interface MarkChanges {
  put: Readonly<Record<string, BanMark>>;
  drop: readonly string[];
}

/** `bans` soonest over first: of two under one key the longer holds. Undefined: the day is in line. */
export function alignMarks(
  { date, banned = {} }: { date: LocalDate; banned?: Readonly<Record<string, BanMark>> },
  bans: readonly InForce[],
): MarkChanges | undefined {
  const wanted: Record<string, BanMark> = {};
  for (const { marks, until, reason } of bans) {
    if (until >= date) for (const mark of marks) wanted[mark] = { until, reason };
  }
  const drop = Object.keys(banned).filter((mark) => wanted[mark] === undefined);
  const put = Object.fromEntries(
    Object.entries(wanted).filter(([mark, { until, reason }]) => {
      const before = banned[mark];
      return before?.until !== until || before.reason !== reason;
    }),
  );
  return drop.length + Object.keys(put).length === 0 ? undefined : { put, drop };
}
