import { buildFunctions } from '../../build/functions';

/** Runs once before the tests that use the artefacts, so that they never see those of an older source. */
export default async function buildDist(): Promise<void> {
  await buildFunctions();
}
