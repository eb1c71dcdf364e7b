import { resolve } from 'node:path';
import { Faults, parseFaults } from '../../../local/cloudbase/faults';
import { type TestCloud, startTestCloud } from '../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const WRITE = 'database.modifyDocument';
const READ = 'database.getDocument';

describe('what goes wrong', () => {
  it('is nothing unless it is asked for', () => {
    const faults = new Faults();
    expect(faults.plan(WRITE, 'notes', 1)).toEqual({ latencyMs: 0, fate: 'pass' });
    expect(faults.skewMs('notes', 1)).toBe(0);
    expect(faults.settings).toEqual({});
  });

  it('is the same again for the same seed, and another for another', () => {
    const fates = (seed: number): string[] => {
      const faults = new Faults();
      faults.set({ errorRate: 0.3, dropAnswerRate: 0.3, seed });
      return Array.from({ length: 60 }, () => faults.plan(WRITE).fate);
    };
    expect(fates(1)).toEqual(fates(1));
    expect(fates(1)).not.toEqual(fates(2));
    expect(new Set(fates(1))).toEqual(new Set(['pass', 'fail', 'dropSocket']));
  });

  it('comes about as often as its rate says', () => {
    const faults = new Faults();
    faults.set({ errorRate: 0.1, seed: 7 });
    const failed = Array.from({ length: 5000 }, () => faults.plan(READ).fate).filter(
      (fate) => fate === 'fail',
    );
    expect(failed.length).toBeGreaterThan(400);
    expect(failed.length).toBeLessThan(600);
  });

  it('drops the answers of writes, never of reads', () => {
    const faults = new Faults();
    faults.set({ dropAnswerRate: 1, dropAnswerAs: 'error' });
    expect(faults.plan(WRITE).fate).toBe('dropError');
    expect(faults.plan(READ).fate).toBe('pass');
  });

  it('kills at the n-th call of an invocation, once, so that the next try gets through', () => {
    const faults = new Faults();
    faults.set({ killBeforeCall: 2 });
    expect([1, 2, 3, 1, 2].map((n) => faults.plan(WRITE, 'notes', n).fate)).toEqual([
      'pass',
      'killBefore',
      'pass',
      'pass',
      'pass',
    ]);
    faults.set({ killAfterCall: 1, killTimes: 2 });
    expect([1, 1, 1].map((n) => faults.plan(WRITE, 'notes', n).fate)).toEqual([
      'killAfter',
      'killAfter',
      'pass',
    ]);
  });

  it('spares other functions, and calls from outside, when it names one', () => {
    const faults = new Faults();
    faults.set({ errorRate: 1, latencyMs: 5, clockSkewMs: 1000, function: 'notes' });
    expect(faults.plan(WRITE, 'notes', 1)).toEqual({ latencyMs: 5, fate: 'fail' });
    expect(faults.plan(WRITE, 'probe', 1)).toEqual({ latencyMs: 0, fate: 'pass' });
    expect(faults.plan(WRITE)).toEqual({ latencyMs: 0, fate: 'pass' });
    expect(faults.skewMs('probe', 1)).toBe(0);
  });

  it('shifts each clock by its own fixed amount within the bounds', () => {
    const faults = new Faults();
    faults.set({ clockSkewMs: 300_000, seed: 3 });
    const skews = Array.from({ length: 50 }, (_, i) => faults.skewMs('notes', i + 1));
    expect(skews).toEqual(Array.from({ length: 50 }, (_, i) => faults.skewMs('notes', i + 1)));
    expect(Math.max(...skews.map(Math.abs))).toBeLessThanOrEqual(300_000);
    expect(Math.min(...skews)).toBeLessThan(0);
    expect(Math.max(...skews)).toBeGreaterThan(0);
  });

  it.each([
    [{ latency: 5 }, 'no such fault: latency'],
    [{ toString: 1 }, 'no such fault: toString'],
    [{ errorRate: 1.5 }, 'fault errorRate cannot be 1.5'],
    [{ killBeforeCall: 0 }, 'fault killBeforeCall cannot be 0'],
    [{ latencyMs: '5' }, 'fault latencyMs cannot be "5"'],
    [{ dropAnswerAs: 'silence' }, 'fault dropAnswerAs cannot be "silence"'],
    [{ duplicateTimers: 'yes' }, 'fault duplicateTimers cannot be "yes"'],
  ])('refuses %p: a mistyped fault would pass unseen', (settings, says) => {
    expect(() => parseFaults(settings)).toThrow(says);
  });
});

describe('a function under faults', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ processes: true, functions: resolve(__dirname, 'fixtures') });
  });
  afterEach(() => cloud.control({ faults: {} }));
  afterAll(() => cloud.close());

  const stored = async (id: string): Promise<boolean> =>
    (await cloud.invoke('notes', 'get', { id })).data !== null;

  it('that is killed before its second call has done the first and not the second, and the next call works', async () => {
    await cloud.control({ faults: { killBeforeCall: 2 } });
    const answer = await cloud.invoke('notes', 'addTwo', { first: 'b1', second: 'b2' });
    expect(answer).toMatchObject({ ok: false, code: 'platform:-504002', cost: { calls: 1 } });
    expect([await stored('b1'), await stored('b2')]).toEqual([true, false]);
  });

  it('that is killed after its second call has done both, though nobody heard of it', async () => {
    await cloud.control({ faults: { killAfterCall: 2 } });
    const answer = await cloud.invoke('notes', 'addTwo', { first: 'a1', second: 'a2' });
    expect(answer).toMatchObject({ ok: false, code: 'platform:-504002', cost: { calls: 2 } });
    expect([await stored('a1'), await stored('a2')]).toEqual([true, true]);
  });

  it('that loses an answer has written all the same', async () => {
    await cloud.control({ faults: { dropAnswerRate: 1 } });
    expect(await cloud.invoke('notes', 'add', { id: 'd1' })).toMatchObject({ ok: false, code: 'ECONNRESET' });
    await cloud.control({ faults: { dropAnswerRate: 1, dropAnswerAs: 'error' } });
    expect(await cloud.invoke('notes', 'add', { id: 'd2' })).toMatchObject({
      ok: false,
      code: 'DATABASE_TIMEOUT',
    });
    await cloud.control({ faults: {} });
    expect([await stored('d1'), await stored('d2')]).toEqual([true, true]);
  });

  it('whose call is refused has written nothing, and the call still counts', async () => {
    await cloud.control({ faults: { errorRate: 1 } });
    const answer = await cloud.invoke('notes', 'add', { id: 'e1' });
    expect(answer).toMatchObject({ ok: false, code: 'SYS_ERR', cost: { calls: 1, examined: 0 } });
    await cloud.control({ faults: {} });
    expect(await stored('e1')).toBe(false);
  });

  it('waits a round trip for each call', async () => {
    await stored('warm');
    await cloud.control({ faults: { latencyMs: 60 } });
    const from = performance.now();
    await cloud.invoke('notes', 'addTwo', { first: 'l1', second: 'l2' });
    expect(performance.now() - from).toBeGreaterThanOrEqual(119);
  });

  it('has a clock of its own when clocks are skewed', async () => {
    await cloud.control({ faults: { clockSkewMs: 3_600_000, seed: 11 } });
    const { data } = await cloud.invoke('probe', 'wait', { ms: 0 });
    const off = (data as { from: number }).from - cloud.clock.now();
    expect(Math.abs(off)).toBeGreaterThan(10_000);
    expect(Math.abs(off)).toBeLessThan(3_605_000);
  });
});
