import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../build/files';
import { buildMiniprogramNpm } from '../../build/miniprogram-npm';
import { checkMiniprogram } from '../../build/wxml-gate';
import { plantTree } from '../support/plant';

const page = {
  'app.json': '{ "pages": ["pages/home/home"] }',
  'pages/home/home.json': '{ "usingComponents": { "t-cell": "tdesign-miniprogram/cell/cell" } }',
  'pages/home/home.wxml': '<t-cell />',
  'pages/home/home.ts':
    'import qrcode from "qrcode-generator";\nimport type { Dayjs } from "dayjs";\nexport const day: Dayjs | undefined = undefined;\nPage({ data: { qrcode } });',
};

const folders: string[] = [];

async function build(files: Record<string, string>): Promise<{ root: string; npm: string[] }> {
  const root = plantTree(files);
  folders.push(root);
  await buildMiniprogramNpm(root);
  return { root, npm: listFiles(join(root, 'miniprogram_npm')) };
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

test('brings the used component with what it uses in turn, and no other', async () => {
  const { root, npm } = await build(page);
  const library = 'tdesign-miniprogram';
  expect(npm).toContain(`${library}/cell/cell.wxml`);
  expect(npm).toContain(`${library}/image/image.wxml`);
  expect(npm).toContain(`${library}/common/utils.wxs`);
  expect(npm.filter((file) => file.startsWith(`${library}/button/`))).toEqual([]);
  expect(await checkMiniprogram(root)).toEqual([]);
});

test('draws its own icons instead of the sheet of 112 KB', async () => {
  const { root } = await build(page);
  const sheet = join(root, 'miniprogram_npm/tdesign-miniprogram/icon/icon.wxss');
  expect(statSync(sheet).size).toBeLessThan(12_000);
  expect(readFileSync(sheet, 'utf8')).toContain('.t-icon-chevron-right');
});

test('bundles a library that a script uses, and none of which it knows the types only', async () => {
  const { npm } = await build(page);
  expect(npm).toContain('qrcode-generator/index.js');
  expect(npm.filter((file) => file.startsWith('dayjs'))).toEqual([]);
});

test('a library that only subpackages use lies in each of them', async () => {
  const script = 'import qrcode from "qrcode-generator";\nPage({ data: { qrcode } });';
  const packages = [
    { root: 'more', pages: ['a/a'] },
    { root: 'office', pages: ['b/b'] },
  ];
  const app = { pages: ['pages/home/home'], subPackages: packages };
  const files = { 'app.json': JSON.stringify(app), 'more/a/a.ts': script, 'office/b/b.ts': script };
  const library = 'miniprogram_npm/qrcode-generator/index.js';
  const split = await build(files);
  expect(listFiles(split.root).filter((file) => file.endsWith('.js'))).toEqual([
    `more/${library}`,
    `office/${library}`,
  ]);
  const shared = await build({ ...files, 'pages/home/home.ts': script });
  expect(listFiles(shared.root).filter((file) => file.endsWith('.js'))).toEqual([library]);
});

test('takes away what is no longer used', async () => {
  const { root } = await build(page);
  rmSync(join(root, 'pages/home/home.json'));
  rmSync(join(root, 'pages/home/home.ts'));
  await buildMiniprogramNpm(root);
  expect(listFiles(join(root, 'miniprogram_npm'))).toEqual([]);
});

test('refuses what the phone does not have', async () => {
  await expect(build({ ...page, 'pages/home/home.ts': 'import "node:fs";' })).rejects.toThrow('node:fs');
  const lost = { 'pages/home/home.json': '{ "usingComponents": { "t-x": "tdesign-miniprogram/x/x" } }' };
  await expect(build({ ...page, ...lost })).rejects.toThrow('no component x/x');
});
