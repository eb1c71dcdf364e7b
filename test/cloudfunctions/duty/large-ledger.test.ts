/** The ledger of a large township: what is asked of it stays a few calls, whoever did however much. */
import type { StoredFact } from '../../../cloudfunctions/duty/ledger/store';
import { facetsOf, factSeq, type Fact } from '../../../cloudfunctions/duty/ledger/rules/fact';
import { countRows } from '../../../cloudfunctions/duty/ledger/rules/count';
import type { Output } from '../../../miniprogram/contract/wire';
import { CHIEF, openDuty, STAFF, TOWNSHIP, type Duty } from './support';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const ROWS = 6_000;
const HOUSEHOLDS = 700;
/** Calls of a list at most, admit included. */
const MOST_CALLS = 5;
const SPAN = { from: '2026-07-01', to: '2026-11-20' };
const BUSY = ['p5', 'p6', 'p8', 'p10'];
let duty: Duty;
let visits: StoredFact[];

function stored(fact: Fact, n: number): StoredFact {
  const _id = `${TOWNSHIP}~${String(n)}`;
  return {
    _id,
    township: TOWNSHIP,
    rev: 1,
    source: `activity~${String(n)}`,
    seq: factSeq(fact.date, _id),
    facets: facetsOf(fact),
    ...fact,
  };
}

/** A visit each, every tenth written down later, every seventh to nobody knows whom. */
function visit(n: number): StoredFact {
  const day = String((n % 28) + 1).padStart(2, '0');
  return stored(
    {
      kind: 'household-visit',
      part: 'a',
      date: `2026-${String((n % 4) + 7).padStart(2, '0')}-${day}`,
      persons: [BUSY[n % BUSY.length] ?? ''],
      group: 'g3',
      ...(n % 7 > 0 && { household: `h${String(n % HOUSEHOLDS)}` }),
      ...(n % 10 === 0 && { entered: true }),
    },
    n,
  );
}

beforeAll(async () => {
  duty = await openDuty();
  visits = Array.from({ length: ROWS }, (_, n) => visit(n));
  // Two whom one notices only behind everybody else's rows; one did nothing in these months.
  const rare = { kind: 'household-visit', part: 'a', persons: ['p12'], date: '2026-07-01' } as const;
  const old = { ...rare, persons: ['p13'], date: '2026-01-05' };
  duty.cloud.replace('facts', [...visits, stored(rare, ROWS), stored(old, ROWS + 1)]);
});

it.each([
  ['visited', SPAN],
  ['visited', { from: '2026-08-03', to: '2026-08-17' }],
])('how many of %s in %j is one call, and what a plain count of the rows is', async (of, span) => {
  const { data, cost } = await duty.ask(STAFF, 'figures', {
    queries: [{ of, ...span, by: { dimension: 'group', value: 'g3' } }],
  });
  const rows = visits.filter(({ date }) => date >= span.from && date <= span.to);
  expect(rows.length).toBeGreaterThan(100);
  expect(data).toEqual({ counts: [countRows('households', rows)] });
  expect(cost.calls).toBe(2);
});

it('who needs a call is found in a few calls behind thousands of rows of the others', async () => {
  const { data, cost } = await duty.ask(CHIEF, 'quietDeputies', { months: 5 });
  const { persons } = data as Output<'duty', 'quietDeputies'>;
  const quiet = persons.map(({ person }) => person);
  expect([...BUSY, 'p12'].filter((person) => quiet.includes(person))).toEqual([]);
  expect(quiet).toContain('p13');
  expect(cost.calls).toBeLessThanOrEqual(MOST_CALLS);
});
