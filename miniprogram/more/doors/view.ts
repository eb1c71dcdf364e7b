/** Which doors are shown, in which order. */
import type { Door } from '../../view/doors';

export interface DoorsScreen {
  intro: string;
  doors: readonly Door[];
}

const GENERAL = '下面这些事，代表办不了，有专门的地方管。';
const NAMED = '您反映的这件事，请到第一个地方去办。';

/** The named one first; an id that is none of ours changes nothing. */
export function doorsFor(named: string, doors: readonly Door[]): DoorsScreen {
  const first = doors.find(({ id }) => id === named);
  if (!first) return { intro: GENERAL, doors };
  return { intro: NAMED, doors: [first, ...doors.filter((door) => door !== first)] };
}
