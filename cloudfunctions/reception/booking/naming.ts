/**
 * What a booking could tell about somebody else: whether a person of that name and phone is booked or banned. So one
 * account may ask for a few such people on a reception day and no more; each is counted in the day's document before
 * anything is told, a booking by its own write, a refusal by one of its own. Every other refusal comes first and is the
 * same whatever is true of that person (rules/refusal.ts), so that it tells nothing.
 */
import { LIMITS } from '../../../miniprogram/contract/limits';
import type { LocalDate } from '../../../miniprogram/contract/wire';
import { absent, append, not, type Changes, type Where } from '../../shared/conditions';
import type { Call } from '../../shared/serve';
import type { OwnDay } from '../days/rules/day-document';
import { changeDay } from '../days/store';

interface Asking {
  account: string;
  personKeys: readonly string[];
}

/** The key that another account would have too; undefined: only the account's own keys, or somebody acts on behalf. */
export function namedBy(call: Pick<Call, 'account'>, { account, personKeys }: Asking): string | undefined {
  return account === call.account ? personKeys[1] : undefined;
}

/** The condition of a booking under this name, and what it leaves. `known`: the account asked for it before. */
export function namingOf(
  call: Pick<Call, 'account'>,
  asking: Asking,
  known: boolean,
): { where: Where; changes: Changes } {
  const named = namedBy(call, asking);
  if (named === undefined) return { where: {}, changes: {} };
  const path = `asked.${call.account}`;
  if (known) return { where: { [path]: named }, changes: {} };
  return {
    where: { [path]: not(named), [`${path}.${String(LIMITS.namesPerAccount - 1)}`]: absent },
    changes: { [path]: append([named]) },
  };
}

export function isKnownName(call: Pick<Call, 'account'>, asking: Asking, day: OwnDay | undefined): boolean {
  const named = namedBy(call, asking);
  return named !== undefined && (day?.asked?.[call.account] ?? []).includes(named);
}

/** Counts a name of which something is about to be told. One call; none where it was asked for before. */
export async function countName(
  call: Call,
  date: LocalDate,
  asking: Asking,
  day: OwnDay | undefined,
): Promise<void> {
  if (namedBy(call, asking) === undefined || isKnownName(call, asking, day)) return;
  const { where, changes } = namingOf(call, asking, false);
  await changeDay(call.township, date, where, changes);
}
