import { buildMiniprogramNpm } from '../../build/miniprogram-npm';

/** Runs once before the tests that show components, so that TDesign's used parts are there; unless BUILT=1 says so. */
export default async function buildNpm(): Promise<void> {
  if (process.env['BUILT'] !== '1') await buildMiniprogramNpm();
}
