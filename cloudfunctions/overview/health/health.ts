import * as v from 'valibot';
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { HealthView } from '../../../miniprogram/contract/health';
import type { Instant } from '../../../miniprogram/contract/wire';
import { readDeadLetters } from '../../notify/dead-letters/store';
import { readList } from '../../notify/messages/store';
import { readRecount } from '../../notify/recount/store';
import { readDue, SOURCES } from '../../notify/relay/outbox-store';
import { isLate, readTimers, type Timers } from '../../notify/relay/timers-store';
import { listTownships } from '../../registry/store';
import { ok } from '../../shared/errors';
import { township } from '../../shared/schemas';
import type { Action } from '../../shared/serve';
import { VERSION } from '../../shared/version';
import { judgeHere, readAnswers } from './store';

/** How long the longest waiting event is overdue; 0: none is. One call for each collection, one after another. */
async function readLag(townships: readonly string[], now: Instant): Promise<number> {
  let oldest = now;
  for (const { name } of SOURCES) {
    const { due } = await readDue(name, townships, now, 1);
    oldest = Math.min(oldest, ...due.map(({ outboxAt }) => outboxAt));
  }
  return now - oldest;
}

type Counted = NonNullable<NonNullable<Awaited<ReturnType<typeof readRecount>>>['last']>;

function ledgerOf({ at, looked, differing }: Counted): NonNullable<HealthView['ledger']> {
  return { at, sources: looked, differing: differing.length };
}

function timerOf({ at, took, fault }: Timers): NonNullable<HealthView['timer']> {
  return { at, took, ...(fault && { fault }) };
}

export const health: Action<{ township: string }, HealthView> = {
  write: false,
  input: v.strictObject({ township }),
  async run({ now }, { township: where }) {
    const most = LIMITS.page + 1;
    const [townships, events, messages, kept, recount, timers] = await Promise.all([
      listTownships(),
      readDeadLetters(where, most),
      readList(where, 'dead', most),
      readAnswers(),
      readRecount(where),
      readTimers(),
    ]);
    const counted = (rows: readonly unknown[]) => Math.min(rows.length, LIMITS.page);
    const more = events.length === most || messages.length === most;
    return ok({
      now,
      version: VERSION,
      late: isLate(timers, now),
      ...(timers && { timer: timerOf(timers) }),
      lagMs: await readLag(townships, now),
      failed: { events: counted(events), messages: counted(messages), more },
      ...(recount?.last && { ledger: ledgerOf(recount.last) }),
      ...(kept && { verified: { at: kept.at, lines: judgeHere(kept.answers) } }),
    });
  },
};
