/** What the office prints of one activity, made without a database. */
import { makeActivityPaper } from '../../../../cloudfunctions/report/documents/rules/activity-papers';
import { printSheet } from '../../../../cloudfunctions/report/documents/print-sheet';
import { baiheDirectory } from '../../../../local/townships/baihe/book';
import { wordsOf } from '../../../support/docx';

const directory = baiheDirectory('2026-11-23');
type Activity = Parameters<typeof makeActivityPaper>[1];

const inspection: Activity = {
  kind: 'inspection',
  date: '2026-11-11',
  state: 'held',
  persons: ['p5', 'p6'],
  invited: { p5: { a: 'coming', there: true }, p6: { a: 'coming', there: true }, p8: { a: 'on-leave' } },
  topicFrom: 'people',
  said: {
    title: '视察产业和村道建设',
    words: '看了三个点，群众盼水、盼路。',
    sites: [
      { name: '油橄榄产业园', quality: '长势好', progress: '采收过半', suggestion: '把水引到地头' },
      { name: '通村道路', progress: '还差二公里' },
    ],
  },
  opinions: [
    {
      site: '油橄榄产业园',
      words: '年底前把水引到地头',
      unit: '水利站',
      due: '2026-12-31',
      state: 'answered',
      answer: '已经开工。',
    },
  ],
};
const name = (person: string) => directory.people.find(({ id }) => id === person)?.name ?? '?';

test('the archive set is notice, list to sign, record and summary in one', async () => {
  const words = wordsOf(await printSheet(makeActivityPaper(directory, inspection, 'archive')));
  for (const title of ['通知', '签到册', '记录', '总结'])
    expect(words).toContain(`视察产业和村道建设 ${title}`);
  for (const said of [
    '2026年11月11日',
    '群众关心',
    '看了三个点',
    '参加代表 2 人',
    '已答复 1 条',
    '已经开工。',
  ])
    expect(words).toContain(said);
  expect(words).toContain(`请假：${name('p8')}`);
});

test('the report says of each site quality, progress and suggestion, and what became of the opinions', async () => {
  const words = wordsOf(await printSheet(makeActivityPaper(directory, inspection, 'findings')));
  for (const said of [
    '油橄榄产业园',
    '质量：长势好',
    '进度：采收过半',
    '建议：把水引到地头',
    '进度：还差二公里',
    '水利站',
  ])
    expect(words).toContain(said);
  expect(words).not.toContain('建议：还差');
});

test('nobody stands twice on the list to sign, and whoever came uninvited stands there too', () => {
  const { blocks } = makeActivityPaper(directory, { ...inspection, persons: ['p5', 'p9'] }, 'signIn');
  const table = blocks.find((block) => 'head' in block);
  const names = table && 'rows' in table ? table.rows.map(([, each]) => each).filter(Boolean) : [];
  expect(names).toEqual(['p5', 'p6', 'p8', 'p9'].map(name));
});

test('the allowance sheet has who was there, and no amount', () => {
  const { blocks } = makeActivityPaper(directory, inspection, 'allowance');
  const table = blocks.find((block) => 'head' in block);
  const rows = table && 'rows' in table ? table.rows : [];
  expect(rows).toEqual([
    ['1', name('p5'), '', '', ''],
    ['2', name('p6'), '', '', ''],
  ]);
});
