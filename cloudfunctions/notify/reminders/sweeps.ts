/** What goes when its time is over, by settings: each night from where the night before stopped, a slice a minute. */
import { sweepActivities } from '../../duty/events/on-visits-old';
import { sweepDays } from '../../reception/events/on-names-old';
import type { Settings } from '../../registry/directory/rules/settings';
import { sweepRequests } from '../../request/events/on-words-old';
import type { Instant } from '../../../miniprogram/contract/wire';
import { addMonths, toLocalDate } from '../../shared/china-time';
import type { Sweep } from '../../shared/sweep';
import { sweepMark, sweptTo, type Done } from './rules/reminders';
import { markDone } from './store';

const SWEEPS: readonly {
  mark: 'sweptRequests' | 'sweptDays' | 'sweptVisits';
  months: (settings: Settings) => number;
  sweep: Sweep;
}[] = [
  { mark: 'sweptRequests', months: ({ requestMonths }) => requestMonths, sweep: sweepRequests },
  { mark: 'sweptDays', months: ({ bookingMonths }) => bookingMonths, sweep: sweepDays },
  { mark: 'sweptVisits', months: ({ visitMonths }) => visitMonths, sweep: sweepActivities },
];

/** What is over may be opened anew for some weeks: no setting reaches that far. */
const MONTHS_AT_LEAST = 3;

/** Documents of one slice. */
const SLICE = 50;

/** True when nothing is left for tonight. One look for each kind, and what each document takes. */
export async function sweepStep(
  township: string,
  { settings, done, now, endsAt }: { settings: Settings; done: Done; now: Instant; endsAt: Instant },
): Promise<boolean> {
  const today = toLocalDate(now);
  let finished = true;
  for (const { mark, months, sweep } of SWEEPS) {
    const before = addMonths(today, -Math.max(months(settings), MONTHS_AT_LEAST));
    const after = sweptTo(done[mark], today);
    const swept = await sweep(township, { before, after, limit: SLICE, endsAt }, now);
    if (swept.after !== after) await markDone(township, { [mark]: sweepMark(swept.after, today) });
    finished &&= !swept.more;
  }
  return finished;
}
