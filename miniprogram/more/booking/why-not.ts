/** Why a time or a receiver cannot be chosen, as one would say it at the counter. */
import type { HomeDay, Receiver, Slip } from '../../contract/reception';
import type { Half } from '../../contract/wire';
import { HALF_LABELS } from '../../contract/labels';
import { toWish } from '../../view/place-choice';
import type { TimeChoice } from '../../view/place-choice';
import { waitedTime } from './waiting';

function isWished(who: string, receiver: Receiver): boolean {
  const wish = toWish(who);
  if (wish.who === 'any') return true;
  return wish.who === 'receiver' ? receiver.person === wish.person : receiver.group === wish.group;
}

/** The half-days in which whoever is wanted sits. */
function halvesOf(home: HomeDay, who: string): Half[] {
  return home.halves
    .filter(({ seats }) => seats.some(({ receiver }) => isWished(who, receiver)))
    .map(({ half }) => half);
}

/** 上午; 下午; empty where it is both, or there is but one. */
export function sayHalves(home: HomeDay, who: string): string {
  const halves = halvesOf(home, who);
  const [only] = halves;
  return halves.length === 1 && only !== undefined && home.halves.length > 1 ? HALF_LABELS[only] : '';
}

/** The times with the reason under each that is not there: not sitting then, taken by oneself, or full. */
export function sayWhyNot(
  times: readonly TimeChoice[],
  half: Half,
  { home, who, mine }: { home: HomeDay; who: string; mine: readonly Slip[] },
): TimeChoice[] {
  const sits = halvesOf(home, who).includes(half);
  const own = new Set(
    mine.filter((slip) => slip.home === home.home && slip.state !== 'cancelled').map(({ time }) => time),
  );
  const others = toWish(who).who !== 'any';
  return times.map((each) => {
    if (own.has(waitedTime(each.id) ?? each.id) && (each.off === true || waitedTime(each.id) !== undefined))
      return { ...each, hint: '您约的' };
    if (each.off !== true) return each;
    if (!sits) return { ...each, hint: `${HALF_LABELS[half]}不在` };
    return others ? { ...each, hint: '这位已满' } : each;
  });
}

/** What waiting for a time means, before it is tapped. */
export const WAIT_WORDS =
  '写着“候补”的时间约满了，可以排队：有人退了，按先后给，最多等到预约截止；接访人可能换成另一位。不想等，直接来也行。';
