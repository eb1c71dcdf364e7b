/** 候补: a time where nothing is free can be waited for; its choice is `wait:09:30`. */
import type { HomeDay } from '../../contract/reception';
import type { LocalTime } from '../../contract/wire';
import { halfOf } from '../../view/dates';
import { sayTimeWish } from '../../view/place-choice';
import type { TimeChoice, TimeWish } from '../../view/place-choice';
import { sayHalfTime } from '../../view/words';

const WAIT = 'wait:';

/** The time that is waited for; nothing when a place is wanted. */
export function waitedTime(wish: TimeWish): LocalTime | undefined {
  return wish.startsWith(WAIT) ? wish.slice(WAIT.length) : undefined;
}

/** Full times become ones to wait for, where nobody at all has a place left and the home still takes bookings. */
export function offerWaiting(times: readonly TimeChoice[], { times: all, open }: HomeDay): TimeChoice[] {
  const full = new Set(all.filter(({ free }) => free.length === 0).map(({ time }) => time));
  return times.map((each) =>
    open && each.off === true && full.has(each.id)
      ? { id: `${WAIT}${each.id}`, text: each.text, hint: '候补' }
      : each,
  );
}

/** 上午 9:30, 上午, or 候补 and the time that is waited for; empty: nothing is chosen. */
export function sayWhen(wish: TimeWish): string {
  const time = waitedTime(wish);
  return time === undefined ? sayTimeWish(wish) : `候补：${sayHalfTime(halfOf(time), time)}`;
}

/** The words of the main button. */
export function sayMain(wish: TimeWish): string {
  if (waitedTime(wish) !== undefined) return sayWhen(wish);
  return wish === '' ? '确认预约' : `确认预约：${sayWhen(wish)}`;
}
