import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { startTestCloud } from '../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const start = () => startTestCloud({ processes: true, functions: resolve(__dirname, 'fixtures') });

describe('closing the cloud', () => {
  it('in the middle of everything ends every process and answers or breaks off every call', async () => {
    const cloud = await start();
    await cloud.invoke('notes', 'add', { id: 'warm' });
    await cloud.control({ faults: { latencyMs: 20 } });
    const pids = await Promise.all(
      Array.from(
        { length: 3 },
        async () => ((await cloud.invoke('probe', 'wait', { ms: 30 })).data as { pid: number }).pid,
      ),
    );
    const calls = Array.from({ length: 30 }, (_, i) =>
      cloud.invoke('notes', 'addTwo', { first: `a${i}`, second: `b${i}` }).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    await Promise.race(calls);
    await cloud.close();
    const answers = await Promise.all(calls);
    expect(answers).toContain(true);
    expect(answers).toContain(false);
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  });

  it('leaves nothing that keeps this process alive, though a timer is set', async () => {
    const cloud = await startTestCloud({
      processes: true,
      functions: resolve(__dirname, 'fixtures-timers'),
      now: '2026-12-04T17:59:59+08:00',
      timers: true,
    });
    const timersOf = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timersOf();
    await cloud.close();
    expect(timersOf()).toBeLessThanOrEqual(before);
    const later = cloud.log.length;
    cloud.clock.set(Date.parse('2026-12-04T18:00:01+08:00'));
    await new Promise(setImmediate);
    expect(cloud.log).toHaveLength(later);
  });

  it('refuses calls afterwards instead of starting anything', async () => {
    const cloud = await start();
    await cloud.close();
    expect(await cloud.cloud.invoke('notes', { action: 'get', input: { id: 'x' } })).toMatchObject({
      errCode: -501000,
    });
  });
});
