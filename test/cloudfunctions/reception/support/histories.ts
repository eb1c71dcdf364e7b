import fc from 'fast-check';
import type { Command, History } from './play-history';

const n = fc.nat(63);
const person = { who: n, family: n, phone: n, place: n };
const be = <T extends string>(what: T) => fc.constant(what);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: be('book'), ...person, wish: n }) },
  { weight: 7, arbitrary: fc.record({ do: be('wait'), ...person }) },
  { weight: 5, arbitrary: fc.record({ do: be('move'), who: n, slip: n, place: n }) },
  { weight: 6, arbitrary: fc.record({ do: be('cancel'), who: n, slip: n }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: be('visit'),
      who: n,
      slip: n,
      step: n,
      stale: fc.nat(3).map((one) => one === 0),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: be('walk-in'), ...person }) },
  { weight: 2, arbitrary: fc.record({ do: be('block'), who: n, place: n, opens: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: be('book-for'), ...person, village: n }) },
  { weight: 2, arbitrary: fc.record({ do: be('cancel-for'), who: n, slip: n }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: be('take-over'), who: n, slip: n, wrong: fc.nat(2).map((one) => one === 0) }),
  },
  { weight: 2, arbitrary: fc.record({ do: be('add'), who: n, place: n, seat: n, count: n }) },
  { weight: 2, arbitrary: fc.record({ do: be('repeat'), earlier: n, changed: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'swap' as const), what: n }),
  },
);
export const HISTORIES: fc.Arbitrary<History> = fc.record({
  accounts: fc.integer({ min: 1, max: 7 }),
  commands: fc.array(command, { minLength: 1, maxLength: 24, size: 'max' }),
  turns: fc.array(fc.nat(255), { minLength: 1, maxLength: 80, size: 'max' }),
});
