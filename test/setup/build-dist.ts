import { buildFunctions } from '../../build/functions';

/**
 * Runs once before the tests that use the artefacts, so that they never see those of an older source. The checks, which
 * have built before, say BUILT=1.
 */
export default async function buildDist(): Promise<void> {
  if (process.env['BUILT'] !== '1') await buildFunctions();
}
