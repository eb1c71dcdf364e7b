import { resolve } from 'node:path';
import { type TestCloud, startTestCloud } from '../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ processes: true, functions: resolve(__dirname, 'fixtures') });
});
afterAll(() => cloud.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${cloud.url}${path}`, { method: 'POST', body, headers });

describe('POST /invoke/<function>', () => {
  it('answers {"result"} and what it cost, and nothing else', async () => {
    const add = { action: 'add', input: { id: 'g1', text: '一' } };
    const response = await post('/invoke/notes', JSON.stringify(add), { 'x-wx-openid': 'a' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('x-db-calls')).toBe('1');
    expect(response.headers.get('x-db-examined')).toMatch(/^\d+$/);
    expect(await response.json()).toEqual({ result: { ok: true, data: { id: 'g1' } } });
  });

  it('answers {"errCode", "errMsg"} as wx.cloud.callFunction rejects', async () => {
    const response = await post('/invoke/nowhere', '{}', { 'x-wx-openid': 'a' });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      errCode: -501000,
      errMsg:
        'cloud.callFunction:fail Error: errCode: -501000  | errMsg: FunctionName parameter could not be found.',
    });
  });

  it.each([
    ['absent', {}],
    ['empty', { 'x-wx-openid': '' }],
    ['with a blank inside', { 'x-wx-openid': 'a b' }],
    ['longer than any openid', { 'x-wx-openid': 'a'.repeat(129) }],
  ])('gives no identity for a header that is %s', async (_what, headers) => {
    const response = await post('/invoke/probe', '{"action":"identity"}', headers);
    expect(await response.json()).toMatchObject({ result: { data: { openId: '', openidVariable: null } } });
  });

  it('takes an empty body for an empty event', async () => {
    const response = await post('/invoke/probe', '');
    expect(await response.json()).toEqual({ result: { ok: true, data: {} } });
  });

  it('refuses what is no JSON with 400, and other methods with 405', async () => {
    expect((await post('/invoke/probe', '{"action":')).status).toBe(400);
    expect((await fetch(`${cloud.url}/invoke/probe`)).status).toBe(405);
  });

  it('refuses 20 MB without choking on them', async () => {
    const answer = await post('/invoke/probe', JSON.stringify('x'.repeat(20 * 1024 * 1024))).then(
      async (response) => ((await response.json()) as { errCode: number }).errCode,
      (error: unknown) => (error as Error).name,
    );
    // The server may close before a client has sent all of it: both are a refusal.
    expect([-504001, 'TypeError']).toContain(answer);
    expect((await post('/invoke/probe', '{}')).status).toBe(200);
  });

  it('refuses a page of another web site, which a browser here may show', async () => {
    expect((await post('/invoke/probe', '{}', { origin: 'https://example.com' })).status).toBe(403);
    expect((await post('/invoke/probe', '{}', { origin: cloud.url })).status).toBe(200);
  });

  it('leaves other paths to others', async () => {
    expect((await fetch(`${cloud.url}/`)).status).toBe(404);
    expect((await fetch(`${cloud.url}/invokes/probe`)).status).toBe(404);
    expect((await fetch(`${cloud.url}/__proto__/x`)).status).toBe(404);
  });
});

describe('the cost of an invocation', () => {
  it('is what it did, not what others did at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        i % 2 === 0
          ? cloud.invoke('notes', 'addTwo', { first: `two-${i}`, second: `too-${i}` })
          : cloud.invoke('notes', 'get', { id: 'g1' }),
      ),
    );
    expect(answers.map(({ cost }) => cost.calls)).toEqual(answers.map((_, i) => (i % 2 === 0 ? 2 : 1)));
  });

  it('includes what a function did that it called', async () => {
    const answer = await cloud.invoke('notes', 'addByAnother', { id: 'nested' });
    expect(answer).toMatchObject({ ok: true, cost: { calls: 1 } });
  });

  it('is nothing for a call that never reached the database', async () => {
    expect((await cloud.invoke('probe', 'identity', {})).cost).toEqual({ calls: 0, examined: 0 });
  });
});
