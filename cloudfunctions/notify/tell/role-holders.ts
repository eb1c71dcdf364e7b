/** Who holds which role, as this instance read it at most a minute ago: one call a township and minute. */
import type { Instant } from '../../../miniprogram/contract/wire';
import { readConfirmed, readDistrictGrants } from '../../registry/invitations/grants-store';
import { listTownships, recallTownship } from '../../registry/store';
import { holdsOn } from '../../registry/invitations/rules/invitation';
import { toLocalDate } from '../../shared/china-time';
import { accountOf } from '../../shared/cipher';
import type { Where } from './rules/day-facts';
import type { Holder } from './rules/recipients';
import { nextMorning } from '../reminders/rules/reminders';

const CACHE_MS = 60_000;
const cache = new Map<string, { at: Instant; holders: Holder[] }>();

export async function recallHolders(township: string, now: Instant): Promise<Holder[]> {
  const known = cache.get(township);
  if (known && now >= known.at && now - known.at < CACHE_MS) return known.holders;
  const confirmed = await readConfirmed(township);
  const today = toLocalDate(now);
  const holders = confirmed
    .filter((one) => holdsOn(one, today))
    .map(({ openid, role, person, group, unit }) => ({
      account: accountOf(openid),
      openid,
      role,
      ...(person !== undefined && { person }),
      ...(group !== undefined && { group }),
      ...(unit !== undefined && { unit }),
    }));
  cache.set(township, { at: now, holders });
  return holders;
}

let district: { at: Instant; holders: Holder[] } | undefined;

/** Each once, with the inbox of the first township that gave the role: two calls a minute. */
export async function recallDistrict(now: Instant): Promise<Holder[]> {
  if (district && now >= district.at && now - district.at < CACHE_MS) return district.holders;
  const grants = await readDistrictGrants(await listTownships());
  const today = toLocalDate(now);
  const byAccount = new Map<string, Holder>();
  const inOrder = grants
    .filter((one) => holdsOn(one, today))
    .sort((one, other) => (one.township < other.township ? -1 : 1));
  for (const { openid, role, township } of inOrder) {
    const account = accountOf(openid);
    if (!byAccount.has(account)) byAccount.set(account, { account, openid, role, township });
  }
  district = { at: now, holders: [...byAccount.values()] };
  return district.holders;
}

/** The directory and the day it is; undefined for a township that is not there: nobody can be told anything. */
export async function recallWhere(township: string, now: Instant): Promise<Where | undefined> {
  const known = await recallTownship(township, now);
  return (
    known && {
      directory: known.directory,
      today: toLocalDate(now),
      morning: nextMorning(known.directory, now),
    }
  );
}
