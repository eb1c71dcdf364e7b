/**
 * Packages that one command needs and that bring too many others to be part of the project: each command's are installed
 * in a folder of its own the first time it runs.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

/** npm as it runs us: a script for this Node, on every system. */
function install(name: string, version: string, folder: string): void {
  const options = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('run it by npm run');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  execFileSync(process.execPath, [npm, ...options, `${name}@${version}`], { cwd: folder, stdio: 'inherit' });
}

/** The folder in which the package lies, installed now unless it was. */
export function bringPackage(name: string, version: string): string {
  const folder = join(root, '.cache', `${name.replaceAll('/', '-').replace('@', '')}-${version}`);
  const installed = join(folder, 'node_modules', name);
  if (!existsSync(installed)) install(name, version, folder);
  return installed;
}
