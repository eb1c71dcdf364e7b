import { openRegistry, reason, STAFF, type Registry } from './support/office';

let office: Registry;
beforeAll(async () => {
  office = await openRegistry();
});
afterAll(() => office.close());

test('a unit or a village that somebody holds, or is invited to, does not go until the invitation is revoked', async () => {
  const made = await office.edit('unit', [{ id: '', seen: '', row: { name: '新站', categories: [] } }]);
  const [unit = ''] = (made.data as { ids: string[] }).ids;
  const remove = async () => {
    const { tag } = await office.row('names', 'unit', unit);
    return office.edit('unit', [{ id: unit, seen: tag, row: null }]);
  };
  const invited = { role: 'unit', name: '新站联络员', unit, phoneLast4: '1234' };
  const issued = (await office.ask(STAFF, 'issueInvitation', invited)).data as { invitation: string };
  const by = [`invitation~${issued.invitation}`];
  expect(await remove()).toMatchObject({
    code: 'still-used',
    details: { id: unit, n: 1, by, held: true },
  });
  await office.ask(STAFF, 'revokeInvitation', { invitation: issued.invitation, reason });
  expect(await remove()).toMatchObject({ ok: true });
  const helped = { role: 'helper', name: '代办员', village: 'v6', phoneLast4: '1234' };
  await office.ask(STAFF, 'issueInvitation', helped);
  const merge = () => office.ask(STAFF, 'mergeVillages', { from: 'v6', into: 'v4', reason });
  expect(await merge()).toMatchObject({ code: 'still-used', details: { id: 'v6', held: true } });
  // Nobody can claim it any more.
  office.clock.set(office.clock.now() + 60 * 86_400_000);
  expect(await merge()).toMatchObject({ ok: true });
});
