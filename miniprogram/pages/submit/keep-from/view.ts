/** Whom somebody keeps from their request, found by name. */
import type { Choice } from '../../../components/choice-chips/choice-chips';
import { LIMITS } from '../../../contract/limits';
import type { DeputyCard } from '../../../contract/registry';

export interface KeepFromScreen {
  answer: string;
  choices: readonly Choice[];
  none: string;
}

/** More names than this are found by typing. */
const MOST_NAMES = 8;

/** The chosen ones first, so that they can be taken back without a search. */
export function toKeepFrom(
  people: readonly DeputyCard[],
  chosen: readonly string[],
  search: string,
): KeepFromScreen {
  const kept = people.filter(({ person }) => chosen.includes(person));
  const text = search.trim();
  const others = people.filter(({ person, name }) => !chosen.includes(person) && name.includes(text));
  const full = kept.length >= LIMITS.recused;
  return {
    answer: kept.map(({ name }) => name).join('、'),
    choices: [
      ...kept.map(({ person, name }) => ({ id: person, text: name, hint: '不让看，点一下取消', on: true })),
      ...(full ? [] : others.slice(0, MOST_NAMES)).map(({ person, name, title }) => ({
        id: person,
        text: name,
        hint: title ?? '',
      })),
    ],
    none: others.length === 0 && text !== '' && !full ? '没有找到。不是代表的人本来就看不到。' : '',
  };
}

/** Chosen and not chosen in turn; undefined: there is no room for one more. */
export function toggle(chosen: readonly string[], person: string): readonly string[] | undefined {
  if (chosen.includes(person)) return chosen.filter((each) => each !== person);
  return chosen.length >= LIMITS.recused ? undefined : [...chosen, person];
}
