import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../build/bundle-options';
import { writeIfChanged } from '../../build/files';
import { buildFunctions } from '../../build/functions';
import { root } from '../../build/paths';

const outfile = join(root, 'dist', 'node-sdk', 'index.js');

/** The SDK as it is in every artefact, alone, for `lazy-sdk.ts`: loading it takes a fifth of loading the whole. */
async function buildSdk(): Promise<void> {
  const { outputFiles = [] } = await build({
    ...bundleOptions(),
    entryPoints: ['@cloudbase/node-sdk'],
    outfile,
    minify: true,
  });
  for (const { path, contents } of outputFiles) writeIfChanged(path, contents);
}

/**
 * Runs once before the tests that use the artefacts, so that they never see those of an older source. The checks, which
 * have built before, say BUILT=1; who changed a function's source alone says BUILT=sdk.
 */
export default async function buildDist(): Promise<void> {
  const { BUILT } = process.env;
  const hasSdk = (BUILT === '1' || BUILT === 'sdk') && existsSync(outfile);
  await Promise.all([hasSdk ? undefined : buildSdk(), BUILT === '1' ? undefined : buildFunctions()]);
}
