/** What a day's marks need to be in line with the bars in force. */
import type { LocalDate } from '../../../miniprogram/contract/wire';
import type { BarMark } from './day-document';

interface InForce {
  marks: readonly string[];
  until: LocalDate;
  reason: string;
}

export interface MarkChanges {
  put: Readonly<Record<string, BarMark>>;
  drop: readonly string[];
}

/** `bars` soonest over first: of two under one key the longer holds. Undefined: the day is in line. */
export function alignMarks(
  { date, barred = {} }: { date: LocalDate; barred?: Readonly<Record<string, BarMark>> },
  bars: readonly InForce[],
): MarkChanges | undefined {
  const wanted: Record<string, BarMark> = {};
  for (const { marks, until, reason } of bars) {
    if (until >= date) for (const mark of marks) wanted[mark] = { until, reason };
  }
  const drop = Object.keys(barred).filter((mark) => wanted[mark] === undefined);
  const put = Object.fromEntries(
    Object.entries(wanted).filter(([mark, { until, reason }]) => {
      const before = barred[mark];
      return before?.until !== until || before.reason !== reason;
    }),
  );
  return drop.length + Object.keys(put).length === 0 ? undefined : { put, drop };
}
