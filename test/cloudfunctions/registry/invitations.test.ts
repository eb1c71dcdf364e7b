/** From an invitation to a role, and out of it again. */
import type { Administrators } from '../../../cloudfunctions/registry/store';
import type { InvitationRow, Issued } from '../../../miniprogram/contract/registry-office';
import { ADMIN, CHIEF, newKey, openRegistry, reason, STAFF, type Registry } from './support/office';

jest.setTimeout(120_000);

let office: Registry;
beforeAll(async () => {
  office = await openRegistry();
});
/** A minute on, so that nobody's rate window fills up. */
beforeEach(() => {
  office.clock.set(office.clock.now() + 61_000);
});
afterAll(() => office.close());

const clerk = { role: 'unit', name: '段新路', unit: 'u3', phoneLast4: '5678' };
const issue = async (input: object = clerk, openid = STAFF) =>
  (await office.ask(openid, 'issueInvitation', input)).data as Issued;
const claim = (openid: string, code: string, phoneLast4 = '5678') =>
  office.ask(openid, 'claimInvitation', { code, phoneLast4 });
/** One issues, another confirms. */
const turn = (
  action: string,
  invitation: string,
  openid = action === 'confirmInvitation' ? CHIEF : STAFF,
  key = newKey(),
) => {
  const more = action === 'revokeInvitation' ? { reason } : {};
  return office.ask(openid, action, { invitation, ...more }, key);
};
const listed = async (state: string) =>
  ((await office.ask(STAFF, 'listInvitations', { state })).data as { rows: InvitationRow[] }).rows;

it('goes from hand to hand: issued, claimed, confirmed; the next call of its holder sees that it ended', async () => {
  const { invitation, code, expiresAt } = await issue();
  expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
  expect(Math.round((expiresAt - office.clock.now()) / 86_400_000)).toBe(14);
  expect(await listed('issued')).toContainEqual(
    expect.objectContaining({ invitation, role: 'unit', unit: 'u3', name: '段新路', tries: 0, own: false }),
  );
  expect((await claim('new-clerk', `${code.slice(0, 4)}-${code.slice(4)}`.toUpperCase())).ok).toBe(true);
  const whoAmI = async () => (await office.ask('new-clerk', 'whoAmI')).data as { grants: object[] };
  expect((await whoAmI()).grants).toMatchObject([{ role: 'unit', unit: 'u3', state: 'claimed' }]);
  expect(await turn('confirmInvitation', invitation)).toMatchObject({ ok: true, cost: { calls: 2 } });
  expect((await whoAmI()).grants).toMatchObject([{ state: 'confirmed' }]);
  expect(await turn('revokeInvitation', invitation)).toMatchObject({ ok: true, cost: { calls: 2 } });
  expect((await whoAmI()).grants).toEqual([]);
});

it('shows the same code to a repetition, and stores neither the code, the digits nor the name', async () => {
  const key = newKey();
  const first = await office.ask(STAFF, 'issueInvitation', clerk, key);
  expect((await office.ask(STAFF, 'issueInvitation', clerk, key)).data).toEqual(first.data);
  const other = { ...clerk, unit: 'u4' };
  expect(await office.ask(STAFF, 'issueInvitation', other, key)).toMatchObject({ code: 'key-reused' });
  const text = JSON.stringify(office.invitations());
  for (const secret of [(first.data as Issued).code, '5678', '段新路'])
    expect(text).not.toContain(`"${secret}"`);
});

it('brings the account of a person in line with what is confirmed, both ways', async () => {
  const { invitation, code } = await issue({ role: 'deputy', person: 'p20', phoneLast4: '5678' });
  const claimed = () => office.book().people.find(({ id }) => id === 'p20')?.claimed;
  expect(claimed()).toBe(false);
  await claim('new-deputy', code);
  await turn('confirmInvitation', invitation);
  await office.kick();
  expect(claimed()).toBe(true);
  expect(office.invitations().find(({ _id }) => _id === invitation)).toMatchObject({
    group: 'g3',
    home: 'h2',
  });
  await turn('revokeInvitation', invitation);
  await office.kick();
  expect(claimed()).toBe(false);
  expect(
    office
      .audit()
      .filter(({ document }) => document === invitation)
      .map(({ act }) => act)
      .sort(),
  ).toEqual(['claim', 'confirm', 'invite', 'revoke']);
});

it('is confirmed by somebody else, once, and only from claimed', async () => {
  const { invitation, code } = await issue();
  expect(await turn('confirmInvitation', invitation)).toMatchObject({
    ok: false,
    code: 'invitation-changed',
    details: { state: 'issued' },
  });
  await claim(STAFF, code);
  expect(await turn('confirmInvitation', invitation, STAFF)).toMatchObject({
    ok: false,
    code: 'own-invitation',
  });
  const key = newKey();
  expect((await turn('confirmInvitation', invitation, CHIEF, key)).ok).toBe(true);
  expect((await turn('confirmInvitation', invitation, CHIEF, key)).ok).toBe(true);
  expect(await turn('confirmInvitation', invitation, CHIEF)).toMatchObject({ code: 'invitation-changed' });
});

it('is confirmed by another than who issued it, where the role reads what people say', async () => {
  const { invitation, code } = await issue();
  await claim('second-account', code);
  expect(await turn('confirmInvitation', invitation, STAFF)).toMatchObject({
    ok: false,
    code: 'issued-by-you',
  });
  const chief = await issue({ role: 'chief', name: '另一个自己', phoneLast4: '5678' }, ADMIN);
  await claim('admin-second-account', chief.code);
  expect(await turn('confirmInvitation', chief.invitation, ADMIN)).toMatchObject({ code: 'issued-by-you' });
  expect((await turn('confirmInvitation', chief.invitation, CHIEF)).ok).toBe(true);
  await turn('revokeInvitation', chief.invitation, ADMIN);
});

it('gives nobody a role beyond the own: staff no staff, the chief no administrator, the administrator no deputy', async () => {
  const named = (role: string) => ({ role, name: '某同志', phoneLast4: '5678' });
  const cells = [
    ['staff', STAFF, false],
    ['staff', CHIEF, true],
    ['staff', ADMIN, true],
    ['chief', STAFF, false],
    ['chief', CHIEF, false],
    ['chief', ADMIN, true],
    ['district', CHIEF, false],
    ['admin', CHIEF, false],
    ['admin', ADMIN, true],
    ['deputy', ADMIN, false],
  ] as const;
  for (const [role, openid, may] of cells) {
    const input = role === 'deputy' ? { role, person: 'p20', phoneLast4: '5678' } : named(role);
    const { ok, code } = await office.ask(openid, 'issueInvitation', input);
    expect([role, openid, ok || code]).toEqual([role, openid, may || 'role-beyond']);
  }
  const chief = office.invitations().find(({ role, township }) => role === 'chief' && township === 'bh');
  expect(await turn('revokeInvitation', chief?._id ?? '')).toMatchObject({ ok: false, code: 'role-beyond' });
  expect(await turn('revokeInvitation', 'bh~0000000000000000')).toMatchObject({ code: 'not-found' });
});

it.each([
  [{ role: 'unit', name: '某', phoneLast4: '5678' }, 'unit'],
  [{ role: 'unit', name: '某', unit: 'u99', phoneLast4: '5678' }, 'unit'],
  [{ role: 'helper', name: '某', phoneLast4: '5678' }, 'village'],
  [{ role: 'helper', village: 'v1', phoneLast4: '5678' }, 'name'],
  [{ role: 'deputy', name: '某', phoneLast4: '5678' }, 'person'],
  [{ role: 'deputy', person: 'p999', phoneLast4: '5678' }, 'person'],
])('%j lacks its %s', async (input, field) => {
  expect(await office.ask(STAFF, 'issueInvitation', input)).toMatchObject({
    ok: false,
    code: 'row-wrong',
    details: { field },
  });
});

it('is issued anew under another code; the old one is void', async () => {
  const old = await issue();
  const again = await office.ask(STAFF, 'reissueInvitation', {
    invitation: old.invitation,
    phoneLast4: '9012',
  });
  const { code, invitation } = again.data as Issued;
  expect(await claim('new-clerk', old.code)).toMatchObject({ code: 'invitation-void' });
  expect(await claim('new-clerk', code, '9012')).toMatchObject({
    data: { grant: { role: 'unit', unit: 'u3' } },
  });
  await turn('confirmInvitation', invitation);
  const once = await office.ask(STAFF, 'reissueInvitation', { invitation, phoneLast4: '0000' });
  expect(once).toMatchObject({ ok: false, code: 'invitation-changed', details: { state: 'confirmed' } });
});

it('pages through the confirmed ones, the latest first, each once', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const answer = await office.ask(STAFF, 'listInvitations', {
      state: 'confirmed',
      ...(after && { after }),
    });
    expect(answer.cost).toMatchObject({ calls: 2 });
    expect(answer.cost.examined).toBeLessThanOrEqual(50);
    const { rows, next } = answer.data as { rows: InvitationRow[]; next?: string };
    seen.push(...rows.map(({ invitation }) => invitation));
    after = next;
  } while (after !== undefined);
  const stored = office.invitations().filter((each) => each.township === 'bh' && each.state === 'confirmed');
  expect(seen).toHaveLength(stored.length);
  expect(new Set(seen).size).toBe(stored.length);
});

describe('administrators', () => {
  const admins = () =>
    office.all<Administrators>('townships').find(({ _id }) => _id === 'bh~admins')?.holders.length;
  const first = () => office.invitations().find(({ openid }) => openid === ADMIN)?._id ?? '';

  it('the last one stays; with another one confirmed, one of two that leave at once does', async () => {
    expect(await turn('revokeInvitation', first(), ADMIN)).toMatchObject({ ok: false, code: 'last-admin' });
    const second = await issue({ role: 'admin', name: '管二网', phoneLast4: '5678' }, ADMIN);
    await claim('second-admin', second.code);
    expect((await turn('confirmInvitation', second.invitation, ADMIN)).ok).toBe(true);
    await office.kick();
    expect(admins()).toBe(2);
    const left = await Promise.all([
      turn('revokeInvitation', first(), 'second-admin'),
      turn('revokeInvitation', second.invitation, ADMIN),
    ]);
    expect(left.filter(({ ok }) => ok)).toHaveLength(1);
    expect(admins()).toBe(1);
  });

  it('nobody sets a township up without the secret of the environment', async () => {
    const input = { township: 'qs', name: '青石镇', secret: 'a guess that is long enough' };
    expect(await office.ask('somebody', 'setUp', input)).toMatchObject({ ok: false, code: 'setup-void' });
  });
});
