/** What every step goes by. */
import type { Instant } from '../../../../miniprogram/contract/wire';
import type { NameBook } from '../../../registry/directory/rules/directory';
import { settingsOf } from '../../../registry/directory/rules/settings';
import { toLocalDate } from '../../../shared/china-time';
import { nameOfCaller, type Actor, type Caller } from './actors';
import { holidaysOf } from './deadline';
import type { PlanContext } from './plan';

interface Known {
  book: NameBook;
  openByPerson: Readonly<Record<string, number>>;
}

export function contextFor(
  { book, openByPerson }: Known,
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
    book,
    openByPerson,
    ...(caller.unit !== undefined && { unit: caller.unit }),
    settings: settingsOf(book.settings),
    holidays: holidaysOf(book),
  };
}
