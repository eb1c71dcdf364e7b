/** The collection of bans (rules/bans.ts): their lists, their writes, and how the days come to carry them. */
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { Instant, LocalDate } from '../../../miniprogram/contract/wire';
import { toLocalDate } from '../../shared/china-time';
import { above, atLeast, drop, put, type Changes } from '../../shared/conditions';
import {
  changeOne,
  createOne,
  inTownship,
  OUTBOX_INDEX,
  readOne,
  readPage,
  type CollectionSpecs,
} from '../../shared/database';
import { sealedFields } from '../../shared/sealed';
import { alignMarks, banId, type BanDocument, type MarkChanges } from './rules/bans';
import { changeDay, readDaysFrom } from '../days/store';

const BANS = 'bans';

export const collections = {
  [BANS]: { indexes: [OUTBOX_INDEX, inTownship('township_seq', 'seq')] },
} satisfies CollectionSpecs;

/** Why somebody is banned is said to that account alone. */
const WRITTEN = sealedFields('reason');

/** Acts on one ban that are told from repetitions. */
export const SEEN = 20;

/** In force on `today` or later, soonest over first; `after`: the `seq` of the last one seen. */
export async function readBans(
  township: string,
  today: LocalDate,
  { limit, after }: { limit: number; after?: string },
): Promise<BanDocument[]> {
  const where = { seq: after === undefined ? atLeast(today) : above(after) };
  const fields = ['key', 'marks', 'until', 'seq', 'reason', 'name', 'phone', 'at'];
  const found = await readPage<BanDocument>(BANS, township, {
    where,
    order: [['seq', 'asc']],
    limit,
    fields,
  });
  return found.map((ban) => WRITTEN.open(ban));
}

export async function readBan(township: string, key: string): Promise<BanDocument | undefined> {
  const found = await readOne<BanDocument>(BANS, township, banId(township, key));
  return found && WRITTEN.open(found);
}

/** False when the account has one already. */
export function createBan(ban: BanDocument): Promise<boolean> {
  return createOne(BANS, WRITTEN.close(ban));
}

/** On the revision that was read. */
export function changeBan({ township, key, rev }: BanDocument, changes: Changes): Promise<boolean> {
  return changeOne(BANS, township, banId(township, key), { rev }, WRITTEN.closeChanges(changes));
}

/** Bans and days that may change meanwhile; then the relay tries again later. */
const TURNS = 5;
/** The bound is looked at before the write, so clerks who ban at once may pass it by a few. */
const MOST_BANS = 2 * LIMITS.bansInForce;

function changesOf({ put: wanted, drop: over }: MarkChanges): Changes {
  return {
    ...Object.fromEntries(Object.entries(wanted).map(([mark, value]) => [`banned.${mark}`, put(value)])),
    ...Object.fromEntries(over.map((mark) => [`banned.${mark}`, drop])),
  };
}

/**
 * Every day from today on is brought in line with the bans in force; two reads when it is already. Whoever wrote reads
 * again, so that of two relays the last to write has seen what is true now.
 */
export async function bringBans(township: string, now: Instant): Promise<void> {
  const today = toLocalDate(now);
  for (let turn = 0; turn < TURNS; turn++) {
    const [bans, days] = await Promise.all([
      readBans(township, today, { limit: MOST_BANS }),
      readDaysFrom(township, today, LIMITS.banDays + 1, ['date', 'banned']),
    ]);
    const stale = days.flatMap(({ date, banned = {} }) => {
      const changes = alignMarks({ date, banned }, bans);
      return changes ? [{ date, changes }] : [];
    });
    if (stale.length === 0) return;
    for (const { date, changes } of stale) await changeDay(township, date, {}, changesOf(changes));
  }
  throw new Error('the bans changed too often');
}
