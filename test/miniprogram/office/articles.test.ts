import { sayNone, stepThrough, toLine } from '../../../miniprogram/office/articles/view';
import { SOURCE_LABELS } from '../../../miniprogram/contract/publicity-labels';
import { idOf, KINDS, listTemplates, toLines, toSource } from '../../../miniprogram/office/compose/view';
import { listAccounts, sayProblem } from '../../../miniprogram/office/publicity/view';
import { listFields, missingIn, newTemplate } from '../../../miniprogram/office/templates/view';
import { toParts, toVersionLines } from '../../../miniprogram/office/versions/view';
import { toLinkLines } from '../../../miniprogram/more/articles/view';
import { NOW } from '../../support/sample-answers';
import { cards, content, happenings, publicitySettings, templates } from '../../support/sample-articles';

const TODAY = '2026-11-23';
const lines = cards.map((card) => toLine(card, TODAY));

test('a line says what it tells of, who wrote last, and what is to be looked at', () => {
  expect(lines[0]).toMatchObject({
    words: '11月5日 代表接访日 · 王样样 今天 9:21 改过',
    tag: '在写',
    flag: '要核对 3 处',
  });
});

test('the arrows go through the list and stop at its ends', () => {
  expect(stepThrough(lines, '', 1)).toBe('a1');
  expect(stepThrough(lines, 'a1', -1)).toBe('a1');
  expect(stepThrough(lines, 'a4', 1)).toBe('a4');
  expect(stepThrough([], '', 1)).toBe('');
});

test('an empty list says what would be there', () => {
  expect(sayNone('').hint).not.toBe('');
  expect(sayNone('failed').text).toBe('没有“没推成”的文章。');
});

test('one may always write about something else, last in the list', () => {
  expect(
    toLines(happenings, TODAY)
      .map(({ id }) => id)
      .at(-1),
  ).toBe('blank:');
  expect(toLines([], TODAY)).toHaveLength(1);
  expect(toSource(idOf({ kind: 'activity', of: '2026-a:1' }))).toEqual({ kind: 'activity', of: '2026-a:1' });
});

test('each kind of happening can be chosen, and is called what its lines are', () => {
  expect(KINDS.map(({ id }) => id).sort()).toEqual(
    Object.keys(SOURCE_LABELS)
      .filter((kind) => kind !== 'blank')
      .sort(),
  );
  expect(KINDS.find(({ id }) => id === 'duty')?.text).toBe(SOURCE_LABELS.duty);
});

test('only the templates of that kind are offered', () => {
  expect(listTemplates(templates, 'reception-day:2026-11-05').map(({ id }) => id)).toEqual(['t1', 't2']);
});

test('a template needs a name and a block; its fields are those of its kind', () => {
  const fresh = newTemplate('b1');
  expect(missingIn(fresh)).toBe('先给模板起个名字');
  expect(missingIn({ ...fresh, name: '小结' })).toBe('先加一段正文');
  expect(listFields('blank')).toEqual(['{{township}} 乡镇', '{{date}} 日期']);
});

test('an account without keys says what is missing, an election period must not end before it begins', () => {
  expect(listAccounts({ own: true, district: false }).map(({ hint }) => hint)).toEqual([
    '密钥已经配好',
    '还没有配密钥，推不出去',
  ]);
  const keys = { own: true, district: false };
  expect(sayProblem(publicitySettings, keys)).toBe('');
  expect(sayProblem({ ...publicitySettings, account: 'district' }, keys)).toMatch(/还没有配密钥/);
  const backwards = { from: '2026-12-31', to: '2026-12-01' };
  expect(sayProblem({ ...publicitySettings, election: backwards }, keys)).toMatch(/开始在结束后面/);
});

test('a version that was never the article says so, and is read as a whole', () => {
  const versions = [{ version: 'v1', kind: 'aside', edition: 3, by: '赵样样', at: NOW, title: '' }] as const;
  expect(toVersionLines(versions, TODAY)[0]).toMatchObject({ aside: true, title: '（还没有标题）' });
  expect(toParts(content).map(({ words }) => words)).toContain(
    '来了就有人听，走的时候心里有底。”——一位柳树城村民'.replace(/^/, '“'),
  );
});

test('a published article is a title, a day and a link, and nothing of its text', () => {
  const published = [{ title: '接访', url: 'https://mp.weixin.qq.com/s/1', publishedAt: NOW }];
  expect(toLinkLines(published, TODAY)).toEqual([
    { title: '接访', url: 'https://mp.weixin.qq.com/s/1', words: '11月23日 · 在公众号里看' },
  ]);
});
