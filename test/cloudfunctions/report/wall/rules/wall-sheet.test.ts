import { makeWallSheet } from '../../../../../cloudfunctions/report/wall/rules/wall-sheet';
import { smallDirectory } from '../../../request/rules/books';

const { card } = smallDirectory([], []);
const sheet = makeWallSheet(
  { card: { ...card, host: '镇人大' } },
  { title: '学习制度', body: '第一条 每月一次。\n\n第二条 有记录。', since: '2026-12-01' },
);

it('has the rule line by line, read from afar, then since when and whose it is', () => {
  expect(sheet.blocks).toEqual([
    { line: '第一条 每月一次。', size: 'large', indent: true },
    { line: '', size: 'large', indent: true },
    { line: '第二条 有记录。', size: 'large', indent: true },
    { line: '' },
    { line: '自2026年12月1日起施行', size: 'large', align: 'right' },
    { line: '测试镇人大', size: 'large', align: 'right' },
  ]);
});

it('is called by its title, its file by the day as well: the older version keeps its own', () => {
  expect([sheet.title, sheet.name]).toEqual(['学习制度', '学习制度 2026年12月1日']);
  expect(sheet.foot).toContain('镇人大');
});
