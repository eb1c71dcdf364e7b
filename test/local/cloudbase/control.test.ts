import { resolve } from 'node:path';
import { request } from 'node:http';
import { type TestCloud, startTestCloud } from '../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    processes: true,
    functions: resolve(__dirname, 'fixtures'),
    now: '2026-12-01T09:00:00+08:00',
  });
});
afterAll(() => cloud.close());

const send = async (body: unknown): Promise<{ status: number; body: Record<string, unknown> }> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${cloud.url}/control`, { method: 'POST', body: text });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe('/control', () => {
  it('shows the state: China time, milliseconds, faults', async () => {
    const state = (await (await fetch(`${cloud.url}/control`)).json()) as Record<string, unknown>;
    expect(state).toEqual({
      now: expect.stringMatching(/^2026-12-01T09:0\d:\d\d\+08:00$/) as string,
      nowMs: expect.any(Number) as number,
      faults: {},
      wechat: {},
    });
  });

  it('sets the clock to a time with a zone, or to milliseconds, and advances it', async () => {
    const set = await send({ clock: { set: '2026-12-04T18:00:00+08:00' } });
    expect(set.body['now']).toMatch(/^2026-12-04T18:00:0\d\+08:00$/);
    const advanced = await send({ clock: { advanceMs: 60_000 } });
    expect(advanced.body['now']).toMatch(/^2026-12-04T18:01:0/);
    const back = await send({ clock: { set: Date.UTC(2026, 11, 1) } });
    expect(back.body['now']).toMatch(/^2026-12-01T08:00:0/);
  });

  it('replaces all faults, shows the seed it chose, and clears them', async () => {
    expect((await send({ faults: { latencyMs: 1 } })).body['faults']).toEqual({
      latencyMs: 1,
      seed: expect.any(Number) as number,
    });
    expect((await send({ faults: { errorRate: 0.1, seed: 4 } })).body['faults']).toEqual({
      errorRate: 0.1,
      seed: 4,
    });
    expect((await send({ faults: {} })).body['faults']).toEqual({});
  });

  it.each([
    ['{', 'the body is no JSON'],
    ['[]', 'a command is a JSON object'],
    [{ faults: {}, reset: true }, 'no such command: reset'],
    [{ faults: { wrong: 1 } }, 'no such fault: wrong'],
    [{ faults: [] }, 'faults is a JSON object'],
    [{ clock: { set: '2026-12-04T18:00:00' } }, 'clock is {"set"'],
    [{ clock: {} }, 'clock is {"set"'],
    [{ clock: { set: 1.5 } }, 'clock is {"set"'],
    [{ clock: { set: 9e15 } }, 'clock is {"set"'],
    [{ clock: { advanceMs: 9e15 } }, 'clock is {"set"'],
    [{ clock: { advanceMs: 0.5 } }, 'clock is {"set"'],
    [{ runTimers: 1 }, 'runTimers is true or false'],
  ])('refuses %p with a sentence and does nothing of it', async (body, says) => {
    const before = cloud.clock.offsetMs();
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(answer.body['error']).toContain(says);
    expect(cloud.clock.offsetMs()).toBe(before);
  });

  it('knows GET and POST alone', async () => {
    expect((await fetch(`${cloud.url}/control`, { method: 'DELETE' })).status).toBe(405);
  });

  const statusFor = (headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((done, fail) => {
      request(`${cloud.url}/control`, { headers }, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on('error', fail)
        .end();
    });

  it.each([
    ['a page of another site', { origin: 'https://example.com' }, 403],
    ['a page behind a name that was pointed at this address', { host: 'evil.example:8080' }, 403],
    ['a page of this server', {}, 200],
    ['a program that says localhost', { host: 'localhost:8080' }, 200],
  ])('answers %s accordingly', async (_who, headers, status) => {
    expect(await statusFor(headers as Record<string, string>)).toBe(status);
  });
});
