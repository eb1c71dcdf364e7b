/**
 * Who holds, or is invited to, a unit or a village: it does not go before they do.
 *
 * An invitation issued at the same instant as the removal, or by an instance whose directory is a minute old, may still
 * come to name what is gone. It reaches nothing: ids are never given again, no request is assigned to a unit or told for
 * a village that is not there, and the office sees it among the invitations and ends it.
 */
import type { Role } from '../../../miniprogram/contract/roles';
import type { Instant, Refused } from '../../../miniprogram/contract/wire';
import { readHolding } from './store';
import { refuse } from '../../shared/errors';

const ROLE_FOR = { unit: 'unit', village: 'helper' } as const satisfies Record<string, Role>;
/** Told of those who hold it; as many as rows that name something. */
const TOLD = 10;

export type Holdable = keyof typeof ROLE_FOR;

export function isHoldable(kind: string): kind is Holdable {
  return Object.hasOwn(ROLE_FOR, kind);
}

/** One call, none where nothing goes. What is issued and past its date holds nothing back. */
export async function refuseHeld(
  { township, now }: { township: string; now: Instant },
  kind: Holdable,
  gone: readonly string[],
): Promise<Refused | undefined> {
  if (gone.length === 0) return undefined;
  const found = await readHolding(township, ROLE_FOR[kind], { field: kind, ids: gone, limit: TOLD });
  const live = found.filter(({ state, expiresAt }) => state !== 'issued' || expiresAt > now);
  const [first] = live;
  if (!first) return undefined;
  const by = live.map(({ _id }) => `invitation~${_id}`);
  return refuse('still-used', { id: first[kind] ?? '', n: live.length, by, held: true });
}
