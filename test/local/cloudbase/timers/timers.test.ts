import { resolve } from 'node:path';
import { type TestCloud, eventually, startTestCloud } from '../../../support/cloud';

// Real processes on a machine that may be busy.
jest.setTimeout(60_000);

const FUNCTIONS = resolve(__dirname, '../fixtures-timers');
const china = (text: string): number => Date.parse(`${text}+08:00`);

let cloud: TestCloud;
afterEach(() => cloud.close());

const start = async (now: string, timers = true, tickMs = 0): Promise<void> => {
  cloud = await startTestCloud({
    processes: true,
    functions: FUNCTIONS,
    now: `${now}+08:00`,
    timers,
    env: { TICK_MS: String(tickMs) },
  });
};

const jumpTo = (text: string) => cloud.control({ clock: { set: `${text}+08:00` } });

/** What the function saw, run by run. */
const runs = (): { event: { Time: string } }[] =>
  cloud.log
    .map((line) => /began (.*)$/.exec(line)?.[1])
    .filter((text) => text !== undefined)
    .map((text) => JSON.parse(text) as { event: { Time: string } });

describe('a timer', () => {
  it('fires when the clock reaches its moment, and hands over what the platform does, without an identity', async () => {
    await start('2026-12-04T17:59:59');
    await eventually(() => runs().length > 0);
    expect(runs()).toEqual([
      {
        event: { Type: 'Timer', TriggerName: 'atSix', Time: '2026-12-04T10:00:00Z', Message: '' },
        WX_OPENID: null,
        TRIGGER_SRC: 'timer',
        TCB_SOURCE: 'wx_trigger',
        at: expect.stringMatching(/^2026-12-04T10:00:0/) as string,
      },
    ]);
  });

  it('does not fire a second before', async () => {
    await start('2026-12-04T09:00:00');
    await jumpTo('2026-12-04T17:59:58');
    expect(runs()).toEqual([]);
  });

  it('fires once for a jump over ten days, for the last moment it missed, and is awaited', async () => {
    await start('2026-12-04T09:00:00');
    await jumpTo('2026-12-14T17:00:00');
    expect(runs().map(({ event }) => event.Time)).toEqual(['2026-12-13T10:00:00Z']);
  });

  it('fires for a jump to its very second', async () => {
    await start('2026-12-04T09:00:00');
    await jumpTo('2026-12-04T18:00:00');
    await jumpTo('2026-12-04T18:00:30');
    expect(runs()).toHaveLength(1);
  });

  it('does not fire for a jump back, and is due again afterwards', async () => {
    await start('2026-12-04T19:00:00');
    await jumpTo('2026-12-03T09:00:00');
    expect(runs()).toEqual([]);
    await jumpTo('2026-12-03T18:00:01');
    expect(runs().map(({ event }) => event.Time)).toEqual(['2026-12-03T10:00:00Z']);
  });

  it('fires twice, one after the other, when the fault says so', async () => {
    await start('2026-12-04T09:00:00', true, 20);
    await cloud.control({ faults: { duplicateTimers: true } });
    await jumpTo('2026-12-04T18:00:00');
    const order = cloud.log.map((line) => /(began|ended)/.exec(line)?.[1]).filter(Boolean);
    expect(order).toEqual(['began', 'ended', 'began', 'ended']);
  });

  it('never overlaps with itself, and does not pile up behind a slow run', async () => {
    await start('2026-12-04T09:00:00', true, 60);
    for (const day of ['04', '05', '06', '07', '08']) {
      cloud.clock.set(china(`2026-12-${day}T18:00:00`));
    }
    await cloud.control({ clock: { advanceMs: 0 } });
    const order = cloud.log.map((line) => /(began|ended)/.exec(line)?.[1]).filter(Boolean);
    expect(order).toEqual(['began', 'ended', 'began', 'ended'].slice(0, order.length));
    expect(order.length).toBeGreaterThanOrEqual(2);
  });
});

describe('timers that are switched off', () => {
  it('fire neither by the clock nor by a jump, only on command', async () => {
    await start('2026-12-04T17:59:59', false);
    await jumpTo('2026-12-05T18:00:00');
    expect(runs()).toEqual([]);
    await cloud.control({ runTimers: true });
    expect(runs().map(({ event }) => event.Time)).toEqual(['2026-12-05T10:00:00Z']);
  });
});
