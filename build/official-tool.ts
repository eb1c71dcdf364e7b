/**
 * WeChat's own package for compiling and uploading. Its 1,100 packages are no part of the project; they come with the
 * first command that needs them.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bringPackage } from './on-demand';

const PACKAGE = 'miniprogram-ci';
/** `attr` is none of its published methods, so the version is fixed. */
const VERSION = '2.1.42';

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

export function loadOfficial(): Official {
  const folder = bringPackage(PACKAGE, VERSION);
  return createRequire(join(folder, 'package.json'))(PACKAGE) as Official;
}
