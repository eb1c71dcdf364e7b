import { toUnitScreen } from '../../../../miniprogram/office/unit/view';
import { card } from '../../../support/sample-answers';

test('an empty list is a kind sentence; more than a page leads on', () => {
  expect(toUnitScreen('open', { rows: [] }, '2026-11-23')).toMatchObject({ more: false, lines: [] });
  expect(toUnitScreen('open', { rows: [] }, '2026-11-23').empty).toContain('辛苦了');
  expect(toUnitScreen('closed', { rows: [card], next: 'x' }, '2026-11-23')).toMatchObject({ more: true });
});
