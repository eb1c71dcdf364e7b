import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileApp } from '../../../../local/preview/compile';
import type { CompiledApp } from '../../../../local/preview/compile';

const PAGE = {
  'pages/a/a.json': '{}',
  'pages/a/a.wxml': '<view>甲</view>',
  'pages/a/a.ts': 'Page({ data: {} });',
};

/** Compiles a mini-program of one page plus (or replaced by) the given files; paths are from its root. */
export async function compileFiles(files: Readonly<Record<string, string>>): Promise<CompiledApp> {
  const root = mkdtempSync(join(tmpdir(), 'preview-app-'));
  const all: Record<string, string> = {
    'miniprogram/app.json': '{"pages": ["pages/a/a"]}',
    'miniprogram/app.ts': 'App({});',
    ...Object.fromEntries(Object.entries(PAGE).map(([path, text]) => [`miniprogram/${path}`, text])),
    ...Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path.startsWith('node_modules/') ? path : `miniprogram/${path}`,
        text,
      ]),
    ),
  };
  try {
    for (const [path, text] of Object.entries(all)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await compileApp(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The problems as the phone shows them. */
export async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { data } = await compileFiles(files);
  return data.problems.map(({ file, line, column, text }) => `${file}:${line}:${column} ${text}`);
}
