/** Which doors are shown, in which order. */
import { DISCIPLINE } from './door-list';
import type { Door } from './door-list';

export interface DoorsScreen {
  intro: string;
  doors: readonly Door[];
}

const GENERAL = '下面这些事，代表办不了，有专门的地方管。';
const STOPPED = '这样的事不在这里交。您写的还在这部手机里，没有交出去，别人看不到。';
const NAMED = '您反映的这件事，请到第一个地方去办。';

/**
 * The named one first; an id that is none of ours changes nothing. `stopped`: the villager was brought here instead of
 * sending.
 */
export function doorsFor(named: string, doors: readonly Door[], stopped = false): DoorsScreen {
  const first = doors.find(({ id }) => id === named);
  if (!first) return { intro: GENERAL, doors };
  if (stopped && first.id === DISCIPLINE) return { intro: STOPPED, doors: [first] };
  return { intro: NAMED, doors: [first, ...doors.filter((door) => door !== first)] };
}
