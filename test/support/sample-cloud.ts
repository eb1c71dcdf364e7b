import type { SampleIndex } from '../../local/townships';
import { loadKeptSample } from './kept-sample';
import { startTestCloud, type TestCloud, type TestCloudOptions } from './cloud';
import { SAMPLE_KEYS, SAMPLE_NOW } from './given';

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
  await database.drop();
  const sample = await loadKeptSample(database, { now: clock.now(), keys: SAMPLE_KEYS });
  loaded.set(database, { minute, sample, putBack: database.keep() });
  return sample;
}
