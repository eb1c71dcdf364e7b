import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of all functions of `wx`: those that WeChat's own typings link a page of its documentation to. */
export function officialApis(): string[] {
  const folder = dirname(require.resolve('miniprogram-api-typings/package.json'));
  const text = readFileSync(join(folder, 'types', 'wx', 'lib.wx.api.d.ts'), 'utf8');
  const links = text.matchAll(/\/dev\/api\/[\w/-]+\/wx\.(\w+)\.html/g);
  return [...new Set([...links].map((match) => match[1] ?? ''))];
}
