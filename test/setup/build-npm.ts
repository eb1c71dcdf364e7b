import { buildMiniprogramNpm } from '../../build/miniprogram-npm';

/** Runs once before the tests that show components, so that TDesign's used parts are there. */
export default async function buildNpm(): Promise<void> {
  await buildMiniprogramNpm();
}
