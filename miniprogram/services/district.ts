/** Which townships there are: rows of the district, asked for once a day at most. */
import type { TownshipName } from '../contract/district';
import type { Result } from '../contract/result';
import { now } from '../platform/clock';
import { ask } from '../platform/cloud';
import { keep, recall } from '../platform/storage';

const FRESH_MS = 86_400_000;

/** Without a network the ones known are good enough to choose from. */
export async function getTownships(): Promise<Result<readonly TownshipName[]>> {
  const kept = recall('townships');
  const isFresh = kept !== undefined && now() - kept.at < FRESH_MS && now() >= kept.at;
  if (isFresh && kept.townships.length > 0) return { ok: true, data: kept.townships };
  const asked = await askTownships();
  return !asked.ok && kept ? { ok: true, data: kept.townships } : asked;
}

/** As the server knows them now. */
async function askTownships(): Promise<Result<readonly TownshipName[]>> {
  const result = await ask('registry', 'district', {});
  if (!result.ok) return result;
  const { townships } = result.data;
  keep('townships', { at: now(), townships });
  return { ok: true, data: townships };
}

/** The next number that no township has: t1, t2 … `taken`: those that somebody else was faster with. */
export async function findFreeId(taken: readonly string[]): Promise<Result<string>> {
  const townships = await askTownships();
  if (!townships.ok) return townships;
  const ids = [...townships.data.map(({ id }) => id), ...taken];
  let n = townships.data.length + 1;
  while (ids.includes(`t${String(n)}`)) n += 1;
  return { ok: true, data: `t${String(n)}` };
}

/** A township that came into being on this phone is in the list at once. */
export function knowTownship(township: TownshipName): void {
  const before = recall('townships')?.townships ?? [];
  const others = before.filter(({ id }) => id !== township.id);
  keep('townships', { at: now(), townships: [...others, township] });
}
