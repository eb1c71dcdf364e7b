/** What a person with a pencil keeps of a half-year, and counts: it knows nothing of rows, facets and keys. */
import { ACTIVITY_KINDS } from '../../../miniprogram/contract/activity-kinds';
import type { ActivityInput, Recorded } from '../../../miniprogram/contract/duty';
import {
  MEASURES,
  type Count,
  type FactQuery,
  type Measure,
  type OwnKindId,
} from '../../../miniprogram/contract/facts';
import { OWN_NAME } from './half-year-hands';

export const SPAN = { from: '2026-06-01', to: '2026-11-23' };
export const OWN_KIND: OwnKindId = `own-${OWN_NAME}`;

/** From a day on; the last one that has begun counts. */
interface Standing {
  from: string;
  group: string;
  level: string;
}

/** What a person with a pencil keeps. */
export interface Kept extends Recorded {
  input: ActivityInput;
  /** Of those who did it, where it is one: as the pencil's own list of persons said when it was written down. */
  group: string;
  level: string;
}

/** Who is where, beside the product's own directory. */
export class Roll {
  private readonly rows: Record<string, Standing[]> = {
    p5: [{ from: '', group: 'g3', level: 'town' }],
    p6: [{ from: '', group: 'g3', level: 'town' }],
    p8: [{ from: '', group: 'g4', level: 'town' }],
    p49: [{ from: '', group: 'g3', level: 'town' }],
  };

  move(person: string, standing: Standing): void {
    const earlier = (this.rows[person] ?? []).filter(({ from }) => from < standing.from);
    this.rows[person] = [...earlier, standing];
  }

  /** Of whoever is a deputy on that day: their group and their level, where it is the same of all. */
  on({ date, persons = [], kind }: ActivityInput): Pick<Kept, 'group' | 'level'> {
    const now = persons.flatMap((person) => {
      const last = (this.rows[person] ?? []).filter(({ from }) => from <= date).at(-1);
      return last && last.group !== '' ? [last] : [];
    });
    const groups = [...new Set(now.map(({ group }) => group))];
    const levels = [...new Set(now.map(({ level }) => level))];
    const only = (all: readonly string[]) => (all.length === 1 ? (all[0] ?? '') : '');
    // Whom a tied household is tied to is nobody's of the group to know.
    return { group: kind === 'tied-help' ? '' : only(groups), level: only(levels) };
  }
}

const normal = (name: string) => name.replace(/\s/g, '');

/** What is asked: the measures that activities feed, and the kind of the township's own. */
interface AskedOf {
  of: FactQuery['of'];
  kinds: readonly string[];
  distinct: boolean;
}

/** By hand: a loop over what was kept, knowing nothing of rows and facets. */
export function countByHand(
  kept: readonly Kept[],
  { kinds, distinct }: AskedOf,
  by?: FactQuery['by'],
): Count {
  const held = kept.filter(({ state, input, group, level }) => {
    if (state !== 'held' || !kinds.includes(input.kind)) return false;
    if (input.date < SPAN.from || input.date > SPAN.to) return false;
    if (by?.dimension === 'village') return input.village === by.value;
    if (by?.dimension === 'category') return input.category === by.value;
    if (by?.dimension === 'tag') return input.tag === by.value;
    if (by?.dimension === 'person') return input.persons?.includes(by.value) === true;
    if (by?.dimension === 'group') return group === by.value;
    if (by?.dimension === 'level') return level === by.value;
    return true;
  });
  const homes = held.map(({ input }) =>
    input.household ? `${input.village ?? ''} ${normal(input.household.name)}` : '',
  );
  const known = homes.filter(Boolean);
  return {
    n: distinct ? new Set(known).size : held.length,
    rows: held.length,
    unknown: distinct ? homes.length - known.length : 0,
    entered: held.filter(({ input }) => input.entered).length,
  };
}

/** Of what activities leave; receptions and requests have half-years of their own. */
export const MEASURED: readonly AskedOf[] = [
  ...(Object.keys(MEASURES) as Measure[])
    .filter((of) => MEASURES[of].kinds.every((kind) => (ACTIVITY_KINDS as readonly string[]).includes(kind)))
    .map((of) => ({ of, kinds: MEASURES[of].kinds, distinct: MEASURES[of].unit === 'households' })),
  { of: OWN_KIND, kinds: [OWN_KIND], distinct: true },
];
const DIMENSIONS = {
  category: ['road', 'water'],
  tag: ['代表在行动'],
  village: ['v1', 'v4'],
  person: ['p5', 'p49'],
  group: ['g3', 'g4', 'g5'],
  level: ['town', 'district'],
} as const;
export const BY: readonly (FactQuery['by'] | undefined)[] = [
  undefined,
  ...Object.entries(DIMENSIONS).flatMap(([dimension, values]) =>
    values.map((value) => ({ dimension: dimension as keyof typeof DIMENSIONS, value })),
  ),
];
