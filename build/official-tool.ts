/**
 * WeChat's own package for compiling and uploading. Its 1,100 packages are no part of the project; they are installed in
 * a folder of their own the first time.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './paths';

/** `attr` is none of its published methods, so the version is fixed. */
const PACKAGE = 'miniprogram-ci@2.1.42';
const folder = join(root, '.cache', 'miniprogram-ci');

/** The rights of an account, which it would ask WeChat for. */
export interface Attr {
  platform: boolean;
  appType: number;
  isSandbox: boolean;
  released: boolean;
  setting: Readonly<Record<string, number>>;
}

export interface Project {
  attr: () => Promise<Attr>;
  attrSync: () => Attr;
}

/** As DevTools' «上传时压缩», so that what is uploaded is what was measured. */
export const MINIFIED = {
  es6: true,
  es7: true,
  minify: true,
  minifyJS: true,
  minifyWXML: true,
  minifyWXSS: true,
};

interface Official {
  Project: new (options: object) => Project;
  getCompiledResult: (options: object, zip: string) => Promise<Readonly<Record<string, string | Buffer>>>;
  upload: (options: object) => Promise<unknown>;
  preview: (options: object) => Promise<unknown>;
}

/** npm as it runs us: a script for this Node, on every system. */
function install(): void {
  const options = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', PACKAGE];
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('run it by npm run');
  execFileSync(process.execPath, [npm, ...options], { cwd: folder, stdio: 'inherit' });
}

export function loadOfficial(): Official {
  if (!existsSync(join(folder, 'node_modules', 'miniprogram-ci'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    install();
  }
  return createRequire(join(folder, 'package.json'))('miniprogram-ci') as Official;
}
