import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { addDays, toLocalDate } from '../../shared/china-time';
import { append, put } from '../../shared/conditions';
import { grant, refuse } from '../../shared/errors';
import { bornWith, recordAct, type Act } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { actorOf } from '../roster/act-on-roster';
import { barInputs } from './schemas';
import { changeBar, createBar, readBars, SEEN } from './store';
import { marksOf } from '../booking/helped-person';
import { barId, type BarDocument } from './rules/bans';
import type { StoredBooking } from '../days/rules/day-document';
import { findSeen, markOf } from '../desk/seen-acts';
import { readBar, readDay } from '../days/store';

type BarInput = Input<'reception', 'barPerson'>;
type Barred = Output<'reception', 'barPerson'>;

/** Others of the office, and the relay, who may come in between. */
const TURNS = 5;

type Said = Pick<
  BarDocument,
  'marks' | 'until' | 'seq' | 'reason' | 'name' | 'openid' | 'by' | 'at' | 'phone'
>;

function toBar(call: Call, { until, reason }: BarInput, account: string, stored: StoredBooking): Said {
  const { name, phone, openid } = stored;
  return {
    marks: marksOf(account, stored),
    until,
    seq: `${until}~${account}`,
    reason,
    name,
    openid,
    ...(phone !== undefined && { phone }),
    by: actorOf(call),
    at: call.now,
  };
}

function actOf({ key, now }: Call, account: string, said: Said, before: string): Act {
  return {
    at: now,
    by: said.by,
    act: 'bar',
    of: account,
    from: before,
    to: said.until,
    words: said.reason,
    key,
    event: 'person-barred',
    about: { bar: account },
  };
}

function write(call: Call, account: string, said: Said, before: BarDocument | undefined): Promise<boolean> {
  const act = actOf(call, account, said, before?.until ?? '');
  if (before) {
    const changes = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, put(value)]));
    return changeBar(before, { ...changes, seen: append([markOf(call)], SEEN), ...recordAct(act) });
  }
  const { township } = call;
  const born = { _id: barId(township, account), township, rev: 1, key: account, seen: [markOf(call)] };
  return createBar({ ...born, ...said, ...bornWith(act) });
}

/** Three reads, one write after admit. */
async function run(call: Call, input: BarInput): Promise<Answer<Barred>> {
  const { township, date, booking, until } = input;
  const today = toLocalDate(call.now);
  if (until < today || until > addDays(today, LIMITS.barDays)) return refuse('bad-input', { field: 'until' });
  const [account = '', short = ''] = booking.split('-');
  const day = await readDay(township, date, [`bookings.${account}.${short}`]);
  const stored = day?.bookings?.[account]?.[short];
  if (!stored) return refuse('not-found');
  const said = toBar(call, input, account, stored);
  if (said.marks.length === 0) return refuse('bad-input', { field: 'booking' });
  for (let turn = 0; turn < TURNS; turn++) {
    const [before, others] = await Promise.all([
      readBar(township, account),
      readBars(township, today, { limit: LIMITS.barsInForce }),
    ]);
    const seen = findSeen(call, before?.seen);
    if (seen) return seen === 'reused' ? refuse('key-reused') : grant({ bar: account });
    const full = others.length === LIMITS.barsInForce && !others.some(({ key }) => key === account);
    if (full) return refuse('too-many-rows', { max: LIMITS.barsInForce });
    if (await write(call, account, said, before)) return grant({ bar: account });
  }
  return refuse('busy');
}

export const barPerson: Action<BarInput, Barred> = { write: true, input: barInputs.barPerson, run };
