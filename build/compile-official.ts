/**
 * What WeChat's own compiler makes of the phone, package by package: `npm run compile:official`. It needs no account: the
 * key is thrown away, and what the compiler would ask WeChat for is given here.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMiniprogramNpm } from './miniprogram-npm';
import { readMiniprogram } from './miniprogram';
import { loadOfficial, MINIFIED, type Attr } from './official-tool';
import { root } from './paths';
import { mainBudget, measurePackages, sayKb } from './size';

/** Our own count may be off by this much, as a share. */
const TOLERANCE = 0.02;

/** The rights of an account, which the compiler would ask WeChat for. */
const ATTR: Attr = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
    NavigateMiniprogramLimit: 10,
    MaxLocalstorageSize: 10,
    MaxCustomTabbarCount: 10,
    MaxUploadSourceSize: 200,
  },
};

async function compile(): Promise<Readonly<Record<string, string | Buffer>>> {
  const { Project, getCompiledResult } = loadOfficial();
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const project = new Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: root,
    privateKey,
    ignores: ['node_modules/**/*'],
  });
  project.attr = () => Promise.resolve(ATTR);
  project.attrSync = () => ATTR;
  const out = mkdtempSync(join(tmpdir(), 'compiled-'));
  try {
    const options = {
      project,
      version: '1.0.0',
      desc: '',
      setting: MINIFIED,
      onProgressUpdate: () => undefined,
    };
    return await getCompiledResult(options, join(out, 'out.zip'));
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** Bytes of each package, main first; project.config.json is not uploaded as a part of one. */
function sumPackages(files: Readonly<Record<string, string | Buffer>>): Map<string, number> {
  const { subpackages } = readMiniprogram();
  const sums = new Map(['main', ...subpackages].map((name) => [name, 0]));
  for (const [path, content] of Object.entries(files)) {
    if (path === 'project.config.json') continue;
    const name = subpackages.find((each) => path.startsWith(`${each}/`)) ?? 'main';
    sums.set(name, (sums.get(name) ?? 0) + Buffer.byteLength(content));
  }
  return sums;
}

async function main(): Promise<void> {
  await buildMiniprogramNpm();
  const official = sumPackages(await compile());
  for (const { name, bytes } of await measurePackages()) {
    const compiled = official.get(name) ?? 0;
    const off = compiled === 0 ? 0 : bytes / compiled - 1;
    const wrong = Math.abs(off) > TOLERANCE ? '  OUR COUNT IS WRONG' : '';
    const large = name === 'main' && compiled > mainBudget ? '  TOO LARGE' : '';
    console.log(
      `${name.padEnd(12)} ${String(compiled)} bytes (${sayKb(compiled)}); our own count ${(off * 100).toFixed(1)} %${wrong}${large}`,
    );
    if (wrong || large) process.exitCode = 1;
  }
}

main()
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => {
    // The compiler's helpers would wait for more work for ever.
    process.exit();
  });
