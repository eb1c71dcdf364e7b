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
  const result = await ask('registry', 'district', {});
  if (!result.ok) return kept ? { ok: true, data: kept.townships } : result;
  keep('townships', { at: now(), townships: result.data.townships });
  return { ok: true, data: result.data.townships };
}

/** A township that came into being on this phone is in the list at once. */
export function knowTownship(township: TownshipName): void {
  const before = recall('townships')?.townships ?? [];
  const others = before.filter(({ id }) => id !== township.id);
  keep('townships', { at: now(), townships: [...others, township] });
}
