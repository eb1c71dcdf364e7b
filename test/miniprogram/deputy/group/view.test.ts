import { isLeader, toGroupScreen } from '../../../../miniprogram/deputy/group/view';
import { card, lateCard } from '../../../support/sample-answers';

test('only a confirmed leader has a group to look at', () => {
  expect(isLeader([{ role: 'leader', state: 'confirmed' }])).toBe(true);
  expect(isLeader([{ role: 'leader', state: 'claimed' }])).toBe(false);
  expect(isLeader([{ role: 'deputy', state: 'confirmed' }])).toBe(false);
});

test('a late one says by how much; empty lists say what will stand there', () => {
  const screen = toGroupScreen('group', { rows: [lateCard, card], next: 'x' }, '2026-11-23');
  expect(screen).toMatchObject({ more: true, lines: [{ tag: '已超1天' }, { tag: '代表联系中' }] });
  expect(toGroupScreen('following', { rows: [] }, '2026-11-23').empty.text).toContain('转出去');
});
