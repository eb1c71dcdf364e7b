/**
 * The sample, made once for all test files of this process that ask for it in the same minute of their clock: its year
 * of rosters alone takes longer than most tests. Two tests see the same documents, down to the salt of what is encrypted.
 */
import { runInThisContext } from 'node:vm';
import type { LocalDatabase } from '../../local/cloudbase/database/types';
import type { SampleIndex, SampleOptions } from '../../local/townships';

const MINUTE_MS = 60_000;

interface Kept {
  /** Collection and documents, as text, in the order in which they are loaded. */
  imports: readonly (readonly [collection: string, documents: string])[];
  index: string;
}

/** Outlives the test file: jest gives each a global object of its own. Holds text alone. */
const kept = runInThisContext("globalThis[Symbol.for('kept samples')] ??= new Map()") as Map<string, Kept>;

async function makeSample(options: SampleOptions): Promise<Kept> {
  const imports: [string, string][] = [];
  const recorder = {
    importDocuments(collection: string, documents: readonly object[]) {
      imports.push([collection, JSON.stringify(documents)]);
      return Promise.resolve();
    },
  } as unknown as LocalDatabase;
  const { loadSample } = await import('../../local/townships');
  const index = await loadSample(recorder, options);
  return { imports, index: JSON.stringify(index) };
}

export async function loadKeptSample(
  database: Pick<LocalDatabase, 'importDocuments'>,
  options: SampleOptions,
): Promise<SampleIndex> {
  const { now, keys, lives = false } = options;
  const key = `${String(Math.floor(now / MINUTE_MS))} ${String(lives)} ${JSON.stringify(keys)}`;
  let sample = kept.get(key);
  if (!sample) kept.set(key, (sample = await makeSample(options)));
  for (const [collection, documents] of sample.imports)
    await database.importDocuments(collection, JSON.parse(documents) as object[]);
  return JSON.parse(sample.index) as SampleIndex;
}
