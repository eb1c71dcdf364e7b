import { execFile } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Miniprogram } from './miniprogram';
import { root } from './paths';

const folders: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

function findCompiler(name: 'wcc' | 'wcsc'): string {
  const folder = folders[platform()];
  if (folder === undefined || (folder === 'linux' && arch() !== 'x64')) {
    throw new Error(
      `WeChat's ${name} does not run on ${platform()} ${arch()}; check the templates on x64 Linux`,
    );
  }
  const suffix = folder === 'windows' ? '.exe' : '';
  const path = join(root, 'node_modules', 'miniprogram-compiler', 'bin', folder, `${name}${suffix}`);
  // npm unpacks it without the right to run.
  if ((statSync(path).mode & 0o100) === 0) chmodSync(path, 0o755);
  return path;
}

async function complaints(
  name: 'wcc' | 'wcsc',
  app: Miniprogram,
  args: readonly string[],
): Promise<string[]> {
  const options = { cwd: app.root, maxBuffer: 64 * 1024 * 1024 };
  try {
    await promisify(execFile)(findCompiler(name), [...args], options);
    return [];
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string };
    const lines = stderr
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('error file count'));
    return lines.length > 0 ? lines : [message];
  }
}

/** What WeChat's own compilers say against the templates, their scripts and the sheets; nothing when all is well. */
export async function compileTemplates(app: Miniprogram): Promise<string[]> {
  const templates = app.files.filter((file) => /\.wx(ml|s)$/.test(file));
  const sheets = app.files.filter((file) => file.endsWith('.wxss'));
  const [fromTemplates, fromSheets] = await Promise.all([
    templates.length === 0 ? [] : complaints('wcc', app, ['-d', ...templates]),
    sheets.length === 0 ? [] : complaints('wcsc', app, ['-lc', '-db', ...sheets]),
  ]);
  return [...fromTemplates, ...fromSheets];
}
