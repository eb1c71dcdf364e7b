import { resolve } from 'node:path';
import { type TestCloud, eventually, startTestCloud } from '../../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const FIXTURES = resolve(__dirname, '../fixtures');

interface Runtime {
  pid: number;
  zone: string;
  env: string[];
  calls: number;
}

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({
    processes: true,
    functions: FIXTURES,
    now: '2026-12-01T09:00:00+08:00',
    env: { CANARY: '1' },
  });
});
afterAll(() => cloud.close());

const probe = (action: string, input: unknown = {}, openid?: string) =>
  cloud.invoke('probe', action, input, openid === undefined ? {} : { openid });

describe('who is calling', () => {
  it('is told in every way the SDK reads it', async () => {
    const { data } = await probe('identity', {}, 'openid-of-a');
    expect(data).toMatchObject({
      openId: 'openid-of-a',
      appId: 'wx0000000000000000',
      openidVariable: 'openid-of-a',
      source: 'wx_client',
      trigger: null,
      environment: { WX_OPENID: 'openid-of-a', TCB_ENV: 'local' },
      parsed: { functionName: 'probe', namespace: 'local', memoryLimitInMb: 256, timeLimitIns: 20_000 },
    });
  });

  it('is nobody without the header, in the same warm instance too', async () => {
    await probe('identity', {}, 'openid-of-a');
    const { data } = await probe('identity');
    expect(data).toMatchObject({ openId: '', appId: '', openidVariable: null });
    expect((data as { environment: object }).environment).not.toHaveProperty('WX_OPENID');
  });

  it('is never mixed up between calls at the same time', async () => {
    const people = Array.from({ length: 12 }, (_, i) => `person-${i}`);
    const answers = await Promise.all(people.map((openid) => probe('identity', {}, openid)));
    expect(answers.map(({ data }) => (data as { openId: string }).openId)).toEqual(people);
  });

  it('stands in the event as WeChat puts it, over what the phone claims', async () => {
    const claimed = { action: 'echo', userInfo: { openId: 'somebody else' } };
    const answer = await cloud.cloud.invoke('probe', claimed, { openid: 'openid-of-a' });
    expect(answer.result).toEqual({
      ok: true,
      data: { action: 'echo', userInfo: { openId: 'openid-of-a', appId: 'wx0000000000000000' } },
    });
  });
});

describe('an instance', () => {
  it('lives in UTC, in an environment of its own without anything of this machine', async () => {
    process.env['A_SECRET_OF_THIS_MACHINE'] = 'x';
    const { data } = await probe('runtime');
    const { zone, env } = data as Runtime;
    expect(zone).toBe('UTC');
    expect(env).toEqual(
      expect.arrayContaining(['CANARY', 'FIELD_KEYS', 'TCB_CONTEXT_CNFG', 'TENCENTCLOUD_RUNENV']),
    );
    expect(env).not.toContain('A_SECRET_OF_THIS_MACHINE');
  });

  it('is used again while it is warm, and keeps what the code remembers', async () => {
    const [first, second] = [
      (await probe('runtime')).data as Runtime,
      (await probe('runtime')).data as Runtime,
    ];
    expect(second.pid).toBe(first.pid);
    expect(second.calls).toBe(first.calls + 1);
    expect(first.pid).not.toBe(process.pid);
  });

  it('serves one invocation at a time: four at once are four processes, eight are four as well', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => probe('wait', { ms: 150 })));
    const pids = new Set(answers.map(({ data }) => (data as { pid: number }).pid));
    expect(pids.size).toBe(4);
  });

  it('tells the virtual time, and follows a jump from one invocation to the next', async () => {
    const jump = Date.parse('2028-02-29T23:59:59+08:00');
    cloud.clock.set(jump);
    const { data } = await probe('wait', { ms: 0 });
    cloud.clock.set(Date.parse('2026-12-01T09:00:00+08:00'));
    const { from } = data as { from: number };
    expect(from - jump).toBeGreaterThanOrEqual(0);
    expect(from - jump).toBeLessThan(5000);
  });

  it('reaches nothing but this machine', async () => {
    const { data } = await probe('outside');
    expect(data).toEqual(Array.from({ length: 4 }, () => 'NotEmulatedError'));
  });

  it('shows its cold start and what it prints in the log, under its name', async () => {
    await probe('print', { text: '你好' });
    expect(cloud.log).toContainEqual(expect.stringMatching(/^\[probe#\d+\] 你好$/));
    expect(cloud.log).toContainEqual(expect.stringMatching(/^\[probe#1\] cold start in \d+ ms$/));
  });
});

describe('when a function fails', () => {
  it.each([
    [
      'throws',
      'throw',
      -504002,
      /^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail \| errMsg: Error: boom at the third place\n {4}at .*probe.index\.js/,
    ],
    ['rejects', 'reject', -504002, /TypeError: refused later/],
    ['ends its process', 'exit', -504002, /the process of the function ended with code 3/],
    ['answers with what is no JSON', 'circle', -504002, /circular structure/],
    ['answers more than 6 MB', 'large', -504002, /larger than 6 MB/],
  ])(
    'because it %s, the caller gets the platform’s error and the next call an answer',
    async (_why, action, errCode, says) => {
      const answer = await probe(action, { bytes: 6 * 1024 * 1024 });
      expect(answer).toMatchObject({ ok: false, code: `platform:${errCode}` });
      expect(answer.errMsg).toMatch(says);
      expect(await probe('identity', {}, 'b')).toMatchObject({ ok: true });
    },
  );

  it.each([
    ['time, in a circle', 'loop', -504003, /errMsg: Invoking task timed out after 2 seconds/],
    ['time, by never answering', 'never', -504003, /timed out after 2 seconds/],
    ['memory', 'hoard', -504002, /memory limit exceeded/],
  ])(
    'because it wants more %s than its configuration allows, it is ended',
    async (_what, action, errCode, says) => {
      const answer = await cloud.invoke('brief', action, {});
      expect(answer).toMatchObject({ ok: false, code: `platform:${errCode}` });
      expect(answer.errMsg).toMatch(says);
      expect(await cloud.invoke('brief', 'answer', {})).toMatchObject({ ok: true });
    },
  );

  it('after its answer, only a later call notices, by a cold start', async () => {
    const before = (await probe('runtime')).data as Runtime;
    await probe('stray');
    await eventually(() => cloud.log.some((line) => line.includes('ended with code 1')));
    const after = (await probe('runtime')).data as Runtime;
    expect(after.pid).not.toBe(before.pid);
    expect(cloud.log.join('\n')).toContain('thrown after the answer');
  });

  it('answers null for a function that returns nothing', async () => {
    expect(await cloud.cloud.invoke('probe', { action: 'nothing' })).toMatchObject({ result: { ok: true } });
    expect(await cloud.cloud.invoke('silent', {})).toMatchObject({ result: null });
  });

  it('quotes no frame of this host, so that the first line to look at is the product’s', async () => {
    expect((await probe('throw')).errMsg).not.toMatch(/function-runtime|node:internal/);
  });
});

describe('the size of an event', () => {
  const eventOf = (bytes: number) => ({
    action: 'echo',
    input: 'x'.repeat(bytes - '{"action":"echo","input":""}'.length),
  });

  it('may be 100 KB to the byte', async () => {
    expect(await cloud.cloud.invoke('probe', eventOf(100 * 1024))).toMatchObject({ result: { ok: true } });
  });

  it('may not be a byte more', async () => {
    const answer = await cloud.cloud.invoke('probe', eventOf(100 * 1024 + 1));
    expect(answer).toMatchObject({ errCode: -504001 });
    expect(answer.errMsg).toContain('100 KB');
  });
});

describe('a function called by a function', () => {
  it('sees the same identity, and the chain in its source', async () => {
    const { data } = await probe('call', { name: 'probe', data: { action: 'identity' } }, 'openid-of-a');
    expect(data).toMatchObject({ ok: true, data: { openId: 'openid-of-a', source: 'wx_client,scf' } });
  });

  it('has its errors thrown by the SDK, with the platform’s codes', async () => {
    const call = async (name: string, action: string) =>
      (await probe('callFailing', { name, data: { action } })).data;
    expect(await call('nowhere', '')).toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
    expect(await call('probe', 'throw')).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  });
});
