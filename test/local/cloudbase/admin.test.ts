import { resolve } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { type TestCloud, eventually, startTestCloud } from '../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

let cloud: TestCloud;
let app: ReturnType<typeof cloudbase.init>;
beforeAll(async () => {
  cloud = await startTestCloud({ processes: true, functions: resolve(__dirname, 'fixtures') });
  process.env['TENCENTCLOUD_RUNENV'] = 'SCF';
  process.env['TENCENTCLOUD_REGION'] = 'ap-shanghai';
  process.env['SCF_NAMESPACE'] = 'local';
  app = cloudbase.init({ env: 'local', secretId: 'i', secretKey: 'k', serviceUrl: `${cloud.url}/admin` });
});
afterAll(() => cloud.close());

const post = async (body: string, headers: Record<string, string> = {}): Promise<Record<string, unknown>> => {
  const response = await fetch(`${cloud.url}/admin?env=local`, { method: 'POST', body, headers });
  return { status: response.status, ...((await response.json()) as object) };
};

describe('POST /admin', () => {
  it('serves the SDK from outside, and tells what each database call cost', async () => {
    const notes = app.database().collection('notes');
    await notes.add({ _id: 'from outside', text: '外' });
    const found = (await notes.doc('from outside').get()) as { data: unknown };
    expect(found.data).toEqual([{ _id: 'from outside', text: '外' }]);
    const body = { action: 'database.calculateDocument', collectionName: 'notes', queryType: 'WHERE' };
    const response = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) });
    expect(response.headers.get('x-db-calls')).toBe('1');
  });

  it('calls a function without an identity, as one of the team would from the console', async () => {
    const { result } = await app.callFunction({ name: 'probe', data: { action: 'identity' } });
    expect(result).toMatchObject({ data: { openId: '', source: 'scf' } });
    const bare = { action: 'functions.invokeFunction', function_name: 'probe', request_data: '' };
    const { data } = (await post(JSON.stringify(bare))) as { data: { response_data: string } };
    expect(JSON.parse(data.response_data)).toEqual({ ok: true, data: {} });
  });

  it.each([
    ['watching', 'auth.wsWebSign'],
    ['another account', 'auth.getUserInfoForAdmin'],
    ['the open interface', 'wx.api'],
    ['figures', 'analytics.report'],
    ['file rights', 'storage.getFileAuthority'],
    ['what nobody knows', 'nobody.knows'],
    ['a name of every object', 'storage.toString'],
  ])('says loudly that it does not emulate %s', async (_what, action) => {
    const { code, message } = await post(JSON.stringify({ action }));
    expect(code).toBe('NotEmulatedError');
    expect(message).toContain(action);
  });

  it('says so of the multipart interfaces too', async () => {
    const form = '--x\r\ncontent-disposition: form-data; name="action"\r\n\r\nwx.openApi\r\n--x--';
    const answer = await post(form, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(answer).toMatchObject({ code: 'NotEmulatedError' });
  });

  it.each([
    ['', 'nothing'],
    ['{', 'half a body'],
    ['[]', 'a list'],
    ['{"action":5}', 'an action of the wrong type'],
  ])('refuses %p: %s', async (body) => {
    expect(await post(body)).toMatchObject({ status: 200, code: 'INVALID_PARAM' });
  });

  it('numbers every answer', async () => {
    const [one, two] = [await post('{}'), await post('{}')];
    expect(one['requestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(one['requestId']).not.toBe(two['requestId']);
  });

  it('knows no instance by a name that it did not give', async () => {
    const response = await fetch(`${cloud.url}/admin/abc`, {
      method: 'POST',
      body: '{"action":"database.x"}',
    });
    expect(await response.json()).toMatchObject({ code: 'SYS_ERR' });
  });

  it('is closed to other web sites and to addresses that were given another name', async () => {
    expect(await post('{}', { origin: 'http://example.com' })).toMatchObject({ status: 403 });
  });
});

describe('a database call after the answer', () => {
  it('is carried out, belongs to no invocation, and is told in the log', async () => {
    const answer = await cloud.invoke('notes', 'late', { id: 'late' });
    expect(answer.cost.calls).toBe(0);
    await eventually(() =>
      cloud.log.some((line) => line.includes('calls database.insertDocument after it has answered')),
    );
    expect((await cloud.invoke('notes', 'get', { id: 'late' })).cost.calls).toBe(1);
  });
});
