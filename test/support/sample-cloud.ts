import type { SampleIndex } from '../../local/townships';
import { loadKeptSample } from './kept-sample';
import { startTestCloud, TEST_FIELD_KEYS, type TestCloud, type TestCloudOptions } from './cloud';

/** Monday; the 5th of December 2026 is a Saturday, so the next reception day is Monday the 7th. */
export const SAMPLE_NOW = '2026-11-23T09:00:00+08:00';

export interface SampleCloud extends TestCloud {
  readonly sample: SampleIndex;
}

/** A local cloud with both sample townships in it, around SAMPLE_NOW unless told otherwise. */
export async function startSampleCloud(options: TestCloudOptions = {}): Promise<SampleCloud> {
  const cloud = await startTestCloud({ now: SAMPLE_NOW, ...options });
  return { ...cloud, sample: await reloadSample(cloud) };
}

interface Loaded {
  minute: number;
  sample: SampleIndex;
  putBack: () => boolean;
}
const loaded = new WeakMap<TestCloud['database'], Loaded>();

/** The sample and nothing else, dated by the cloud's clock. Where it is there already, only what changed is put back. */
export async function reloadSample({ database, clock }: TestCloud): Promise<SampleIndex> {
  const minute = Math.floor(clock.now() / 60_000);
  const before = loaded.get(database);
  if (before?.minute === minute && before.putBack()) return before.sample;
  const ring = JSON.parse(TEST_FIELD_KEYS) as { current: string; keys: Record<string, string> };
  await database.drop();
  const keys = { id: ring.current, key: ring.keys[ring.current] ?? '' };
  const sample = await loadKeptSample(database, { now: clock.now(), keys });
  loaded.set(database, { minute, sample, putBack: database.keep() });
  return sample;
}
