/** A message on its way: what WeChat answers, what becomes of it, of its consent and of those behind it. In process. */
import { sendMessages } from '../../../cloudfunctions/notify/messages/send-messages';
import type { Consents } from '../../../cloudfunctions/notify/messages/consents-store';
import { readMessage, writeMessage, type Born } from '../../../cloudfunctions/notify/messages/store';
import { accountOf, encryptField } from '../../../cloudfunctions/shared/cipher';
import type { TemplateKey } from '../../../miniprogram/contract/templates';
import { startInProcess, type InProcessCloud } from '../../support/in-process';
import { turnstile } from '../../support/memory-database';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
const mockSent: { openid: string; templateId: string; page: string }[] = [];
let mockAnswer: { ok: boolean; code?: number | string } = { ok: true };
jest.mock('../../../cloudfunctions/shared/wechat/subscribe', () => ({
  sendSubscribeMessage: (message: { openid: string; templateId: string; page: string }) => {
    mockSent.push(message);
    return Promise.resolve(mockAnswer);
  },
}));
let mockConfigured = true;
jest.mock('../../../cloudfunctions/shared/wechat/accounts', () => ({ isConfigured: () => mockConfigured }));

const MINUTE = 60_000;
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({});
});
const had = process.env['SUBSCRIBE_TEMPLATES'];
beforeEach(() => {
  cloud.clock.set(cloud.clock.now() + 10 * MINUTE);
  cloud.replace('messages', []);
  cloud.replace('consents', []);
  mockSent.length = 0;
  mockAnswer = { ok: true };
  mockConfigured = true;
  process.env['SUBSCRIBE_TEMPLATES'] = JSON.stringify({ progress: 't-progress', task: 't-task' });
});
afterAll(() => {
  if (had === undefined) delete process.env['SUBSCRIBE_TEMPLATES'];
  else process.env['SUBSCRIBE_TEMPLATES'] = had;
});

let ids = 0;
async function lay(own: Partial<Born> = {}): Promise<string> {
  const now = cloud.clock.now();
  const _id = `bh~${String(ids++).padStart(16, '0')}`;
  const template: TemplateKey = 'progress';
  const born = {
    _id,
    township: 'bh',
    account: 'a1',
    openid: 'o1',
    event: 'request-answered',
    title: '有答复了',
  };
  const about = {
    template,
    data: { thing1: '路' },
    page: 'pages/x',
    call: '',
    thread: _id,
    at: now,
    until: 0,
  };
  await writeMessage({ ...born, ...about, nextAt: now, state: 'queued', list: '', ...own });
  return _id;
}
const consents = (left: object, own: Partial<Consents> = {}) => {
  const rest = { spent: [], missed: 0, failed: [], seenUntil: 0, keys: [] };
  cloud.replace('consents', [{ _id: 'bh~a1', township: 'bh', rev: 1, account: 'a1', left, ...rest, ...own }]);
};
const left = () => cloud.documents<Consents>('consents')[0];
const message = (id: string) => readMessage('bh', id);
const send = (endsAt = Infinity) => sendMessages(['bh'], cloud.clock.now(), endsAt);

test('sent: to whom, by which template, with where it opens; its consent is used up once', async () => {
  consents({ progress: 2 }, { missed: 1 });
  const id = await lay();
  expect(await send()).toBe(1);
  expect(mockSent).toMatchObject([{ openid: 'o1', templateId: 't-progress', page: 'pages/x' }]);
  expect(await message(id)).toMatchObject({ state: 'sent', nextAt: 0, attempts: 1, code: '0', list: '' });
  expect(left()).toMatchObject({ left: { progress: 1 }, spent: [id], missed: 0 });
  expect([await send(), mockSent.length]).toEqual([0, 1]);
});

test.each([
  ['refused', 43101, { state: 'refused', nextAt: 0, attempts: 1, code: '43101' }, 0],
  ['a value that breaks a rule', 47003, { state: 'dead', nextAt: 0, list: 'dead', code: '47003' }, 2],
  ['busy', -1, { state: 'queued', attempts: 1, list: '', code: '-1' }, 2],
  ['quota', 45009, { state: 'queued', attempts: 0, list: '', code: '45009' }, 2],
] as const)('%s', async (_what, code, after, consent) => {
  consents({ progress: 2 });
  const id = await lay({ call: '请打电话' });
  mockAnswer = { ok: false, code };
  expect(await send()).toBe(1);
  const found = await message(id);
  expect(found).toMatchObject(after);
  if (after.state === 'queued') expect(found?.nextAt).toBeGreaterThan(cloud.clock.now());
  if (after.state === 'refused') expect(found?.list).toBe('call');
  expect(left()?.left.progress).toBe(consent);
});

test('nobody is asked where nothing was consented to, more is due than was, or nothing is set up', async () => {
  consents({ progress: 1 });
  const two = [await lay(), await lay()];
  expect(await send()).toBe(2);
  expect(mockSent).toHaveLength(1);
  const states = await Promise.all(two.map(async (id) => (await message(id))?.state));
  expect(states.sort()).toEqual(['sent', 'unreached']);
  const none = await lay({ account: 'a2', call: '请打电话' });
  await send();
  expect(await message(none)).toMatchObject({
    state: 'unreached',
    code: 'none-left',
    list: 'call',
    attempts: 0,
  });
  const quiet = await lay({ template: '', call: '请打电话' });
  await send();
  expect(await message(quiet)).toMatchObject({ state: 'unreached', code: 'no-template', list: 'call' });
  consents({ progress: 2, change: 2 });
  const unset = await lay({ template: 'change' });
  await send();
  mockConfigured = false;
  const off = await lay();
  await send();
  for (const id of [unset, off])
    expect(await message(id)).toMatchObject({ state: 'unreached', code: 'not-configured', list: '' });
  expect(mockSent).toHaveLength(1);
});

test('what nobody needs any more is not sent; until the very instant it is', async () => {
  consents({ progress: 5 });
  const now = cloud.clock.now();
  const [over, later, always] = [
    await lay({ until: now }),
    await lay({ until: now + 1 }),
    await lay({ until: 0 }),
  ];
  await send();
  expect(await message(over)).toMatchObject({ state: 'expired', nextAt: 0 });
  for (const id of [later, always]) expect((await message(id))?.state).toBe('sent');
});

test('of one thread the first goes, the next waits for as long as it does', async () => {
  consents({ progress: 5 });
  const now = cloud.clock.now();
  const first = await lay({ thread: 't1', at: now - 2, nextAt: now + MINUTE });
  const second = await lay({ thread: 't1', at: now - 1 });
  const other = await lay({ thread: 't2' });
  expect(await send()).toBe(1);
  expect([
    (await message(first))?.state,
    (await message(second))?.state,
    (await message(other))?.state,
  ]).toEqual(['queued', 'queued', 'sent']);
  expect((await message(second))?.nextAt).toBe(now + MINUTE + 1);
  cloud.clock.set(now + 2 * MINUTE);
  await send();
  expect([(await message(first))?.state, (await message(second))?.state]).toEqual(['sent', 'sent']);
});

test('a quota that is used up ends the turn, and so does a WeChat that takes nothing', async () => {
  consents({ progress: 90 });
  const many = async () => {
    cloud.replace('messages', []);
    mockSent.length = 0;
    for (let n = 0; n < 30; n++) await lay();
  };
  for (const code of [45009, -1]) {
    await many();
    mockAnswer = { ok: false, code };
    await send();
    expect([code, mockSent.length]).toEqual([code, 12]);
  }
  await many();
  mockAnswer = { ok: true };
  const calls = turnstile.calls;
  await send(cloud.clock.now() - 1);
  expect(mockSent).toHaveLength(0);
  // One look, its threads and its consents.
  expect(turnstile.calls - calls).toBe(3);
  expect(await send()).toBe(30);
  expect(mockSent).toHaveLength(30);
});

describe('where there is a gateway', () => {
  const { fetch } = globalThis;
  const asked: { url: string; body: string; authorization: string }[] = [];
  let isUp = true;
  beforeEach(() => {
    asked.length = 0;
    isUp = true;
    process.env['SMS_GATEWAY'] = 'https://sms.test';
    process.env['SMS_TOKEN'] = 'token';
    globalThis.fetch = ((
      url: string,
      { body, headers }: { body: string; headers: { authorization: string } },
    ) => {
      asked.push({ url, body, authorization: headers.authorization });
      return Promise.resolve({ ok: isUp });
    }) as unknown as typeof fetch;
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    delete process.env['SMS_GATEWAY'];
    delete process.env['SMS_TOKEN'];
  });
  const must = () => lay({ call: '请打电话', sms: '有答复了', phone: encryptField('13900001111') });

  test('whoever left a number is written to, and nobody need call', async () => {
    const id = await must();
    await send();
    expect(asked).toEqual([
      {
        url: 'https://sms.test',
        body: JSON.stringify({ phone: '13900001111', text: '有答复了' }),
        authorization: 'Bearer token',
      },
    ]);
    expect(await message(id)).toMatchObject({ state: 'unreached', code: 'sms', list: '' });
  });

  test('one that fails leaves it to the office; without a number, or words, nothing is written', async () => {
    isUp = false;
    const id = await must();
    await send();
    expect(await message(id)).toMatchObject({ code: 'none-left', list: 'call' });
    isUp = true;
    asked.length = 0;
    await lay({ call: '请打电话', sms: '有答复了' });
    await lay({ call: '请打电话', phone: encryptField('13900001111') });
    await lay({ call: '', sms: '有答复了', phone: encryptField('13900001111') });
    await send();
    expect(asked).toEqual([]);
  });
});

test('of a deputy whom two messages in a row did not reach the leader hears, of a villager nobody', async () => {
  const notices = () =>
    cloud
      .documents<{ event: string; account: string }>('inbox')
      .filter(({ event }) => event === 'deputy-missed');
  await lay();
  await lay();
  await send();
  expect(notices()).toEqual([]);
  const deputy = { account: 'a5', person: 'p5', group: 'g3' };
  await lay(deputy);
  await send();
  expect(notices()).toEqual([]);
  await lay(deputy);
  await send();
  const told = notices().length;
  // Who leads the group that the message names.
  expect(notices().map(({ account }) => account)).toEqual([accountOf('bh-p6')]);
  await lay(deputy);
  await send();
  expect(notices()).toHaveLength(told);
});
