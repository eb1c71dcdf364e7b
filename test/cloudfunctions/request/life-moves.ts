/** What may happen in a life: arbitrary moves, and which of the offered steps such a move takes. */
import fc from 'fast-check';
import type { RequestAct } from '../../../miniprogram/contract/request-life';
import { LIFE_CYCLE } from '../../../cloudfunctions/request/life/rules/life-cycle';

export const ACTS = Object.keys(LIFE_CYCLE) as RequestAct[];
/** Askers, deputies, leader, office, chief, presidium, units, and some who have nothing to do with it. */
export const PHONES = [
  'asker',
  'older',
  'bh-p5',
  'bh-p49',
  'bh-p6',
  'bh-staff',
  'bh-p1',
  'bh-p17',
  'bh-unit',
  'bh-unit-2',
  'bh-helper',
  'qs-staff',
];

export interface Move {
  /** Among what is offered to anybody, rather than anything by anybody. */
  offered: boolean;
  act: RequestAct;
  by: number;
  pick: number;
  older: boolean;
  days: number;
  jump: number;
  class: 'A' | 'B' | 'C' | 'D';
  /** What happens at the same moment. */
  rival: 'none' | 'retry' | 'other' | 'clock' | 'events';
  order: readonly number[];
}
const move: fc.Arbitrary<Move> = fc.record({
  offered: fc.integer({ max: 9, min: 0 }).map((n) => n > 1),
  act: fc.constantFrom(...ACTS),
  by: fc.nat(PHONES.length - 1),
  pick: fc.nat(999),
  older: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  days: fc.integer({ min: 1, max: 40 }),
  class: fc.constantFrom('A', 'B', 'C', 'D'),
  jump: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
  ),
  rival: fc.oneof(
    { weight: 5, arbitrary: fc.constant('none' as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('retry' as const, 'other' as const, 'clock' as const, 'events' as const),
    },
  ),
  order: fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }),
});
export const life = fc.record({
  person: fc.boolean(),
  hideName: fc.boolean(),
  notOwnVillage: fc.boolean(),
  publishable: fc.boolean(),
  deputy: fc.constantFrom('p5', 'p49', undefined),
  village: fc.constantFrom('v4', 'v1', 'v5'),
  moves: fc.array(move, { minLength: 10, maxLength: 26 }),
  joinable: fc.boolean(),
});
export type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

export interface Offer {
  openid: string;
  act: RequestAct;
}

/** Few lives would come far if most steps led sideways or out; and each step has the same chance, however many may. */
const ASIDE: ReadonlySet<RequestAct> = new Set([
  'withdraw',
  'outOfScope',
  'merge',
  'keep',
  'reassign',
  'recuse',
  'handOver',
  'passUp',
]);

export function narrow(all: readonly Offer[], pick: number): Offer[] {
  const onward = all.filter(({ act }) => !ASIDE.has(act) && LIFE_CYCLE[act].to !== 'same');
  const some = onward.length > 0 && pick % 2 === 0 ? onward : all;
  const acts = [...new Set(some.map(({ act }) => act))];
  const wanted = acts[(pick >> 1) % Math.max(1, acts.length)];
  return some.filter(({ act }) => act === wanted);
}
