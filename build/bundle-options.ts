import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { root } from './paths';
import { slimSdk } from './slim-sdk';
import { trimHolidays } from './trim-holidays';

/** What every bundle of server code has in common. Node 20 is the newest runtime that is also our own floor. */
export function bundleOptions(): BuildOptions {
  const sdk = join(root, 'node_modules', '@cloudbase', 'node-sdk', 'package.json');
  const { version } = JSON.parse(readFileSync(sdk, 'utf8')) as { version: string };
  return {
    absWorkingDir: root,
    // A planted source tree outside the repository finds the repository's packages.
    nodePaths: [join(root, 'node_modules')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // What is loaded late is required then: the bundle is the same wherever it is evaluated.
    supported: { 'dynamic-import': false },
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
    plugins: [slimSdk(version), trimHolidays],
  };
}
