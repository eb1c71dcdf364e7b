import { grantDays, turnsBetween } from '../../../../../cloudfunctions/registry/invitations/rules/grant-days';
import type { Membership, Person } from '../../../../../cloudfunctions/registry/directory/rules/directory';

const TODAY = '2026-06-02';
const FOREVER = '9999-12-31';
const person = (...memberships: Omit<Membership, 'term'>[]): Person => ({
  id: 'p1',
  name: '某人',
  strokes: 1,
  claimed: true,
  absent: [],
  memberships: memberships.map((one) => ({ term: 't1', ...one })),
});

it('holds as long as the membership that the role stands on', () => {
  const deputy = person({ from: '2022-01-01', to: '2026-06-01', level: 'town', group: 'g1' });
  expect(grantDays('deputy', deputy, TODAY)).toEqual({
    from: '2022-01-01',
    until: '2026-06-01',
    group: 'g1',
  });
  const now = person({ from: '2022-01-01', level: 'town', group: 'g1', leader: true });
  expect(grantDays('leader', now, TODAY)).toEqual({ from: '2022-01-01', until: FOREVER, group: 'g1' });
});

it('ends a leader who is a deputy still, and a member of the presidium who was not elected again', () => {
  const former = person(
    { from: '2022-01-01', to: '2026-05-31', level: 'town', group: 'g1', leader: true, presidium: true },
    { from: '2026-06-01', level: 'town', group: 'g1' },
  );
  expect(grantDays('leader', former, TODAY).until).toBe('2026-05-31');
  expect(grantDays('presidium', former, TODAY).until).toBe('2026-05-31');
  expect(grantDays('deputy', former, TODAY)).toEqual({ from: '2022-01-01', until: FOREVER, group: 'g1' });
});

it('begins anew where the group is another, and says which mornings must look', () => {
  const moved = person(
    { from: '2022-01-01', to: '2026-06-02', level: 'town', group: 'g1' },
    { from: '2026-06-03', level: 'town', group: 'g2' },
  );
  expect(grantDays('deputy', moved, TODAY)).toMatchObject({ until: '2026-06-02', group: 'g1' });
  expect(grantDays('deputy', moved, '2026-06-03')).toMatchObject({ from: '2026-06-03', group: 'g2' });
  expect([turnsBetween(moved, '2026-05-27', TODAY), turnsBetween(moved, '2026-05-28', '2026-06-03')]).toEqual(
    [false, true],
  );
});

it('gives no day to somebody who never was what the role needs, and every day to roles of the office', () => {
  const member = person({ from: '2022-01-01', receiver: true });
  const { from, until } = grantDays('leader', member, TODAY);
  expect(from > until).toBe(true);
  expect(grantDays('staff', undefined, TODAY)).toEqual({ from: '0001-01-01', until: FOREVER });
});
