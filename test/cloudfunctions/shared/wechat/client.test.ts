import {
  appidOf,
  DISTRICT_ACCOUNT,
  isConfigured,
  rememberKeys,
} from '../../../../cloudfunctions/shared/wechat/accounts';
import { getUnlimitedCode } from '../../../../cloudfunctions/shared/wechat/codes';
import { draftAdd, draftCount } from '../../../../cloudfunctions/shared/wechat/drafts';
import { classOf, mayRetryLater, type WechatCode } from '../../../../cloudfunctions/shared/wechat/errors';
import { uploadImage } from '../../../../cloudfunctions/shared/wechat/materials';
import { msgSecCheck } from '../../../../cloudfunctions/shared/wechat/security';
import { sendSubscribeMessage } from '../../../../cloudfunctions/shared/wechat/subscribe';
import { json, startStub, type Stub } from './stub';

const SECRET = 'a-secret-nobody-may-see';
const message = { openid: 'o1', templateId: 't1', page: 'pages/home/home', data: { thing1: '接待日' } };
const refused = (errcode: number, errmsg = 'no rid: 0123abcd-4567ef01-89abcdef') => ({ errcode, errmsg });

let stub: Stub;
let accounts = 0;

beforeAll(async () => {
  stub = await startStub();
  process.env['WECHAT_API'] = stub.url;
});

afterAll(async () => {
  delete process.env['WECHAT_API'];
  await stub.close();
});

beforeEach(() => {
  // A new account each time: tokens are kept for the life of the process.
  process.env['WECHAT_APPID'] = `wx-${String(++accounts)}`;
  process.env['WECHAT_SECRET'] = SECRET;
  process.env['OA_APPID'] = `oa-${String(accounts)}`;
  process.env['OA_SECRET'] = SECRET;
  stub.seen.length = 0;
  stub.answer((_seen, response) => {
    json(response, { errcode: 0, errmsg: 'ok' });
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.env['WECHAT_API'] = stub.url;
  for (const name of ['WECHAT', 'OA', 'OA_QING_SHI'])
    for (const part of ['APPID', 'SECRET']) Reflect.deleteProperty(process.env, `${name}_${part}`);
});

const paths = (): string[] => stub.seen.map(({ path }) => path.split('/').at(-1) ?? '');

test('asks for one token for calls that begin together, and keeps it', async () => {
  await Promise.all([sendSubscribeMessage(message), sendSubscribeMessage(message)]);
  await sendSubscribeMessage(message);
  expect(paths()).toEqual(['stable_token', 'send', 'send', 'send']);
  expect(new Set(stub.seen.slice(1).map(({ token }) => token)).size).toBe(1);
});

test('sends Chinese as it is, not as escapes', async () => {
  await sendSubscribeMessage(message);
  expect(stub.seen[1]?.body).toContain('"thing1":{"value":"接待日"}');
});

test.each([40001, 40014, 42001])('renews the token once on %i', async (code) => {
  let first: string | null = null;
  stub.answer(({ token }, response) => {
    first ??= token;
    json(response, token === first ? refused(code) : { errcode: 0 });
  });
  await expect(sendSubscribeMessage(message)).resolves.toEqual({ ok: true, data: undefined });
  expect(paths()).toEqual(['stable_token', 'send', 'stable_token', 'send']);
  stub.seen.length = 0;
  stub.answer((_seen, response) => {
    json(response, refused(code));
  });
  await expect(sendSubscribeMessage(message)).resolves.toMatchObject({ ok: false, code });
  expect(paths()).toEqual(['send', 'stable_token', 'send']);
});

test.each([43101, 47003, 40003, 40037, 41030, 45009, 45011, 48001, 61010])(
  'never repeats a call that was answered %i',
  async (code) => {
    stub.answer((_seen, response) => {
      json(response, refused(code));
    });
    await expect(sendSubscribeMessage(message)).resolves.toMatchObject({ code, maybeDone: false });
    expect(paths()).toEqual(['stable_token', 'send']);
  },
);

test('repeats what WeChat was too busy for, three times in all', async () => {
  stub.answer((_seen, response) => {
    json(response, refused(-1, 'system error'));
  });
  await expect(sendSubscribeMessage(message)).resolves.toMatchObject({ code: -1 });
  expect(paths()).toEqual(['stable_token', 'send', 'send', 'send']);
});

test('a lost answer is asked for again only where twice is as good as once', async () => {
  stub.answer((_seen, response) => response.destroy());
  await expect(sendSubscribeMessage(message)).resolves.toEqual({
    ok: false,
    code: 'unreachable',
    maybeDone: true,
  });
  await expect(
    draftAdd(DISTRICT_ACCOUNT, [{ title: '题', content: '文', coverId: 'm1' }]),
  ).resolves.toMatchObject({
    maybeDone: true,
  });
  expect(paths().filter((path) => path === 'send' || path === 'add')).toEqual(['send', 'add']);
  await expect(msgSecCheck('o1', '路灯')).resolves.toMatchObject({ code: 'unreachable' });
  expect(paths().filter((path) => path === 'msg_sec_check')).toHaveLength(3);
});

test('nobody listening: nothing was done, and the answer says so', async () => {
  const gone = await startStub();
  await gone.close();
  process.env['WECHAT_API'] = gone.url;
  await expect(sendSubscribeMessage(message)).resolves.toEqual({
    ok: false,
    code: 'unreachable',
    maybeDone: false,
  });
});

test('an answer that does not come ends as a time-out that may have been carried out', async () => {
  await draftCount(DISTRICT_ACCOUNT);
  stub.answer(() => undefined);
  jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    return AbortSignal.abort(new DOMException('too long', 'TimeoutError'));
  });
  await expect(draftAdd(DISTRICT_ACCOUNT, [])).resolves.toEqual({
    ok: false,
    code: 'timeout',
    maybeDone: true,
  });
});

test('a gateway page and half an answer are faults of the network, not exceptions', async () => {
  stub.answer((_seen, response) => response.writeHead(502).end('<html>'));
  await expect(sendSubscribeMessage(message)).resolves.toMatchObject({ code: 'unreachable' });
  stub.answer((_seen, response) => response.end('{"errcode":'));
  await expect(sendSubscribeMessage(message)).resolves.toMatchObject({ code: 'bad-answer' });
});

test('of a refusal only code, keyword, address and rid come through; never the secret', async () => {
  const rid = 'rid: 0123abcd-4567ef01-89abcdef';
  stub.answer((_seen, response) => {
    json(response, refused(47003, `argument invalid! data.thing3.value is emtpy ${rid}`));
  });
  const argument = await sendSubscribeMessage(message);
  expect(argument).toEqual({
    ok: false,
    code: 47003,
    maybeDone: false,
    keyword: 'thing3',
    rid: '0123abcd-4567ef01-89abcdef',
  });
  stub.answer((_seen, response) => {
    json(response, refused(40164, `invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist ${rid}`));
  });
  const address = await draftCount(DISTRICT_ACCOUNT);
  expect(address).toMatchObject({ code: 40164, address: '203.0.113.9' });
  expect(JSON.stringify([argument, address])).not.toContain(SECRET);
});

test('without app id and secret nothing is called', async () => {
  delete process.env['WECHAT_SECRET'];
  await expect(sendSubscribeMessage(message)).resolves.toMatchObject({ code: 'not-configured' });
  expect(stub.seen).toEqual([]);
});

test('a township has its own official account or none: the district’s never stands in for it', () => {
  const own = { officialOf: 'qing-shi' };
  process.env['OA_QING_SHI_APPID'] = 'oa-own';
  expect(isConfigured(own)).toBe(false);
  process.env['OA_QING_SHI_SECRET'] = SECRET;
  expect(appidOf(own)).toBe('oa-own');
  rememberKeys('qing-shi', { appid: 'oa-entered', secret: SECRET });
  expect(appidOf(own)).toBe('oa-entered');
  rememberKeys('qing-shi', undefined);
  expect(appidOf(own)).toBe('oa-own');
  expect(appidOf({ officialOf: DISTRICT_ACCOUNT })).toBe(process.env['OA_APPID']);
  expect(isConfigured({ officialOf: 'elsewhere' })).toBe(false);
});

test('a code is bytes, or JSON that says why not', async () => {
  const wish = { scene: 's=ab12', page: 'pages/home/home' };
  stub.answer((_seen, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end('JPEG'));
  await expect(getUnlimitedCode(wish)).resolves.toEqual({
    ok: true,
    data: { bytes: Buffer.from('JPEG'), type: 'image/jpeg' },
  });
  stub.answer((_seen, response) => {
    json(response, refused(41030));
  });
  await expect(getUnlimitedCode(wish)).resolves.toMatchObject({ ok: false, code: 41030 });
});

test('a picture goes as a form with its name and type', async () => {
  stub.answer((_seen, response) => {
    json(response, { url: 'http://pictures/1' });
  });
  const picture = { name: 'a.png', type: 'image/png' as const, bytes: Buffer.from('PNG') };
  await expect(uploadImage(DISTRICT_ACCOUNT, picture)).resolves.toEqual({
    ok: true,
    data: { url: 'http://pictures/1' },
  });
  expect(stub.seen[1]?.body).toMatch(/name="media"; filename="a.png"\r\nContent-Type: image\/png\r\n\r\nPNG/);
});

test('a relay comes back to what passes, and to nothing that would be wrong again', () => {
  const passing: WechatCode[] = [-1, 45009, 45011, 42001, 99999, 'timeout', 'unreachable'];
  const lasting: WechatCode[] = [43101, 47003, 40003, 48001, 'not-configured'];
  expect(passing.every(mayRetryLater)).toBe(true);
  expect(lasting.some(mayRetryLater)).toBe(false);
  expect(classOf(48001)).toBe('permission');
});
