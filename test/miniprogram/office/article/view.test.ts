import { sayMark, toBlockLines, toMarkLines, toTabs } from '../../../../miniprogram/office/article/check';
import { toArticleScreen } from '../../../../miniprogram/office/article/screen';
import { listActs, questionOf, toPushLine } from '../../../../miniprogram/office/article/sending';
import { countField, pressKey, toStepLines } from '../../../../miniprogram/office/article/view';
import { articleView, blocks, content, failedPush, marks } from '../../../support/sample-articles';

const TODAY = '2026-11-23';
const saved = { save: { at: 'saved' } as const, editable: true };

test('a title is counted in characters, an emoji as one, and says by how many it is too long', () => {
  expect(countField('接访👍', 32)).toEqual({ hint: '3/32', error: '' });
  expect(countField('长'.repeat(35), 32)).toEqual({ hint: '', error: '35/32，多了 3 个字' });
});

test('a mark says where it stands and what to do; what was let stand comes last, with by whom', () => {
  const lines = toMarkLines(marks, blocks);
  expect(lines.map(({ title }) => title)).toEqual([
    '第 5 段 正文 · 电话号码',
    '第 5 段 正文 · 人名',
    '第 7 段 图片 · 照片里的人',
    '第 6 段 引文 · 人名',
  ]);
  expect(lines[3]).toMatchObject({ ruled: '王样样：本人同意写名字', overrulable: false, todo: '' });
});

test('a mark of the head jumps to no block', () => {
  const mark = { ...marks[0], where: 'title', field: 'title' } as (typeof marks)[number];
  expect(toMarkLines([mark], blocks)[0]).toMatchObject({ block: '', title: '标题 · 电话号码' });
});

test('a block carries how many marks are open in it, else what is missing', () => {
  const lines = toBlockLines(blocks, marks, [{ code: 'picture-missing', where: 'b4' }]);
  expect(lines.filter(({ flag }) => flag).map(({ id, flag }) => [id, flag])).toEqual([
    ['b4', '有一处图片还没有放'],
    ['b5', '要核对 2 处'],
    ['b7', '要核对 1 处'],
  ]);
});

test('a mark is one sentence at its block', () => {
  expect(marks[0] && sayMark(marks[0])).toBe('“13800000000”是电话号码：删掉，或说明为什么可以公开');
});

test('the tabs say how much is left and where the article is', () => {
  expect(toTabs(marks, [], 'draft').map(({ hint }) => hint)).toEqual([undefined, '3 处', undefined, '在写']);
  expect(toTabs([], [], 'published')[1]?.hint).toBe('都好了');
});

test('says why it cannot be sent yet', () => {
  expect(toArticleScreen(articleView, content, saved, TODAY).hold).toBe('还有 3 处要核对，核对完才能送审。');
});

test('whoever wrote in it is told that somebody else approves', () => {
  const view = { ...articleView, state: 'submitted', marks: [], mine: true } as const;
  expect(toArticleScreen(view, content, saved, TODAY).hold).toMatch(/请没写过的主席/);
});

test('the main button comes first; saving is no button', () => {
  expect(listActs(['save', 'drop', 'submit']).map(({ id }) => id)).toEqual(['submit', 'drop']);
});

test('after a failure the button says that it repeats; a deleted draft is asked about instead', () => {
  expect(listActs(['push', 'reopen'], failedPush.failure)[0]?.text).toBe('再推一次');
  const asks = { ...failedPush.failure, askAnew: true } as NonNullable<typeof failedPush.failure>;
  expect(listActs(['push', 'reopen'], asks).map(({ id }) => id)).toEqual(['reopen']);
});

test('a push says which picture it is at', () => {
  const push = {
    article: 'a1',
    state: 'pushing',
    step: 'pictures',
    done: 2,
    total: 4,
    running: true,
  } as const;
  expect(toPushLine(push)).toMatchObject({
    words: '正在传图片，第 3 张，共 4 张',
    percent: 50,
    running: true,
  });
  expect(toPushLine({ ...push, step: 'draft', done: 4 }).words).toBe('正在放进草稿箱');
});

test('what went wrong and what to do are the words of the server', () => {
  expect(toPushLine(failedPush)).toMatchObject({ running: false, happened: failedPush.failure?.happened });
});

test('who did what when, the newest first', () => {
  expect(toStepLines(articleView, TODAY).map(({ title, words }) => [title, words])).toEqual([
    ['11月23日 8:50 陈样样：退回修改', '第二张照片要问过本人'],
    ['11月23日 7:30 王样样：写出初稿', ''],
  ]);
});

test('keys open the tabs and go through the blocks', () => {
  expect(pressKey('3', blocks, '')).toEqual({ tab: 'look' });
  expect(pressKey('ArrowDown', blocks, '')).toEqual({ tab: 'write', open: 'b1' });
  expect(pressKey('ArrowDown', blocks, 'b9')).toEqual({ tab: 'write', open: 'b9' });
  expect(pressKey('ArrowUp', blocks, 'b2')).toEqual({ tab: 'write', open: 'b1' });
  expect(pressKey('x', blocks, 'b2')).toEqual({});
});

test('what says 0 is asked about before it is sent on; 10, 0.5 and 1,000 are no zeros', () => {
  const saying = (text: string) => {
    const block = { id: 'a', type: 'text' as const, text };
    return questionOf('submit', { ...content, title: '接访', digest: '', blocks: [block] })?.words ?? '';
  };
  expect(saying('接待群众0人次，当场说清3件。')).toContain('「0人次」');
  for (const text of ['接待10人次', '增长0.5倍', '1,000户', '2.0版'])
    expect(saying(text)).not.toContain('零');
  expect(questionOf('approve', undefined)?.yes).toBe('审核通过');
});
