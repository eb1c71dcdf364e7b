/** The kinds that every township has, and those that one of them added. */
import {
  isActivityKind,
  isOwnKind,
  kindRow,
  KINDS,
  labelOf,
  shapeOf,
  type OwnKindCard,
} from '../../../miniprogram/contract/activity-kinds';
import { DUTY_BOUND, LEADERS, RECEIVERS } from '../../../miniprogram/contract/roles';

const card = (changes: Partial<OwnKindCard> = {}): OwnKindCard => ({
  id: '夜校',
  unit: 'sessions',
  fields: ['place', 'persons'],
  by: 'leaders',
  ...changes,
});

test('a kind is one of the table’s, or a township’s own by the beginning of its id', () => {
  expect(
    ['study', 'own-夜校', 'reception', 'my-own-'].map((kind) => [isActivityKind(kind), isOwnKind(kind)]),
  ).toEqual([
    [true, false],
    [false, true],
    [false, false],
    [false, false],
  ]);
});

test('it is called as its table or its township calls it; what is no activity has no name', () => {
  expect(['study', 'own-夜校', 'reception'].map(labelOf)).toEqual([KINDS.study.label, '夜校', undefined]);
});

test('a kind of the table is the same in every township, whatever it added', () => {
  expect(kindRow('study')).toBe(KINDS.study);
  expect(kindRow('study', [card({ id: 'study' })])).toBe(KINDS.study);
});

test('an own kind asks what it is, and then what its township chose', () => {
  expect(kindRow('own-夜校', [card({ id: '讲堂' }), card({ heading: 'training' })])).toMatchObject({
    label: '夜校',
    heading: 'training',
    unit: 'sessions',
    needs: ['title'],
    fields: ['title', 'place', 'persons'],
  });
});

test('an own kind that the township has not is none', () => {
  expect([kindRow('own-夜校'), kindRow('own-夜校', [card({ id: '夜' })])]).toEqual([undefined, undefined]);
});

test.each([
  ['office', []],
  ['leaders', LEADERS],
  ['deputies', DUTY_BOUND],
  ['receivers', RECEIVERS],
] as const)('one that is %s’ to record is recorded by them, besides the office', (by, roles) => {
  expect(kindRow('own-夜校', [card({ by })])?.by).toEqual(roles);
});

test('how an activity is shown follows its kind; of an own one what it was when it was recorded', () => {
  expect(shapeOf({ kind: 'study' })).toBe(KINDS.study);
  expect(shapeOf({ kind: 'own-夜校', own: { pictures: 'recorder' } })).toEqual({ pictures: 'recorder' });
  // One from before there was anything to choose has neither heading nor pictures.
  expect(shapeOf({ kind: 'own-夜校' })).toEqual({});
  expect(shapeOf({ kind: 'study', own: { pictures: 'recorder' } })).toBe(KINDS.study);
});
