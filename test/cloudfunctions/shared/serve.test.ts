import * as v from 'valibot';
import { RECEIVERS } from '../../../miniprogram/contract/roles';
import type { FunctionName } from '../../../miniprogram/contract/wire';
import { DatabaseBusyError, ok, refuse } from '../../../cloudfunctions/shared/errors';
import { township } from '../../../cloudfunctions/shared/schemas';
import { serve, type Admit, type Call } from '../../../cloudfunctions/shared/serve';
import { callOwnFunction } from '../../../cloudfunctions/shared/own-call';
import { TEST_FIELD_KEYS } from '../../support/given';

const callFunction = jest.fn<Promise<unknown>, [string, object]>();
jest.mock('../../../cloudfunctions/shared/caller', () => ({
  ...jest.requireActual<object>('../../../cloudfunctions/shared/caller'),
  callFunction: (name: string, data: object) => callFunction(name, data),
}));

const input = v.strictObject({ township, text: v.exactOptional(v.string()) });
const admit = jest.fn<ReturnType<Admit>, Parameters<Admit>>();
const isClosed = jest.fn<Promise<boolean>, [string, number]>();
let calls: Call[];

/** Every action of the table answers the call that it got. */
function open(fn: FunctionName, actions: readonly string[], own: object = {}, onTimer?: string) {
  const run = (call: Call) => {
    calls.push(call);
    return Promise.resolve(ok(call.account));
  };
  const action = { write: false, input, run, ...own };
  const table = Object.fromEntries(actions.map((name) => [name, () => Promise.resolve(action)]));
  return serve(fn, table as never, { admit, isClosed }, onTimer as never);
}

const as = (openid: string) => {
  process.env['WX_OPENID'] = openid;
};
const read = { action: 'day', input: { township: 't1' } };
const day = (own?: object) => open('reception', ['day'], own);

beforeEach(() => {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    WX_CONTEXT_KEYS: 'WX_OPENID',
    FIELD_KEYS: TEST_FIELD_KEYS,
  });
  as('o1');
  calls = [];
  admit.mockReset();
  isClosed.mockReset().mockResolvedValue(false);
});

test.each([
  ['no event', undefined, 'bad-input'],
  ['text', 'day', 'bad-input'],
  ['an unknown field beside the action', { ...read, openid: 'o2' }, 'bad-input'],
  ['no action', { input: {} }, 'unknown-action'],
  ['an action that is no text', { ...read, action: ['day'] }, 'unknown-action'],
  ['an action of another function', { ...read, action: 'submit' }, 'unknown-action'],
  ['an action that every object has', { ...read, action: 'toString' }, 'unknown-action'],
  ['no input', { action: 'day' }, 'bad-input'],
  ['an unknown field of the input', { ...read, input: { township: 't1', x: 1 } }, 'bad-input'],
])('%s is refused, and nothing runs', async (_, event, code) => {
  expect(await day()(event)).toMatchObject({ ok: false, code });
  expect(calls).toEqual([]);
});

test('64 KB of event are taken, a byte more is too large', async () => {
  const empty = JSON.stringify({ ...read, input: { township: 't1', text: '' } }).length;
  const text = (bytes: number) => ({ ...read, input: { township: 't1', text: 'x'.repeat(bytes - empty) } });
  expect(await day()(text(65_536))).toMatchObject({ ok: true });
  expect(await day()(text(65_537))).toMatchObject({ code: 'too-large' });
});

test('an event nested too deeply to be written down is too large', async () => {
  const nested: unknown[] = [];
  let inner = nested;
  for (let depth = 0; depth < 100_000; depth++) inner.push((inner = []));
  expect(await day()({ ...read, input: nested })).toMatchObject({ code: 'too-large' });
});

test('identity comes from the platform; what the event says of it is nothing', async () => {
  const first = await day()({ ...read, userInfo: { openId: 'o2' } });
  as('o2');
  const second = await day()(read);
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect(calls.map(({ openid }) => openid)).toEqual(['o1', 'o2']);
  expect(calls[0]?.account).not.toBe(calls[1]?.account);
});

test('without an identity nothing runs', async () => {
  as('');
  expect(await day()(read)).toMatchObject({ code: 'no-identity' });
  expect(calls).toEqual([]);
});

test.each([undefined, '', 'short', 7, 'with space', 'a'.repeat(65)])(
  'a write under the key %j is refused',
  async (key) => {
    const write = day({ write: true });
    expect(await write({ ...read, ...(key !== undefined && { key }) })).toMatchObject({
      code: 'bad-input',
      details: { field: 'key' },
    });
  },
);

test('the same body has the same hash, another one another, and a read no key', async () => {
  const write = day({ write: true });
  for (const text of ['a', 'a', 'b'])
    await write({ ...read, input: { township: 't1', text }, key: 'key-0001' });
  await day()({ ...read, key: 'key-0001' });
  const [first, second, third, last] = calls;
  expect(first?.bodyHash).toBe(second?.bodyHash);
  expect(first?.bodyHash).not.toBe(third?.bodyHash);
  expect([first?.key, last?.key]).toEqual(['key-0001', '']);
});

test('the same body sent to another action has another hash', async () => {
  const write = open('reception', ['day', 'listMine'], { write: true });
  for (const action of ['day', 'listMine']) await write({ ...read, action, key: 'key-0001' });
  const [first, second] = calls;
  expect(first?.bodyHash).toBeDefined();
  expect(first?.bodyHash).not.toBe(second?.bodyHash);
});

describe('an act of a role', () => {
  const today = () => open('overview', ['today']);
  const event = { action: 'today', input: { township: 't1' } };

  test('is admitted by the table’s roles, in the township of the input', async () => {
    admit.mockResolvedValue(ok({ role: 'deputy', name: '某' }));
    expect(await today()(event)).toMatchObject({ ok: true });
    expect(admit).toHaveBeenCalledWith('t1', 'o1', RECEIVERS, {
      now: expect.any(Number) as number,
      stops: false,
    });
    expect(calls[0]?.admitted).toMatchObject({ role: 'deputy' });
  });

  test('does not run when it is not admitted', async () => {
    admit.mockResolvedValue(refuse('rate-limited', { seconds: 3 }));
    expect(await today()(event)).toEqual({ ok: false, code: 'rate-limited', details: { seconds: 3 } });
    expect(calls).toEqual([]);
  });
});

test('an event whose Type cannot even be read as text is refused like any other', async () => {
  const relay = open('notify', ['relay', 'kick'], {}, 'relay');
  for (const Type of [{ toString: 1 }, { toString: null, valueOf: null }, ['timer'], 7, null])
    expect(await relay({ Type, action: 'kick', input: {} })).toMatchObject({ ok: false, code: 'bad-input' });
});

test('an act of account or role asks for the role only when the action does', async () => {
  const get = open('request', ['get']);
  await get({ action: 'get', input: { township: 't1' } });
  expect(admit).not.toHaveBeenCalled();
  admit.mockResolvedValue(refuse('not-allowed'));
  expect(await calls[0]?.admit()).toMatchObject({ code: 'not-allowed' });
  expect(admit).toHaveBeenCalledWith(
    't1',
    'o1',
    ['deputy', 'leader', 'staff', 'chief', 'presidium', 'unit'],
    { now: expect.any(Number) as number, stops: false },
  );
});

describe('a timer', () => {
  const relay = () => open('notify', ['relay'], { input: v.strictObject({}) }, 'relay');
  const timer = { Type: 'Timer', TriggerName: 'relay', Time: '', Message: '' };

  afterEach(() => {
    delete process.env['TRIGGER_SRC'];
  });

  test('runs its action without an identity, where the platform says that it is one', async () => {
    as('');
    process.env['TRIGGER_SRC'] = 'timer';
    expect(await relay()(timer)).toMatchObject({ ok: true });
    expect(calls[0]).toMatchObject({ openid: '', account: '' });
  });
  test('is not believed by what its event says alone', async () => {
    as('');
    for (const event of [timer, { action: 'relay', input: {} }])
      expect(await relay()(event)).toMatchObject({ code: 'not-allowed' });
    process.env['TRIGGER_SRC'] = 'http';
    expect(await relay()(timer)).toMatchObject({ code: 'not-allowed' });
    expect(calls).toEqual([]);
  });
  test('cannot be played by an account, in its own shape or as an action', async () => {
    for (const event of [timer, { action: 'relay', input: {} }])
      expect(await relay()(event)).toMatchObject({ code: 'not-allowed' });
    expect(calls).toEqual([]);
  });
  test('means nothing to a function that has none', async () => {
    as('');
    expect(await day()(timer)).toMatchObject({ code: 'bad-input' });
  });
});

describe('a call of the deployment’s own', () => {
  const resume = () => open('publicity', ['resume']);
  const seal = async (action: string, township: string, more: object = {}): Promise<unknown> => {
    callFunction.mockClear();
    await callOwnFunction('publicity', action, { township, ...more });
    return (callFunction.mock.calls[0]?.[1] as { seal?: unknown }).seal;
  };
  const event = { action: 'resume', input: { township: 't1' } };
  beforeEach(() => {
    as('');
  });

  test('is known by its seal, in its minute and the ones beside it', async () => {
    const now = Date.now();
    const good = await seal('resume', 't1');
    const clock = jest.spyOn(Date, 'now');
    for (const [minutes, ok] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      clock.mockReturnValue(now + minutes * 60_000);
      expect(await resume()({ ...event, seal: good })).toMatchObject({ ok });
    }
    clock.mockRestore();
  });

  test('is refused with none, or one for another action, township or input', async () => {
    const other = await seal('resume', 't1', { article: 'other' });
    const seals = [undefined, '', 7, await seal('list', 't1'), await seal('resume', 't2'), other];
    for (const each of seals)
      expect(await resume()({ ...event, seal: each })).toMatchObject({ code: 'not-allowed' });
    expect(calls).toEqual([]);
    // A function that works for somebody hands on who it is: the seal proves the call all the same.
    as('o1');
    expect(await resume()({ ...event, seal: await seal('resume', 't1') })).toMatchObject({ ok: true });
    expect(await resume()(event)).toMatchObject({ code: 'not-allowed' });
  });
});

describe('when something breaks', () => {
  const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const failing = (error: unknown) =>
    day({
      run() {
        throw error;
      },
    });
  beforeEach(() => log.mockClear());
  afterAll(() => {
    log.mockRestore();
  });

  test('a bug is `internal`; the log has its place and not its words', async () => {
    expect(await failing(new TypeError('王先生\n    at 5550100'))(read)).toEqual({
      ok: false,
      code: 'internal',
    });
    expect(log).toHaveBeenCalledTimes(1);
    const text = String(log.mock.calls[0]?.[0]);
    expect(text).toMatch(/^reception\.day failed: TypeError\n\s+at /);
    expect(text).not.toMatch(/王先生|5550100/);
  });
  test('what is no error at all is a bug too', async () => {
    expect(await failing('王先生')(read)).toEqual({ ok: false, code: 'internal' });
    expect(String(log.mock.calls[0]?.[0])).not.toContain('王先生');
  });
  test('a database that does not answer is `busy`', async () => {
    expect(await failing(new DatabaseBusyError('x'))(read)).toEqual({ ok: false, code: 'busy' });
  });
});

test.each([
  ['an account', 'submit', false],
  ['an account, where only the day or the account itself is written', 'book', true],
])('%s: in a closed township a write is refused before the action', async (_who, action, runs) => {
  isClosed.mockResolvedValue(true);
  const fn = action === 'book' ? 'reception' : 'request';
  const call = open(fn, [action], { write: true });
  const answer = await call({ action, input: { township: 't1' }, key: 'key-of-sixteen-signs' });
  expect(answer).toMatchObject(runs ? { ok: true } : { code: 'township-closed' });
  expect(calls).toHaveLength(runs ? 1 : 0);
});
