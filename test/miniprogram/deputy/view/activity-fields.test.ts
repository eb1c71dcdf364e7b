import { toFields } from '../../../../miniprogram/deputy/view/activity-fields';

test('the day on which one goes again is said in words beside its picker', () => {
  const fields = toFields('household-visit', { promised: '2026-12-07' }, { places: undefined, group: '' });
  expect(fields.find(({ name }) => name === 'promised')).toMatchObject({
    value: '2026-12-07',
    day: '2026年12月7日',
  });
  const [visit] = toFields('household-visit', {}, { places: undefined, group: '' });
  expect(visit?.day).toBe('');
});
