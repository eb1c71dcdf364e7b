import {
  from,
  given,
  meets,
  missing,
  other,
  upTo,
  type Need,
} from '../../../../../cloudfunctions/shared/life/rules/needs';

const document = { due: '2026-06-10', n: 5, owner: { group: 'g1' }, readers: ['p1', 'p2'], none: null };

// What is judged here is judged again by the database in the write: both must say the same.
test.each<[path: string, need: Need, holds: boolean]>([
  ['n', 5, true],
  ['n', 6, false],
  ['n', '5', false],
  ['owner.group', 'g1', true],
  ['owner.home', 'h1', false],
  ['readers', 'p2', true],
  ['readers', 'p3', false],
  ['due', given, true],
  ['owner.group', given, true],
  ['closed', given, false],
  ['closed', missing, true],
  ['due', missing, false],
  ['none.inside', missing, true],
  ['n.inside', missing, true],
  ['due.length', missing, true],
  ['closed.by', missing, true],
  ['due', from('2026-06-10'), true],
  ['due', from('2026-06-11'), false],
  ['due', from('2026-06-09'), true],
  ['due', upTo('2026-06-10'), true],
  ['due', upTo('2026-06-09'), false],
  ['due', upTo('2026-06-11'), true],
  // Values of different types are neither above nor below each other.
  ['n', from('1'), false],
  ['n', upTo('9'), false],
  ['closed', from(0), false],
  ['closed', upTo(9), false],
  ['n', other(6), true],
  ['n', other(5), false],
  ['closed', other(5), true],
  ['readers', other('p3'), true],
  ['readers', other('p2'), false],
])('%s %j: %s', (path, need, holds) => {
  expect(meets(document, { [path]: need })).toBe(holds);
});

test('all needs must be met', () => {
  expect(meets(document, { n: 5, due: missing })).toBe(false);
  expect(meets(document, {})).toBe(true);
});
