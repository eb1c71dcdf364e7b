/** What every step goes by. */
import type { Instant } from '../../../../miniprogram/contract/wire';
import type { Directory } from '../../../registry/directory/rules/directory';
import { settingsOf } from '../../../registry/directory/rules/settings';
import { toLocalDate } from '../../../shared/china-time';
import { nameOfCaller, type Actor, type Caller } from './actors';
import { holidaysOf } from './deadline';
import type { PlanContext } from './plan';

interface Known {
  directory: Directory;
  openByPerson: Readonly<Record<string, number>>;
}

export function contextFor(
  { directory, openByPerson }: Known,
  caller: Caller,
  actor: Actor,
  { id, now }: { id: string; now: Instant },
): PlanContext {
  return {
    id,
    now,
    today: toLocalDate(now),
    actor,
    by: nameOfCaller(caller),
    directory,
    openByPerson,
    ...(caller.unit !== undefined && { unit: caller.unit }),
    settings: settingsOf(directory.settings),
    holidays: holidaysOf(directory),
  };
}
