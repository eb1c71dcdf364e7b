/** The server interface's number of a person, which no function of the product asks for yet. */
import * as v from 'valibot';
import { callApi } from '../../../cloudfunctions/shared/wechat/call';
import { startWechat, type WechatRun } from './harness';

let run: WechatRun;

beforeEach(async () => {
  run = await startWechat({ now: '2026-12-01T09:00:00+08:00' });
});

afterEach(() => run.close());

const answer = v.pipe(
  v.object({ phone_info: v.object({ purePhoneNumber: v.string(), countryCode: v.string() }) }),
  v.transform(({ phone_info: { purePhoneNumber: phone, countryCode } }) => ({ phone, countryCode })),
);

const getUserPhoneNumber = (code: string) =>
  callApi({
    account: 'mini',
    path: '/wxa/business/getuserphonenumber',
    body: { code },
    repeatable: false,
    data: answer,
  });

const press = async (openid: string): Promise<string> =>
  String((await run.phone(openid, 'phone-code'))['code']);

test('the button’s code gives the person’s number, once', async () => {
  const code = await press('o1');
  const first = await getUserPhoneNumber(code);
  expect(first).toMatchObject({ ok: true, data: { countryCode: '86' } });
  await expect(getUserPhoneNumber(code)).resolves.toMatchObject({ code: 40029 });
  const again = await getUserPhoneNumber(await press('o1'));
  expect(again).toEqual(first);
});

test('it lives five minutes', async () => {
  const young = await press('o1');
  const old = await press('o1');
  run.cloud.clock.set(run.cloud.clock.now() + 4 * 60_000);
  await expect(getUserPhoneNumber(young)).resolves.toMatchObject({ ok: true });
  run.cloud.clock.set(run.cloud.clock.now() + 61_000);
  await expect(getUserPhoneNumber(old)).resolves.toMatchObject({ code: 40029 });
});

test('an invented code gives nothing', async () => {
  await expect(getUserPhoneNumber('0'.repeat(64))).resolves.toMatchObject({ code: 40029 });
});
