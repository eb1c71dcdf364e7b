import type { Answer, Input, LocalDate, Refused } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { put } from '../../shared/conditions';
import { ok } from '../../shared/errors';
import { bornWith, recordAct, type Act } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actOnce, actorOf, nothingToWrite } from '../../shared/act';
import { actOnRoster } from '../roster/act-on-roster';
import { rosterInputs } from '../roster/schemas';
import { countLive } from './rules/project-day';
import { emptyDay } from './rules/publish-day';
import { because } from '../roster/rules/roster-acts';
import type { RosterDocument } from '../roster/rules/roster-document';
import { changeDay, createDay, readProjectedDay } from './store';

type WithdrawInput = Input<'reception', 'withdrawDay'>;

/**
 * Closes the day while nobody booked: one read, one write on the revision read. A day that the relay has not
 * made yet is made here, closed, so that it cannot open later. Undefined: closed, now or before.
 */
async function closeDay(
  call: Call,
  { year, rev, days }: RosterDocument,
  date: LocalDate,
): Promise<Refused | undefined> {
  const { township, now, key } = call;
  const publication = days[date]?.publication ?? 0;
  const act: Act = {
    at: now,
    by: actorOf(call),
    act: 'withdraw',
    of: date,
    from: 'published',
    to: 'draft',
    key,
    event: 'day-withdrawn',
    about: { year, date, publication },
  };
  const done = await actOnce<Awaited<ReturnType<typeof readProjectedDay>>, null>(call, {
    read: () => readProjectedDay(township, date),
    // The roster keeps the key; a day that is closed already tells the repetition by itself.
    seen: () => undefined,
    decide: (day) => {
      if (!day) {
        const closed = { ...emptyDay(township, date), publication, rosterRev: rev, ...bornWith(act) };
        return { answer: null, write: () => createDay(closed) };
      }
      if (day.state === 'draft' && day.publication === publication)
        return { answer: null, write: nothingToWrite };
      const booked = countLive(day.of);
      if (booked > 0) return because('day-has-bookings', { booked });
      const changes = { state: put('draft'), publication: put(publication), ...recordAct(act) };
      return { answer: null, write: () => changeDay(township, date, { rev: day.rev }, changes) };
    },
  });
  return done.ok ? undefined : done;
}

/** First the day, where bookings are, then the roster; if it dies between, on-day-withdrawn.ts finishes. */
async function run(call: Call, input: WithdrawInput): Promise<Answer<{ rev: number }>> {
  const { year, date } = input;
  const seen = { closed: false, rev: 0 };
  const done = await actOnRoster(call, year, async (roster) => {
    const state = roster.days[date];
    seen.rev = roster.version;
    if (date < toLocalDate(call.now)) return because('past-day');
    if (state?.state !== 'published') return because('not-published');
    const refused = await closeDay(call, roster, date);
    if (refused) return refused;
    seen.closed = true;
    // One act, one row: it stands with the day, which the roster follows.
    const changes = { [`days.${date}.state`]: put('draft') };
    return { changes, record: [], answer: { rev: roster.version + 1 } };
  });
  if (done.ok) return ok({ rev: Number(done.data['rev']) });
  // Closed here, and the relay was faster in telling the roster.
  return seen.closed && done.code === 'not-published' ? ok({ rev: seen.rev }) : done;
}

export const withdrawDay: Action<WithdrawInput, { rev: number }> = {
  write: true,
  input: rosterInputs.withdrawDay,
  run,
};
