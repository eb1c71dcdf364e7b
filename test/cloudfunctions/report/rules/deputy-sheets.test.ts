/** 代表名册 and 代表结构统计表: who is counted, and what is said of what nobody filled in. */
import {
  countStructure,
  makeDeputyRoster,
  makeDeputyStructure,
} from '../../../../cloudfunctions/report/documents/rules/deputy-sheets';
import { membersOn } from '../../../../cloudfunctions/registry/directory/rules/directory';
import { baiheDirectory } from '../../../../local/townships/baihe/book';

const TODAY = '2026-11-23';
const directory = baiheDirectory(TODAY);
const profiles = new Map([['p5', { sex: '女', birthYear: '1991', nation: '水族' }]]);

test('within each dimension the counts add up to all, and who is not filled in is counted apart', () => {
  const all = [{ sex: '男', birthYear: '1991' }, { sex: '女', birthYear: '1990', nation: '水族' }, {}];
  const rows = countStructure(all, TODAY);
  for (const label of new Set(rows.map((row) => row.label))) {
    const own = rows.filter((row) => row.label === label);
    expect([label, own.reduce((sum, { count }) => sum + count, 0)]).toEqual([label, all.length]);
  }
  const of = (value: string) => rows.find((row) => row.value === value)?.count;
  expect([of('男'), of('女'), of('水族'), of('35岁以下'), of('36至45岁')]).toEqual([1, 1, 1, 1, 1]);
});

test('the roster has every deputy in office once, and nobody else', () => {
  const { blocks } = makeDeputyRoster(directory, { profiles, today: TODAY });
  const names = blocks.flatMap((block) => ('rows' in block ? block.rows.map(([, name]) => name) : []));
  const deputies = membersOn(directory.people, TODAY).filter(({ level }) => level !== undefined);
  expect([...names].sort()).toEqual(deputies.map(({ name }) => name).sort());
  expect(JSON.stringify(blocks)).toContain('水族');
});

test('the table of the composition names nobody', () => {
  const words = JSON.stringify(makeDeputyStructure(directory, { profiles, today: TODAY }).blocks);
  for (const { name } of directory.people) expect(words).not.toContain(name);
});

test('an empty directory says so', () => {
  const empty = { ...directory, people: [] };
  for (const make of [makeDeputyRoster, makeDeputyStructure])
    expect(JSON.stringify(make(empty, { profiles, today: TODAY }).blocks)).toContain('还没有在职的代表');
});
