/** A township that begins: its first administrator by the secret, its first chief, the district's card and papers. */
import { main as registry } from '../../../cloudfunctions/registry/index';
import type { Administrators } from '../../../cloudfunctions/registry/store';
import type { Invitation } from '../../../cloudfunctions/registry/invitations/rules/invitation';
import type { SetUpView } from '../../../miniprogram/contract/district';
import type { Issued } from '../../../miniprogram/contract/registry-office';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { newKey } from '../request/requests';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);

const SECRET = 'sixteen-letters!';
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ registry });
});
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 61_000);
});
afterAll(() => {
  delete process.env['SETUP_SECRET'];
});

const ask = (openid: string, action: string, input: object = {}, key = newKey()) =>
  cloud.invoke('registry', action, { township: 'yl', ...input }, { openid, key });
const setUp = (openid: string, secret = SECRET, key = newKey()) =>
  ask(openid, 'setUp', { name: '云岭镇', secret }, key);
const stored = (id: string) => cloud.documents<Administrators>('townships').find(({ _id }) => _id === id);
const invitations = () =>
  cloud.documents<Invitation>('invitations').filter(({ township }) => township === 'yl');
const state = async () => (await ask('first', 'setUpState')).data as SetUpView;

test('the secret of the environment, whole and long enough, makes one administrator', async () => {
  expect(await setUp('first')).toMatchObject({ code: 'setup-void' });
  process.env['SETUP_SECRET'] = 'fifteen-letters';
  expect(await setUp('first', 'fifteen-letters')).toMatchObject({ code: 'setup-void' });
  process.env['SETUP_SECRET'] = SECRET;
  expect(await setUp('first', `${SECRET}!`)).toMatchObject({ code: 'setup-void' });
  expect(stored('yl')).toBeUndefined();
  expect(await setUp('first')).toMatchObject({ ok: true, data: { township: 'yl' } });
  expect(await setUp('first')).toMatchObject({ ok: true });
  expect(await setUp('another')).toMatchObject({ code: 'setup-void' });
  expect(invitations()).toMatchObject([
    {
      role: 'admin',
      state: 'confirmed',
      openid: 'first',
      history: [{ act: 'set-up', from: '', to: 'confirmed' }],
      outbox: [{ event: 'invitation-confirmed', about: { invitation: invitations()[0]?._id } }],
    },
  ]);
  expect(stored('yl~admins')).toMatchObject({ holders: [invitations()[0]?._id] });
});

test('it is in the district’s list by its name, and its steps are all to be done', async () => {
  const { data } = await ask('anybody', 'district');
  expect((data as { townships: object[] }).townships).toContainEqual({ id: 'yl', name: '云岭镇' });
  const { steps, closed } = await state();
  expect(steps.find(({ step }) => step === 'chief')).toMatchObject({ count: 0, done: false });
  expect(closed).toBeUndefined();
});

test('papers of the district are shown with their state and words, and go again; who saved what is recorded', async () => {
  const mark = { state: 'done', words: '已批复' };
  expect((await state()).papers).not.toHaveProperty('backup');
  expect(await ask('first', 'saveDistrict', { paper: 'backup', mark })).toMatchObject({
    data: { saved: true },
  });
  expect((await state()).papers['backup']).toEqual(mark);
  await ask('first', 'saveDistrict', { paper: 'backup', mark: null });
  expect((await state()).papers).not.toHaveProperty('backup');
  const card = {
    name: '某区',
    host: '区人大',
    filingNumber: 'ICP 1',
    complaints: '0871-12345678',
    privacyOfficer: '某',
  };
  expect(await ask('first', 'saveDistrict', { card })).toMatchObject({ ok: true });
  expect((await state()).card).toEqual(card);
  const { history } = stored('yl') as unknown as { history: { act: string; of: string }[] };
  expect(history.map(({ act, of }) => [act, of])).toEqual([
    ['save-paper', 'backup'],
    ['save-paper', 'backup'],
    ['save-card', 'card'],
  ]);
});

test('a paper saved late once more takes back nothing that somebody said since', async () => {
  const key = newKey();
  const first = { paper: 'backup', mark: { state: 'waived', words: '不需要' } };
  const later = { paper: 'backup', mark: { state: 'done', words: '已批复' } };
  expect(await ask('first', 'saveDistrict', first, key)).toMatchObject({ ok: true });
  expect(await ask('first', 'saveDistrict', later)).toMatchObject({ ok: true });
  expect(await ask('first', 'saveDistrict', first, key)).toMatchObject({ ok: true, data: { saved: true } });
  expect((await state()).papers['backup']).toEqual(later.mark);
  expect(await ask('first', 'saveDistrict', later, key)).toMatchObject({ code: 'key-reused' });
});

const invite = async (role: string) =>
  (await ask('first', 'issueInvitation', { role, name: '某同志', phoneLast4: '1234' })).data as Issued;
const claimed = async (role: string, openid: string) => {
  const { invitation, code } = await invite(role);
  await ask(openid, 'claimInvitation', { code, phoneLast4: '1234' });
  return invitation;
};

test('nobody else is there yet to confirm the first chief; staff, and the second chief, somebody else confirms', async () => {
  const staff = await claimed('staff', 'o-staff');
  expect(await ask('first', 'confirmInvitation', { invitation: staff })).toMatchObject({
    code: 'issued-by-you',
  });
  const chief = await claimed('chief', 'o-chief');
  expect(await ask('first', 'confirmInvitation', { invitation: chief })).toMatchObject({
    ok: true,
    data: { state: 'confirmed' },
  });
  const second = await claimed('chief', 'o-second');
  expect(await ask('first', 'confirmInvitation', { invitation: second })).toMatchObject({
    code: 'issued-by-you',
  });
  expect(await ask('o-chief', 'confirmInvitation', { invitation: staff })).toMatchObject({ ok: true });
});

test('an act of office on an invitation is answered again by its key, and its key is no other act', async () => {
  const invitation = await claimed('staff', 'o-third');
  const [key, words] = [newKey(), { reason: '写错了' }];
  const revoke = (reason = words) => ask('first', 'revokeInvitation', { invitation, ...reason }, key);
  expect(await revoke()).toMatchObject({ data: { state: 'revoked' } });
  expect(await revoke()).toMatchObject({ data: { state: 'revoked' } });
  expect(await revoke({ reason: '别的' })).toMatchObject({ code: 'key-reused' });
  const again = await ask('first', 'revokeInvitation', { invitation, ...words });
  expect(again).toMatchObject({ code: 'invitation-changed', details: { state: 'revoked' } });
  const revoked = invitations().find(({ _id }) => _id === invitation);
  expect(revoked).toMatchObject({
    history: [{ act: 'invite' }, { act: 'claim' }, { act: 'revoke', of: invitation, to: 'revoked' }],
    outbox: [
      { event: 'invitation-issued', about: { invitation, role: 'staff' } },
      { event: 'invitation-claimed', about: { invitation } },
      { event: 'invitation-revoked', about: { invitation } },
    ],
  });
});

test('an administrator’s invitation that nobody took up ends, though its issuer is the last administrator', async () => {
  const { invitation } = await invite('admin');
  expect(await ask('first', 'revokeInvitation', { invitation, reason: '写错了' })).toMatchObject({
    ok: true,
  });
  const own = invitations().find(({ openid }) => openid === 'first')?._id;
  expect(await ask('first', 'revokeInvitation', { invitation: own, reason: '走了' })).toMatchObject({
    code: 'last-admin',
  });
});

test('whoever holds two roles ends by the other one what they issued themselves, and confirms it by neither', async () => {
  const admin = cloud.documents<Invitation>('invitations').find(({ openid }) => openid === 'bh-admin');
  const other = { ...admin, _id: 'bh~2222222222222222', role: 'staff' };
  cloud.replace('invitations', [...cloud.documents<Invitation>('invitations'), other]);
  const by = (action: string, input: object, openid = 'bh-admin') =>
    ask(openid, action, { township: 'bh', ...input });
  const clerk = { role: 'unit', name: '段新路', unit: 'u3', phoneLast4: '1234' };
  const { invitation, code } = (await by('issueInvitation', clerk)).data as Issued;
  await by('claimInvitation', { code, phoneLast4: '1234' }, 'o-clerk');
  expect(await by('confirmInvitation', { invitation })).toMatchObject({ code: 'issued-by-you' });
  const ended = await by('revokeInvitation', { invitation, reason: '写错了' });
  expect(ended).toMatchObject({ ok: true, data: { state: 'revoked' } });
});

test('a claim that comes again with other digits is another body; the same digits are the same claim', async () => {
  const { code } = await invite('staff');
  const key = newKey();
  const claim = (phoneLast4: string, openid = 'o-fourth', by = key) =>
    ask(openid, 'claimInvitation', { code, phoneLast4 }, by);
  const first = await claim('1234');
  expect(first).toMatchObject({
    ok: true,
    data: { grant: { role: 'staff', name: '某同志', state: 'claimed' } },
  });
  expect((await claim('1234')).data).toEqual(first.data);
  expect(await claim('9999')).toMatchObject({ code: 'key-reused' });
  expect(await claim('1234', 'o-fourth', newKey())).toMatchObject({ code: 'invitation-void' });
  expect(await claim('1234', 'o-fifth')).toMatchObject({ code: 'invitation-void' });
});
