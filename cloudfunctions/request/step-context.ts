/** What every step goes by. */
import type { Instant } from '../../miniprogram/contract/wire';
import type { Township } from '../registry/store';
import { settingsOf } from '../registry/rules/settings';
import { toLocalDate } from '../shared/china-time';
import { nameOfCaller, type Actor, type Caller } from './rules/actors';
import { holidaysOf } from './rules/deadline';
import type { PlanContext } from './rules/plan';

export function contextFor(
  known: Township,
  caller: Caller,
  actor: Actor,
  { id, now }: { id: string; now: Instant },
): PlanContext {
  const { book, openByPerson } = known;
  return {
    ...{ id, now, today: toLocalDate(now), actor, by: nameOfCaller(caller), book, openByPerson },
    ...(caller.unit !== undefined && { unit: caller.unit }),
    ...{ settings: settingsOf(book.settings), holidays: holidaysOf(book) },
  };
}
