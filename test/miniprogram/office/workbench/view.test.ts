import type { Grant } from '../../../../miniprogram/contract/registry';
import type { Role } from '../../../../miniprogram/contract/roles';
import { listEntries } from '../../../../miniprogram/office/workbench/view';

const grant = (role: Role, state: Grant['state'] = 'confirmed'): Grant => ({
  role,
  name: '样样',
  state,
  since: 0,
});

test('a village helper enters for others and nothing else', () => {
  expect(listEntries([grant('helper')]).map(({ id }) => id)).toEqual(['behalf', 'enter']);
});

test('what is claimed and not confirmed opens nothing', () => {
  expect(listEntries([grant('chief', 'claimed')])).toEqual([]);
});
