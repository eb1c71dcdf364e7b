import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Answer, Input, Output } from '../../../miniprogram/contract/wire';
import { addDays, toLocalDate } from '../../shared/china-time';
import { append, put } from '../../shared/conditions';
import { actOnce, actorOf } from '../../shared/act';
import { refuse } from '../../shared/errors';
import { bornWith, recordAct, type Act } from '../../shared/outbox';
import type { Action, Call } from '../../shared/serve';
import { banInputs } from './schemas';
import { changeBan, createBan, readBans, SEEN, readBan } from './store';
import { marksOf } from '../booking/helped-person';
import { banId, type BanDocument } from './rules/bans';
import type { StoredBooking } from '../days/rules/day-document';
import { findSeen, markOf } from '../desk/seen-acts';
import { readDay } from '../days/store';

type BanInput = Input<'reception', 'barPerson'>;
type Banned = Output<'reception', 'barPerson'>;

type Said = Pick<
  BanDocument,
  'marks' | 'until' | 'seq' | 'reason' | 'name' | 'openid' | 'by' | 'at' | 'phone'
>;

function toBan(call: Call, { until, reason }: BanInput, account: string, stored: StoredBooking): Said {
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
    event: 'person-banned',
    about: { bar: account },
  };
}

function write(call: Call, account: string, said: Said, before: BanDocument | undefined): Promise<boolean> {
  const act = actOf(call, account, said, before?.until ?? '');
  if (before) {
    const changes = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, put(value)]));
    return changeBan(before, { ...changes, seen: append([markOf(call)], SEEN), ...recordAct(act) });
  }
  const { township } = call;
  const born = { _id: banId(township, account), township, rev: 1, key: account, seen: [markOf(call)] };
  return createBan({ ...born, ...said, ...bornWith(act) });
}

/** Three reads, one write after admit. */
async function run(call: Call, input: BanInput): Promise<Answer<Banned>> {
  const { township, date, booking, until } = input;
  const today = toLocalDate(call.now);
  if (until < today || until > addDays(today, LIMITS.banDays)) return refuse('bad-input', { field: 'until' });
  const [account = '', short = ''] = booking.split('-');
  const day = await readDay(township, date, [`bookings.${account}.${short}`]);
  const stored = day?.bookings?.[account]?.[short];
  if (!stored) return refuse('not-found');
  const said = toBan(call, input, account, stored);
  if (said.marks.length === 0) return refuse('bad-input', { field: 'booking' });
  return actOnce(call, {
    async read() {
      const inForce = readBans(township, today, { limit: LIMITS.bansInForce });
      const [before, others] = await Promise.all([readBan(township, account), inForce]);
      return { before, others };
    },
    seen: ({ before }) => findSeen(call, before?.seen, { bar: account }),
    decide({ before, others }) {
      const full = others.length === LIMITS.bansInForce && !others.some(({ key }) => key === account);
      if (full) return refuse('too-many-rows', { max: LIMITS.bansInForce });
      return { answer: { bar: account }, write: () => write(call, account, said, before) };
    },
  });
}

export const barPerson: Action<BanInput, Banned> = { write: true, input: banInputs.barPerson, run };
