/** Tools and matters have one name each, on every screen, in every document and list, and in docs/ (docs/glossary.md). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../build/files';
import { root } from '../../build/paths';
import { toToolGroups } from '../../miniprogram/office/workbench/tools';
import { WORK_GROUPS } from '../../miniprogram/contract/workbench';
import { ROLE_IDS } from '../../miniprogram/contract/roles';

/** Names that were used before, and what it is called. */
const FORMER: Readonly<Record<string, string>> = {
  待裁定: '待主席审定',
  记一笔: '履职登记',
  承诺台账: '承诺事项台账',
  代问: '代为征询评价',
  停约: '暂停网上预约（滥用）',
  旧任: '离任代表交接',
  领衔人: '领衔代表',
  联名人: '联名代表',
};

const SHOWN = ['miniprogram', 'cloudfunctions', 'docs'];
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|<!--[\s\S]*?-->/g;

const texts = SHOWN.flatMap((room) =>
  listFiles(join(root, room), (path) => /node_modules|miniprogram_npm/.test(path))
    .filter((file) => /\.(ts|wxml|json|md)$/.test(file))
    .map((file) => ({
      file: `${room}/${file}`,
      text: readFileSync(join(root, room, file), 'utf8').replace(COMMENTS, ''),
    })),
);

test.each(Object.entries(FORMER))('nobody reads «%s» any more: it is %s', (former) => {
  const found = texts.filter(({ text }) => text.includes(former)).map(({ file }) => file);
  expect(found).toEqual([]);
});

test('looks at what people read', () => {
  expect(texts.filter(({ text }) => text.includes('待主席审定')).length).toBeGreaterThan(1);
});

test('工作台 names its tools and groups as the glossary does', () => {
  const tools = toToolGroups(ROLE_IDS).flatMap((group) => group.tools.map(({ title }) => title));
  const named = [
    '代表和接访人',
    '待审核内容',
    '电话通知',
    '暂停网上预约（滥用）',
    '接访统计',
    '替人预约',
    '替人反映',
    '履职登记',
    '身份核验',
  ];
  expect(tools).toEqual(expect.arrayContaining(named));
  const groups = Object.values(WORK_GROUPS).map(({ label }) => label as string);
  expect(groups).toEqual(expect.arrayContaining(['待主席审定', '待审核内容', '电话通知', '待核验身份']));
});
