/** What the timer costs: database calls of a minute in which nothing happens, of one in which much does, of a month. */
import type { Answer } from '../support/cloud';
import { startSampleCloud, type SampleCloud } from '../support/sample-cloud';
import { submit } from '../cloudfunctions/request/requests';
import { DISTRICT } from '../../cloudfunctions/registry/store';

export interface TimerCost {
  townships: number;
  /** Calls of a minute in which nothing happens. */
  idle: number;
  /** Calls of a minute in which each township has a new request, with the kick lost; and for each of them. */
  busy: number;
  perEvent: number;
  /** Calls of the minute of 08:00, with a digest in each township. */
  digest: number;
  /** Calls of a month of idle minutes, in thousands. */
  monthIdleK: number;
}

const MINUTES_A_MONTH = 30 * 24 * 60;
const MINUTE_MS = 60_000;

/** The first sample township, over and over under other names. */
async function copyTownship(cloud: SampleCloud, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, n) => `c${String(n)}`);
  for (const collection of cloud.database.collectionNames()) {
    const all = [...cloud.database.exportDocuments(collection)] as { _id: string; township: string }[];
    const own = JSON.stringify(all.filter(({ township }) => township === 'bh'));
    for (const name of names) {
      const renamed = own.replaceAll('"bh~', `"${name}~`).replaceAll('"bh"', `"${name}"`);
      await cloud.database.importDocuments(collection, JSON.parse(renamed) as typeof all);
    }
  }
  await cloud.database.importDocuments('townships', [
    { _id: DISTRICT, township: DISTRICT, rev: 1, townships: names },
  ]);
  return names;
}

async function measureOne(count: number): Promise<TimerCost> {
  const cloud = await startSampleCloud({ instancesPerFunction: 1 });
  const timer = async (): Promise<number> => {
    const event = { Type: 'Timer', TriggerName: 'every-minute' };
    const { result, cost } = await cloud.cloud.invoke('notify', event, { timer: true });
    if (!(result as Answer).ok) throw new Error(`the timer failed: ${JSON.stringify(result)}`);
    await cloud.control({ clock: { advanceMs: MINUTE_MS } });
    return cost.calls;
  };
  const settle = async (): Promise<number> => {
    for (let before = 0, turn = 0; turn < 30; turn++) {
      const now = await timer();
      if (now === before) return now;
      before = now;
    }
    throw new Error('the timer does not come to rest');
  };
  try {
    const names = await copyTownship(cloud, count);
    const idle = await settle();
    for (const township of names) await submit(cloud, 'somebody', { township });
    const busy = await timer();
    await settle();
    await cloud.control({ clock: { set: '2026-11-25T07:30:00+08:00' } });
    await settle();
    await cloud.control({ clock: { set: '2026-11-25T08:00:10+08:00' } });
    const digest = await timer();
    const monthIdleK = Math.round((idle * MINUTES_A_MONTH) / 1000);
    return {
      townships: count,
      idle,
      busy,
      perEvent: Math.round((busy - idle) / count),
      digest,
      monthIdleK,
    };
  } finally {
    await cloud.close();
  }
}

export async function measureTimers(): Promise<TimerCost[]> {
  const costs: TimerCost[] = [];
  for (const count of [1, 3, 20]) costs.push(await measureOne(count));
  return costs;
}
