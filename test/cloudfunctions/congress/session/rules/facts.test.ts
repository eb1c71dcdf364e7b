/** What a session leaves in the ledger once it is over: who attended, who spoke, who moved. */
import { factsOfSession } from '../../../../../cloudfunctions/congress/session/rules/facts';

const held = { state: 'closed', sittings: [], from: '2026-12-21' } as const;
const signed = (person: string) => ({ kind: 'signed', person }) as const;
const leave = (person: string, approved?: boolean) =>
  ({ kind: 'answer', person, answer: 'leave', ...(approved !== undefined && { approved }) }) as const;

it('nothing while it is not over', () => {
  for (const state of ['prepared', 'noticed'] as const)
    expect(factsOfSession({ ...held, state }, ['p1'], [signed('p1')], [])).toEqual([]);
});

it('who signed in to one sitting attended it; leave that was granted is no absence', () => {
  const rows = [
    signed('p1'),
    signed('p1'),
    leave('p1', true),
    leave('p2', true),
    leave('p3'),
    leave('p4', false),
  ];
  const coming = { kind: 'answer', person: 'p5', answer: 'attending', approved: true } as const;
  const facts = factsOfSession(held, ['p1', 'p2', 'p3', 'p4', 'p5'], [...rows, coming], []);
  expect(facts[0]).toEqual({
    kind: 'session-attended',
    part: 'p1',
    date: '2026-12-21',
    persons: ['p1'],
    level: 'town',
    result: '到会',
    heading: 'meetings',
  });
  expect(facts.slice(1)).toEqual(
    ['请假', '缺席', '缺席', '缺席'].map((result, at) => ({
      kind: 'session-missed',
      part: `p${String(at + 2)}`,
      date: '2026-12-21',
      persons: [`p${String(at + 2)}`],
      level: 'town',
      result,
    })),
  );
});

it('a session without a single signature was not kept here, and says nothing of who came', () => {
  expect(factsOfSession(held, ['p1'], [leave('p1', true)], [])).toEqual([]);
});

it('an opinion is a speech of its deputy, a bill is moved by all who signed it', () => {
  const rows = [
    { _id: 'o1', kind: 'opinion', person: 'p1' },
    { _id: 'o2', kind: 'opinion' },
    { _id: 'b1', kind: 'bill', persons: ['p1', 'p2'], person: 'p1' },
    { _id: 'b2', kind: 'bill' },
  ] as const;
  expect(factsOfSession(held, [], [], rows)).toEqual([
    { kind: 'session-spoke', part: 'o1', date: '2026-12-21', persons: ['p1'], heading: 'meetings' },
    { kind: 'bill-moved', part: 'b1', date: '2026-12-21', persons: ['p1', 'p2'], heading: 'suggestions' },
  ]);
});
