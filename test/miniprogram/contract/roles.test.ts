/** Who invites whom, what a grant names, and what each sees at 工作台. */
import { canRetry, type Code } from '../../../miniprogram/contract/result';
import {
  hasDays,
  holdsAny,
  invitedBy,
  OFFICE,
  ROLE_IDS,
  roleNames,
} from '../../../miniprogram/contract/roles';
import { groupsFor, queueOfGroup, WORK_GROUP_IDS } from '../../../miniprogram/contract/workbench';

test('nobody raises oneself or one’s like, but administrators', () => {
  expect(ROLE_IDS.filter((role) => invitedBy(role).includes(role))).toEqual(['admin']);
  expect(invitedBy('staff')).toEqual(['deputy', 'leader', 'presidium', 'receiver', 'unit', 'helper']);
  expect(invitedBy('chief')).toEqual([
    'deputy',
    'leader',
    'presidium',
    'receiver',
    'staff',
    'unit',
    'helper',
  ]);
  expect(invitedBy('admin')).toEqual(['staff', 'chief', 'district', 'admin']);
  expect(invitedBy('deputy')).toEqual([]);
});

test('a grant names a person of the directory, a unit, a village, or nothing but somebody’s name', () => {
  const naming = (what: 'person' | 'unit' | 'village') => ROLE_IDS.filter((role) => roleNames(role, what));
  expect(naming('person')).toEqual(['deputy', 'leader', 'presidium', 'receiver']);
  expect([naming('unit'), naming('village')]).toEqual([['unit'], ['helper']]);
});

test('the next reception day is shown to whoever has to do with one', () => {
  expect(ROLE_IDS.filter((role) => !hasDays(role))).toEqual(['unit', 'district', 'admin']);
});

test('a claimed grant opens nothing yet, nor does a confirmed one of another role', () => {
  const grant = (role: 'staff' | 'deputy', state: string) => ({ role, state });
  expect(holdsAny([grant('staff', 'confirmed')], OFFICE)).toBe(true);
  expect(holdsAny([grant('staff', 'claimed')], OFFICE)).toBe(false);
  expect(holdsAny([grant('deputy', 'confirmed')], OFFICE)).toBe(false);
  expect(holdsAny([grant('staff', 'claimed'), grant('deputy', 'confirmed')], OFFICE)).toBe(false);
  expect(holdsAny([grant('deputy', 'confirmed'), grant('staff', 'confirmed')], OFFICE)).toBe(true);
  expect(holdsAny([], OFFICE)).toBe(false);
});

describe('工作台', () => {
  test('has of each the groups of all their roles, once, in the order of the table', () => {
    expect(groupsFor([])).toEqual([]);
    expect(groupsFor(['district'])).toEqual(['passed-up']);
    expect(groupsFor(['leader'])).toEqual(['group-overdue', 'group-untaken']);
    expect(groupsFor(['leader', 'presidium'])).toEqual([
      'rulings',
      'escalated',
      'overdue',
      'group-overdue',
      'group-untaken',
    ]);
    expect(groupsFor(['staff', 'chief'])).toEqual(groupsFor(['chief', 'staff']));
    expect(groupsFor(['staff'])).not.toContain('rulings');
  });

  test('a group leads to the list of requests with the same condition, where there is one', () => {
    expect(WORK_GROUP_IDS.map(queueOfGroup).filter((queue) => queue !== undefined)).toEqual([
      'rulings',
      'extensions',
      'escalated',
      'overdue',
      'to-route',
      'to-review',
      'deliveries',
      'to-tell',
      'call-backs',
    ]);
    expect(queueOfGroup('unit-overdue')).toBeUndefined();
  });
});

test.each<[Code, boolean]>([
  ['offline', true],
  ['busy', true],
  ['internal', true],
  ['not-your-file', true],
  ['bad-input', false],
  ['not-allowed', false],
  ['closed', false],
])('after %s pressing again, unchanged, may help: %s', (code, helps) => {
  expect(canRetry(code)).toBe(helps);
});
