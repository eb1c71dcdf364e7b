/** What a monitor, the page 运行状况 and the administrator hear of the minute relay and of what failed. */
import { main as notify } from '../../../cloudfunctions/notify/index';
import type { Timers } from '../../../cloudfunctions/notify/relay/timers-store';
import { main as overview } from '../../../cloudfunctions/overview/index';
import { startInProcess, type InProcessCloud } from '../../support/in-process';

jest.mock('../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../support/memory-database'),
);
const sealWaiting = jest.fn<Promise<number>, []>();
jest.mock('../../../cloudfunctions/notify/audit/store', () =>
  Object.assign({}, jest.requireActual<object>('../../../cloudfunctions/notify/audit/store'), {
    sealWaiting: () => sealWaiting(),
  }),
);

const MINUTE_MS = 60_000;
let cloud: InProcessCloud;
beforeAll(async () => {
  cloud = await startInProcess({ notify, overview });
});
beforeEach(() => {
  sealWaiting.mockReset().mockResolvedValue(0);
  for (const name of ['inbox', 'timers', 'deadletters']) cloud.replace(name, []);
});

/** The minute's run, so many minutes later. */
async function runAfter(minutes: number): Promise<void> {
  pass(minutes);
  process.env['TRIGGER_SRC'] = 'timer';
  delete process.env['WX_OPENID'];
  try {
    expect(await notify({ Type: 'Timer', TriggerName: 'every-minute' })).toMatchObject({ ok: true });
  } finally {
    delete process.env['TRIGGER_SRC'];
  }
}

const pass = (minutes: number) => {
  cloud.clock.set(cloud.clock.now() + minutes * MINUTE_MS);
};
const standing = () => cloud.documents<Timers>('timers')[0];
const told = () =>
  cloud.documents<{ event: string }>('inbox').filter(({ event }) => event === 'unwell').length;
const alive = async () => (await cloud.invoke('overview', 'alive', {}, {})).data;

it('is alive for whoever asks without a name, and late once the timer stands still', async () => {
  expect(await alive()).toMatchObject({ late: true });
  await runAfter(6);
  pass(1);
  expect(await alive()).toEqual({
    now: cloud.clock.now(),
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    relayAt: standing()?.at,
    late: false,
  });
  pass(12);
  expect(await alive()).toMatchObject({ late: true });
});

it('asks the database once, however often it is asked within ten seconds', async () => {
  pass(1);
  const costs = [];
  for (let n = 0; n < 5; n++) costs.push((await cloud.invoke('overview', 'alive', {}, {})).cost.calls);
  expect(costs).toEqual([1, 0, 0, 0, 0]);
});

it('is written down once in five minutes, and at once when a job failed', async () => {
  await runAfter(10);
  const first = standing()?.at;
  await runAfter(1);
  expect(standing()?.at).toBe(first);
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  sealWaiting.mockRejectedValue(new Error('no'));
  for (let minute = 0; minute < 12 && !standing()?.fault; minute++) await runAfter(1);
  logged.mockRestore();
  expect(standing()).toMatchObject({
    at: cloud.clock.now(),
    fault: { at: cloud.clock.now(), jobs: ['unsealed rows'] },
  });
});

it('tells the administrator once a morning while something failed, and is silent otherwise', async () => {
  const morning = async (date: string) => {
    cloud.clock.set(Date.parse(`${date}T08:01:00+08:00`));
    // Reminders have their turn among the jobs.
    for (let minute = 0; minute < 9; minute++) await runAfter(1);
  };
  await morning('2026-12-01');
  expect(told()).toBe(0);
  const at = cloud.clock.now() + 60 * MINUTE_MS;
  const about = {
    id: 'l',
    collection: 'days',
    document: 'd',
    event: 'x',
    about: {},
    attempts: 10,
    nextAt: 0,
  };
  cloud.replace('deadletters', [
    Object.assign(about, { _id: 'bh~l', township: 'bh', rev: 1, at, seq: `${String(at)}~l` }),
  ]);
  await morning('2026-12-02');
  const once = told();
  expect(once).toBeGreaterThan(0);
  await morning('2026-12-03');
  expect(told()).toBe(once);
});
