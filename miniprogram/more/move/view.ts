/** From a day and the slip to be moved to the words on the page. */
import type { DayView, HomeDay, Receiver, Slip } from '../../contract/reception';
import type { LocalDate } from '../../contract/wire';
import { sayDay } from '../../view/dates';
import { listFree, listLargeTimes, listTimes } from '../../view/place-choice';
import type { FreePlace, TimeChoice } from '../../view/place-choice';
import { sayHalfTime, sayNumber } from '../../view/words';

export interface MoveScreen {
  day: string;
  now: string;
  /** Why it cannot be moved; empty: it can. */
  stop: string;
  am: readonly TimeChoice[];
  pm: readonly TimeChoice[];
  large: readonly TimeChoice[];
}

export function toMoveScreen(
  day: DayView,
  slip: Slip | undefined,
  home: HomeDay | undefined,
  today: LocalDate,
): MoveScreen {
  const free = home ? listFree(home, { who: 'any' }) : [];
  const name = sayDay(day.date, today);
  const nothing = { day: name, now: '', am: [], pm: [], large: [] };
  if (!slip || !home) return { ...nothing, stop: '没有找到这张预约单，可能已经退了。' };
  if (!home.open) return { ...nothing, stop: '网上改时间已截止。来不了的话，请打座机说一声。' };
  if (free.length === 0) return { ...nothing, stop: '别的时间都约满了，原来的号还给您留着。' };
  return {
    day: name,
    now: `${sayHalfTime(slip.half, slip.time)}，${sayNumber(slip)}`,
    stop: '',
    am: listTimes(home, free, 'am'),
    pm: listTimes(home, free, 'pm'),
    large: listLargeTimes(free),
  };
}

/** Who would receive at the chosen time, so that nobody is surprised by another face. */
export function sayWho(places: readonly FreePlace[], before: Receiver | undefined): string {
  const names = [...new Set(places.map(({ receiver }) => receiver.name))];
  if (names.length === 0) return '';
  if (names.length === 1 && places[0]?.receiver.person === before?.person)
    return `还是${names[0] ?? ''}接待。`;
  return `这个时间由${names.join('或')}接待。`;
}
