import { queuesFor, stepThrough, toChips, toRows } from '../../../../miniprogram/office/requests/view';
import type { Role } from '../../../../miniprogram/contract/roles';
import { officeCards } from '../../../support/sample-requests';

const TODAY = '2026-11-23';
const held = (role: Role, state: 'claimed' | 'confirmed' = 'confirmed') => queuesFor([{ role, state }]);

test('the presidium sees what it supervises and nothing else; whoever is not confirmed sees nothing', () => {
  expect(held('presidium')).toEqual(['rulings', 'escalated', 'key', 'overdue', 'dispatches']);
  expect(held('staff')).not.toContain('rulings');
  expect(held('chief')).toEqual(expect.arrayContaining(['rulings', 'extensions', 'to-route']));
  expect(held('chief', 'claimed')).toEqual([]);
  expect(held('deputy')).toEqual([]);
});

test('the chosen queue is among those shown, even when it stands behind 更多', () => {
  const chips = toChips(held('chief'), 'all', false).map(({ id }) => id);
  expect(chips).toHaveLength(6);
  expect(chips).toContain('all');
  expect(toChips(held('chief'), 'all', true)).toHaveLength(14);
});

test('yellow says how many days are left, red how many it is over', () => {
  expect(toRows(officeCards, [], TODAY).map(({ tag }) => tag)).toEqual([
    '提请交办',
    '已超1天',
    '还有1天',
    '承办单位办理中',
  ]);
});

test('a row says what its queue is about, and who has it', () => {
  const rows = toRows(officeCards, ['r3'], TODAY);
  expect(rows[2]).toMatchObject({ extra: '要听一听，写个标题', picked: true });
  expect(rows[3]?.about).toContain('镇村建办');
  expect(rows[3]?.extra).toContain('答复：材料到了');
});

test('arrows stop at both ends, and begin at the first', () => {
  const rows = toRows(officeCards, [], TODAY);
  expect(stepThrough(rows, '', 1)).toBe('r1');
  expect(stepThrough(rows, 'r1', -1)).toBe('r1');
  expect(stepThrough(rows, 'r3', 1)).toBe('r4');
  expect(stepThrough(rows, 'r4', 1)).toBe('r4');
  expect(stepThrough([], 'r4', 1)).toBe('');
});
