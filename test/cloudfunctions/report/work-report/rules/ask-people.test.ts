import { countPeople } from '../../../../../cloudfunctions/report/work-report/rules/ask-people';
import { smallDirectory } from '../../../request/rules/books';
import { factOf, sourcesOf } from './span';

/** Three deputies of the town, one of the district, and somebody of the office. */
const directory = smallDirectory(
  [],
  [
    { id: 'p1', level: 'town' },
    { id: 'p2', level: 'town' },
    { id: 'p3', level: 'town' },
    { id: 'p4', level: 'district' },
    { id: 'p5' },
  ],
);
const count = (
  which: Parameters<typeof countPeople>[1],
  ...did: readonly (readonly [string, ...string[]])[]
) => {
  const facts = did.map(([kind, ...persons], n) => factOf(`f${String(n)}`, kind, { persons }));
  return countPeople(sourcesOf({ directory, facts }), which);
};

const SAT = ['session-attended', 'p1', 'p2', 'p4', 'p5'] as const;

describe('deputies who were silent', () => {
  it('are those of the town who sat there: neither who stayed away nor whoever is of the district', () => {
    expect(count('silent', SAT)).toBe(2);
    expect(count('silent', ['session-missed', 'p1', 'p2'])).toBe(0);
  });

  it('are not those who spoke or moved a bill, whatever else they did', () => {
    expect(count('silent', SAT, ['session-spoke', 'p1'])).toBe(1);
    expect(count('silent', SAT, ['bill-moved', 'p2'])).toBe(1);
    expect(count('silent', SAT, ['household-visit', 'p1'])).toBe(2);
  });

  it('are nobody in a half-year without a session', () => {
    expect(count('silent', ['study', 'p1'])).toBe(0);
  });
});

describe('deputies of whom there is nothing but the session', () => {
  it.each(['session-attended', 'session-missed', 'session-spoke', 'bill-moved'])(
    '%s is the session',
    (kind) => {
      expect(count('sessionsOnly', SAT, [kind, 'p1'])).toBe(2);
    },
  );

  it('are fewer by whoever did one thing more', () => {
    expect(count('sessionsOnly', SAT, ['household-visit', 'p1'], ['study', 'p4'])).toBe(1);
  });

  it('are not those who were not there', () => {
    expect(count('sessionsOnly', ['study', 'p2'])).toBe(0);
  });
});

describe('deputies who learned nothing', () => {
  it.each(['study', 'training', 'upper-training'])('%s is learning', (kind) => {
    expect(count('untrained', [kind, 'p1', 'p4'])).toBe(2);
  });

  it('are not told where nothing was taught at all: that is not theirs', () => {
    expect(count('untrained', ['household-visit', 'p1'])).toBe(0);
  });
});

it('asks who was a deputy on the last day', () => {
  const [first, ...others] = directory.people;
  if (!first) throw new Error('nobody');
  const left = { ...first, memberships: first.memberships.map((row) => ({ ...row, to: '2026-11-22' })) };
  const now = { ...directory, people: [left, ...others] };
  const facts = [factOf('f', 'session-attended', { persons: ['p1', 'p2'] })];
  expect(countPeople(sourcesOf({ directory: now, facts }), 'silent')).toBe(1);
});
