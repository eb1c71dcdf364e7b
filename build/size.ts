import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { transform as transformScript } from '@swc/core';
import { transform } from 'esbuild';
import { listFiles } from './files';
import { npmFolder, readMiniprogram } from './miniprogram';
import { buildMiniprogramNpm } from './miniprogram-npm';

/** What the first screen must wait for on a bad line, in bytes; WeChat itself would let 2 MB pass. */
export const mainBudget = 350 * 1024;
/** WeChat's limit for one subpackage. */
const subpackageLimit = 2 * 1024 * 1024;

interface PackageSize {
  /** Root of a subpackage, or `main`. */
  name: string;
  bytes: number;
  /** Of these, what came from npm. */
  fromNpm: number;
  budget: number;
}

/**
 * Helpers that WeChat's compiler adds to the main package for async functions, spreads and classes in ES5
 * (miniprogram-ci 2.1.42; all that it has for what we write).
 */
const BABEL_HELPERS_BYTES = 17_567;
/** What its form of an async function is longer than the one made here, measured over all scripts. */
const ASYNC_BYTES = 58;
/** And what each export and each script is shorter. */
const EXPORT_BYTES = 10;
const SCRIPT_BYTES = 12;
/** What all this leaves out of the main package, as a share of it (seen with the compiler on the whole). */
const MAIN_SHORT = 0.009;

/** Declarations that its style compiler writes twice, the second time for old WebKits. */
const PREFIXED =
  /([;{])((?:align-(?:items|content|self)|justify-content|flex(?:-[a-z]+)?|order|(?:animation|transform|transition|mask)(?:-[a-z]+)?|user-select|backdrop-filter|appearance|filter):[^;}]*)/g;
const KEYFRAMES = /@(keyframes[^{]*\{(?:[^{}]*\{[^}]*\})*\})/g;

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

async function measureScript(path: string, text: string): Promise<number> {
  const { code } = await transformScript(text, {
    filename: path,
    swcrc: false,
    configFile: false,
    module: { type: 'commonjs' },
    minify: true,
    jsc: {
      parser: { syntax: path.endsWith('.ts') ? 'typescript' : 'ecmascript' },
      target: 'es5',
      externalHelpers: true,
      minify: { compress: true, mangle: true },
    },
  });
  const exported = countMatches(text, /^export (?:async )?(?:function|const|class)/gm);
  const longer = countMatches(text, /\basync\b/g) * ASYNC_BYTES - exported * EXPORT_BYTES - SCRIPT_BYTES;
  return Math.max(0, Buffer.byteLength(code) + longer);
}

async function measureSheet(text: string): Promise<number> {
  const { code } = await transform(text, {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    logLevel: 'silent',
  });
  const prefixed = code
    .replace(PREFIXED, '$1-webkit-$2;$2')
    .replace(/display:(inline-)?flex/g, 'display:-webkit-$1flex;display:$1flex')
    .replace(KEYFRAMES, '@-webkit-$1@$1');
  return Buffer.byteLength(prefixed);
}

function minifyTemplate(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/**
 * Bytes of a file as WeChat's compiler uploads it with the settings of project.config.json: scripts in ES5, sheets with
 * prefixes, scripts of templates (.wxs) as they are. `npm run compile:official` says how near this comes.
 */
async function measureFile(path: string): Promise<number> {
  const content = readFileSync(path);
  switch (extname(path)) {
    case '.ts':
    case '.js':
      return measureScript(path, content.toString());
    case '.wxss':
      return measureSheet(content.toString());
    case '.wxml':
      return Buffer.byteLength(minifyTemplate(content.toString()));
    case '.json':
      return Buffer.byteLength(JSON.stringify(JSON.parse(content.toString())));
    default:
      return content.length;
  }
}

/** The main package and each subpackage, in the order of app.json. */
export async function measurePackages(folder?: string): Promise<PackageSize[]> {
  const app = readMiniprogram(folder);
  const main: PackageSize = { name: 'main', bytes: BABEL_HELPERS_BYTES, fromNpm: 0, budget: mainBudget };
  const others = app.subpackages.map((name) => ({ name, bytes: 0, fromNpm: 0, budget: subpackageLimit }));
  const files = listFiles(app.root).filter((file) => !file.endsWith('.d.ts') && !file.endsWith('.md'));
  await Promise.all(
    files.map(async (file) => {
      const home = others.find(({ name }) => file.startsWith(`${name}/`)) ?? main;
      const bytes = await measureFile(join(app.root, file));
      home.bytes += bytes;
      if (file.split('/').includes(npmFolder)) home.fromNpm += bytes;
    }),
  );
  main.bytes = Math.round(main.bytes * (1 + MAIN_SHORT));
  return [main, ...others];
}

export function sayKb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

async function main(): Promise<void> {
  await buildMiniprogramNpm();
  for (const { name, bytes, fromNpm, budget } of await measurePackages()) {
    const over = bytes > budget ? '  TOO LARGE' : '';
    console.log(`${name.padEnd(12)} ${sayKb(bytes)} of ${sayKb(budget)}, from npm ${sayKb(fromNpm)}${over}`);
    if (bytes > budget) process.exitCode = 1;
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
