/** Whoever has a request and can no longer have any: it goes on with somebody who can, by itself and once. */
import type { Directory } from '../../../cloudfunctions/registry/directory/rules/directory';
import type { RequestDocument } from '../../../cloudfunctions/request/rules/request-document';
import { openRegistry, reason, STAFF, type Registry } from '../registry/support/office';
import { submit } from './requests';
import { mustStep, relay, stored } from './steps';

jest.setTimeout(120_000);

let office: Registry;
beforeAll(async () => {
  office = await openRegistry();
});
beforeEach(async () => {
  office.clock.set(Date.parse('2026-11-23T09:00:00+08:00'));
  await office.reset();
});
afterAll(() => office.close());

async function contactedBy5(): Promise<string> {
  const { request } = await submit(office, 'asker', { deputy: 'p5' });
  await mustStep(office, 'bh-p5', request, { act: 'take' });
  return request;
}

const openOf = (person: string) =>
  office.all<RequestDocument>('requests').filter(({ open, owner }) => open && owner.person === person);

async function expectWithAnother(request: string): Promise<void> {
  const { owner, state, due, led, group, steps } = stored(office, request);
  expect(owner).toMatchObject({ kind: expect.stringMatching(/deputy|leader/) as string, group });
  expect(owner.person).not.toBe('p5');
  expect({ state, led }).toEqual({ state: 'submitted', led: group });
  expect(due > '2026-11-23').toBe(true);
  expect(steps.map(({ act }) => act)).toEqual(['submit', 'take', 'owner-gone']);
  await mustStep(office, `bh-${owner.person}`, request, { act: 'take' });
}

it('a revoked grant: the relay hands over what that deputy had, the villager and the next deputy are told', async () => {
  const request = await contactedBy5();
  const grant = office.invitations().find(({ person }) => person === 'p5');
  expect(await office.ask(STAFF, 'revokeInvitation', { invitation: grant?._id, reason })).toMatchObject({
    ok: true,
  });
  for (let n = 0; n < 3; n++) await relay(office);
  expect(openOf('p5')).toEqual([]);
  const told = office.all<{ to: string; event: string; about?: object }>('inbox');
  expect(told.filter(({ event }) => event === 'request-handed-over').length).toBeGreaterThan(0);
  await expectWithAnother(request);
});

it('a term that ends: next morning at 08:00, not before, once', async () => {
  const request = await contactedBy5();
  const { tag, row } = await office.row('people', 'person', 'p5');
  const memberships = (row['memberships'] as object[]).map((each) => ({ ...each, to: '2026-11-24' }));
  expect(await office.edit('person', [{ id: 'p5', seen: tag, row: { ...row, memberships } }])).toMatchObject({
    ok: true,
  });
  const at = async (time: string) => {
    office.clock.set(Date.parse(time));
    for (let n = 0; n < 2; n++) await relay(office);
  };
  await at('2026-11-24T23:59:00+08:00');
  expect(stored(office, request).owner.person).toBe('p5');
  await at('2026-11-25T08:00:00+08:00');
  await at('2026-11-26T08:00:00+08:00');
  expect(openOf('p5')).toEqual([]);
  await expectWithAnother(request);
});

it('somebody who is away for a while keeps what was taken', async () => {
  const request = await contactedBy5();
  const { tag, row } = await office.row('people', 'person', 'p5');
  const absent = [{ from: '2026-11-23', to: '2026-12-31' }];
  expect(await office.edit('person', [{ id: 'p5', seen: tag, row: { ...row, absent } }])).toMatchObject({
    ok: true,
  });
  office.clock.set(Date.parse('2026-11-24T08:00:00+08:00'));
  await relay(office);
  expect(stored(office, request).owner.person).toBe('p5');
});

it('whoever is elected where the asker lives is kept, from then on, from what was kept from such deputies', async () => {
  const privacy = { hideName: false, notOwnVillage: true, publishable: false };
  const { request } = await submit(office, 'asker', { privacy });
  const { owner, hidden } = stored(office, request);
  expect([owner.kind, hidden.includes(owner.person)]).toEqual(['deputy', false]);
  const book = office.all<Directory>('townships').find(({ _id }) => _id === 'bh');
  const there = book?.constituencies.find(
    ({ level, villages }) => level === 'town' && villages.includes('v4'),
  );
  const { tag, row } = await office.row('people', 'person', owner.person);
  const memberships = (row['memberships'] as object[]).map((each) =>
    Object.assign({}, each, { constituency: there?.id }),
  );
  const edit = { id: owner.person, seen: tag, row: { ...row, memberships } };
  expect(await office.edit('person', [edit])).toMatchObject({ ok: true });
  for (let n = 0; n < 3; n++) await relay(office);
  const after = stored(office, request);
  expect(after.hidden).toContain(owner.person);
  expect(after.owner.person).not.toBe(owner.person);
});
