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

/** Empties the database and loads the sample again, dated by the cloud's clock. */
export async function reloadSample(cloud: TestCloud): Promise<SampleIndex> {
  const ring = JSON.parse(TEST_FIELD_KEYS) as { current: string; keys: Record<string, string> };
  await cloud.database.drop();
  const keys = { id: ring.current, key: ring.keys[ring.current] ?? '' };
  return loadKeptSample(cloud.database, { now: cloud.clock.now(), keys });
}
