import { DISTRICT_ACCOUNT } from '../../../cloudfunctions/shared/wechat/accounts';
import { environmentOf } from '../../../local/wechat/accounts';
import { draftCount } from '../../../cloudfunctions/shared/wechat/drafts';
import { startWechat, type WechatRun } from './harness';

const MINUTE = 60_000;
const RID = / rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;
const { WECHAT_APPID: appid, WECHAT_SECRET: secret, OA_APPID, OA_SECRET } = environmentOf('');
const asked = { grant_type: 'client_credential', appid, secret };

let run: WechatRun;

beforeEach(async () => {
  run = await startWechat({ now: '2026-12-01T09:00:00+08:00' });
});

afterEach(() => run.close());

const ask = (more: object = {}): Promise<Record<string, unknown>> =>
  run.post('/cgi-bin/stable_token', { ...asked, ...more });
const use = (token: unknown): Promise<Record<string, unknown>> =>
  run.post(`/wxa/business/getuserphonenumber?access_token=${String(token)}`, { code: 'x' });
const later = (ms: number): void => {
  run.cloud.clock.set(run.cloud.clock.now() + ms);
};

test('everybody gets the same token, with the time that is left of it', async () => {
  const first = await ask();
  expect(first).toMatchObject({ expires_in: 7_200 });
  later(30 * MINUTE);
  const second = await ask();
  expect(second['access_token']).toBe(first['access_token']);
  expect(second['expires_in']).toBeLessThanOrEqual(5_400);
  expect(second['expires_in']).toBeGreaterThan(5_390);
});

test('it is renewed five minutes before its end, and both are good meanwhile', async () => {
  const { access_token: old } = await ask();
  later(114 * MINUTE);
  expect((await ask())['access_token']).toBe(old);
  later(2 * MINUTE);
  const { access_token: young } = await ask();
  expect(young).not.toBe(old);
  expect(await use(old)).toMatchObject({ errcode: 40029 });
  expect(await use(young)).toMatchObject({ errcode: 40029 });
  later(5 * MINUTE);
  expect(await use(old)).toMatchObject({ errcode: 42001, errmsg: expect.stringMatching(RID) as string });
  expect(await use(young)).toMatchObject({ errcode: 40029 });
});

test('by force there is a new one and the old is void, 30 s apart and 20 times a day', async () => {
  const { access_token: old } = await ask();
  const { access_token: forced } = await ask({ force_refresh: true });
  expect(await use(old)).toMatchObject({ errcode: 40001 });
  expect(await use(forced)).toMatchObject({ errcode: 40029 });
  later(20_000);
  expect(await ask({ force_refresh: true })).toMatchObject({ errcode: 45011 });
  for (let n = 3; n <= 20; n++) {
    later(31_000);
    expect(await ask({ force_refresh: true })).toHaveProperty('access_token');
  }
  later(31_000);
  expect(await ask({ force_refresh: true })).toMatchObject({ errcode: 45009 });
});

test.each([
  [{ grant_type: 'other' }, 40002],
  [{ appid: '' }, 41002],
  [{ secret: '' }, 41004],
  [{ appid: 'wx-nobody' }, 40013],
  [{ secret: 'guessed' }, 40125],
])('refuses %j', async (more, errcode) => {
  expect(await ask(more)).toMatchObject({ errcode, errmsg: expect.stringMatching(RID) as string });
});

test('refuses what is no JSON, and no body at all', async () => {
  expect(await run.post('/cgi-bin/stable_token', '{')).toMatchObject({ errcode: 47001 });
  expect(await run.post('/cgi-bin/stable_token', '')).toMatchObject({ errcode: 44002 });
});

test('an official account answers white-listed addresses only, and the client tells which one is missing', async () => {
  await run.fault({ whitelist: ['203.0.113.1'] });
  const official = { ...asked, appid: OA_APPID, secret: OA_SECRET };
  expect(await run.post('/cgi-bin/stable_token', official)).toMatchObject({
    errcode: 40164,
    errmsg: expect.stringMatching(/^invalid ip 127\.0\.0\.1 ipv6 .* rid: /) as string,
  });
  expect(await ask()).toHaveProperty('access_token');
  await expect(draftCount(DISTRICT_ACCOUNT)).resolves.toMatchObject({ code: 40164, address: '127.0.0.1' });
  await run.fault({ whitelist: ['203.0.113.1', '127.0.0.1'] });
  await expect(draftCount(DISTRICT_ACCOUNT)).resolves.toEqual({ ok: true, data: 0 });
});

test("a mini-program's token does not open the official account, nor the other way round", async () => {
  const { access_token: mini } = await ask();
  expect(await run.post(`/cgi-bin/draft/get?access_token=${String(mini)}`, {})).toMatchObject({
    errcode: 48001,
  });
  expect(await run.post('/cgi-bin/draft/get', {})).toMatchObject({ errcode: 41001 });
});

test('what is not emulated says so loudly', async () => {
  expect(await run.post('/cgi-bin/message/mass/sendall', {})).toEqual({
    error: 'NotEmulatedError: the API /cgi-bin/message/mass/sendall of WeChat is not emulated',
  });
  expect(run.cloud.log.join('\n')).toContain('mass/sendall of WeChat is not emulated');
});

test('functions find the address, the app ids and the secrets in their environment', async () => {
  const answer = await run.cloud.invoke('notify', 'look', {});
  expect((answer as unknown as { env: string[] }).env.sort()).toEqual([
    'OA_APPID',
    'OA_QS_APPID',
    'OA_QS_SECRET',
    'OA_SECRET',
    'SUBSCRIBE_TEMPLATES',
    'WECHAT_API',
    'WECHAT_APPID',
    'WECHAT_SECRET',
  ]);
});
