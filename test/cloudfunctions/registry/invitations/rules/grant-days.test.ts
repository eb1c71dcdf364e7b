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

it('is a receiver’s on each day on which they are anything, a deputy’s only while they are one', () => {
  const member = person({ from: '2022-01-01', to: '2026-12-31', receiver: true, home: 'h1' });
  expect(grantDays('receiver', member, TODAY)).toStrictEqual({
    from: '2022-01-01',
    until: '2026-12-31',
    home: 'h1',
  });
  const { from, until } = grantDays('deputy', member, TODAY);
  expect(from > until).toBe(true);
});

it('has a gap where the person was nothing, and holds again from the day on which they are', () => {
  const twice = person(
    { from: '2026-09-01', level: 'town', group: 'g1' },
    { from: '2022-01-01', to: '2025-12-31', level: 'town', group: 'g1' },
  );
  expect(grantDays('deputy', twice, '2025-12-31')).toMatchObject({ from: '2022-01-01', until: '2025-12-31' });
  expect(grantDays('deputy', twice, TODAY)).toEqual({ from: '2026-09-01', until: FOREVER, group: 'g1' });
});

it('goes on through what leaves group and home as they are, and begins anew at another home', () => {
  const named = person(
    { from: '2022-01-01', to: '2026-06-30', level: 'town', group: 'g1', home: 'h1' },
    { from: '2026-07-01', level: 'town', group: 'g1', home: 'h1', leader: true },
  );
  expect(grantDays('deputy', named, TODAY)).toMatchObject({ from: '2022-01-01', until: FOREVER });
  const moved = person(
    { from: '2022-01-01', to: '2026-06-30', level: 'town', group: 'g1', home: 'h1' },
    { from: '2026-07-01', level: 'town', group: 'g1', home: 'h2' },
  );
  expect(grantDays('deputy', moved, TODAY)).toMatchObject({ until: '2026-06-30', home: 'h1' });
  expect(grantDays('deputy', moved, '2026-07-01')).toMatchObject({ from: '2026-07-01', home: 'h2' });
});

it('of a role of the office is for good, with the group and home that its holder has today, if any', () => {
  const always = { from: '0001-01-01', until: FOREVER };
  const deputy = person({ from: '2022-01-01', level: 'town', group: 'g1', home: 'h1' });
  expect(grantDays('staff', deputy, TODAY)).toStrictEqual({ ...always, group: 'g1', home: 'h1' });
  expect(grantDays('staff', person({ from: '2022-01-01' }), TODAY)).toStrictEqual(always);
  expect(grantDays('staff', deputy, '2021-12-31')).toStrictEqual(always);
});

it('gives no day to nobody, where the role needs somebody', () => {
  const { from, until } = grantDays('deputy', undefined, TODAY);
  expect(from > until).toBe(true);
});

it('a change on the first of the days is one of them', () => {
  const moved = person({ from: '2026-06-03', level: 'town' });
  expect(turnsBetween(moved, '2026-06-03', '2026-06-09')).toBe(true);
  expect(turnsBetween(moved, '2026-06-04', '2026-06-09')).toBe(false);
});

it('gives no day to somebody who never was what the role needs, and every day to roles of the office', () => {
  const member = person({ from: '2022-01-01', receiver: true });
  const { from, until } = grantDays('leader', member, TODAY);
  expect(from > until).toBe(true);
  expect(grantDays('staff', undefined, TODAY)).toEqual({ from: '0001-01-01', until: FOREVER });
});
