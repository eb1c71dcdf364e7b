import fc from 'fast-check';
import type { Command, History } from './play-history';

const n = fc.nat(63);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('book' as const),
      who: n,
      family: n,
      phone: n,
      place: n,
      wish: n,
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('move' as const), who: n, slip: n, place: n }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), who: n, slip: n }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('repeat' as const), earlier: n, changed: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'wait' as const), what: n }) },
);
export const HISTORIES: fc.Arbitrary<History> = fc.record({
  accounts: fc.integer({ min: 1, max: 3 }),
  commands: fc.array(command, { minLength: 1, maxLength: 40 }),
  turns: fc.array(fc.nat(255), { minLength: 1, maxLength: 80 }),
});
