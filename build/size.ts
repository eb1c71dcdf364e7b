import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { transform, type Loader } from 'esbuild';
import { listFiles } from './files';
import { npmFolder, readMiniprogram } from './miniprogram';
import { buildMiniprogramNpm } from './miniprogram-npm';

/** What the first screen must wait for on a bad line; WeChat itself would let 2 MB pass. */
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

const loaders: Readonly<Record<string, Loader>> = { '.ts': 'ts', '.js': 'js', '.wxs': 'js', '.wxss': 'css' };

function minifyTemplate(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/>\s+</g, '><')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** Bytes of a file as uploaded with DevTools' settings of project.config.json; its own compiler adds a little. */
async function measureFile(path: string): Promise<number> {
  const content = readFileSync(path);
  const extension = extname(path);
  const loader = loaders[extension];
  if (loader !== undefined) {
    const script = loader === 'css' ? {} : { format: 'cjs' as const, target: 'es2018' };
    const { code } = await transform(content.toString(), {
      loader,
      minify: true,
      charset: 'utf8',
      logLevel: 'silent',
      ...script,
    });
    return Buffer.byteLength(code);
  }
  if (extension === '.json') return Buffer.byteLength(JSON.stringify(JSON.parse(content.toString())));
  return extension === '.wxml' ? Buffer.byteLength(minifyTemplate(content.toString())) : content.length;
}

/** The main package and each subpackage, in the order of app.json. */
export async function measurePackages(folder?: string): Promise<PackageSize[]> {
  const app = readMiniprogram(folder);
  const main: PackageSize = { name: 'main', bytes: 0, fromNpm: 0, budget: mainBudget };
  const others = app.subpackages.map((name) => ({ name, bytes: 0, fromNpm: 0, budget: subpackageLimit }));
  const files = listFiles(app.root).filter((file) => !file.endsWith('.d.ts') && !file.endsWith('.md'));
  await Promise.all(
    files.map(async (file) => {
      const home = others.find(({ name }) => file.startsWith(`${name}/`)) ?? main;
      const bytes = await measureFile(join(app.root, file));
      home.bytes += bytes;
      if (file.startsWith(npmFolder)) home.fromNpm += bytes;
    }),
  );
  return [main, ...others];
}

async function main(): Promise<void> {
  await buildMiniprogramNpm();
  for (const { name, bytes, fromNpm, budget } of await measurePackages()) {
    const inKb = (count: number): string => `${(count / 1024).toFixed(1)} KB`;
    const over = bytes > budget ? '  TOO LARGE' : '';
    console.log(`${name.padEnd(12)} ${inKb(bytes)} of ${inKb(budget)}, from npm ${inKb(fromNpm)}${over}`);
    if (bytes > budget) process.exitCode = 1;
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
