import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Milliseconds that a fresh process needs to load a module; the process's own start is not in it. */
function loadOnce(path: string): number {
  const script = `const s = process.hrtime.bigint(); require(${JSON.stringify(path)}); console.log(Number(process.hrtime.bigint() - s) / 1e6)`;
  const env = { ...process.env, TENCENTCLOUD_RUNENV: 'SCF' };
  return Number(execFileSync(process.execPath, ['-e', script], { cwd: root, env }).toString().trim());
}

export interface LoadTime {
  /** Best of all runs, in milliseconds. */
  functionMs: number;
  sdkMs: number;
  /** Wanted at most 0.25. */
  ratio: number;
}

/**
 * How long a built function takes to load against the SDK as npm brings it. The two take turns, and the best of
 * each counts, so that whatever else the machine does falls out.
 * @param name a function in dist/cloudfunctions
 */
export function measureLoadTime(name: string, runs = 7): LoadTime {
  const path = join(root, 'dist', 'cloudfunctions', name, 'index.js');
  let [functionMs, sdkMs] = [Infinity, Infinity];
  for (let run = 0; run < runs; run += 1) {
    functionMs = Math.min(functionMs, loadOnce(path));
    sdkMs = Math.min(sdkMs, loadOnce(join(root, 'node_modules', '@cloudbase', 'node-sdk')));
  }
  return { functionMs, sdkMs, ratio: functionMs / sdkMs };
}
