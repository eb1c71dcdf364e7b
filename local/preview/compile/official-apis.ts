import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names of all functions of `wx`, from WeChat's own typings. */
export function officialApis(): string[] {
  const folder = dirname(require.resolve('miniprogram-api-typings/package.json'));
  const text = readFileSync(join(folder, 'types', 'wx', 'lib.wx.api.d.ts'), 'utf8');
  const start = text.search(/\n {4}interface Wx /);
  const end = text.indexOf('\n    }\n', start);
  const names = text.slice(start, end).matchAll(/^ {8}(\w+)\s*[<(]/gm);
  return [...new Set([...names].map((match) => match[1] ?? ''))].filter(Boolean);
}
