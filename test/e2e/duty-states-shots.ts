/** Screens of deputies at work where nothing is there yet, where the network is not, and a paper's lines before they come in. */
import type { Page } from 'playwright-core';
import type { ImportLine, ImportSummary } from '../../miniprogram/contract/imports';
import type { Replies } from '../support/stub-gateway';
import { as, card, office, view } from './duty-shots';
import { ok, press, pressExactly, type Shot } from './shot-kit';

const DUTY = 'office/duty/duty';
const UNIT = 'office/unit/unit';

const none = as('chief', {
  listActivities: ok({ activities: [] }),
  listDisputes: ok({ disputes: [] }),
  listOpinions: ok({ opinions: [] }),
  studyGrid: ok({ groups: [], cells: [] }),
  quietDeputies: ok({ persons: [] }),
});
const gone = as('chief', {
  listActivities: 'no-network',
  listDisputes: 'no-network',
  activity: 'no-network',
  record: 'no-network',
  ties: 'no-network',
  tiedDeputies: 'no-network',
  proposeStudies: 'no-network',
});
const LISTS = { opinions: '视察意见', disputes: '档案疑问', study: '小组学习', quiet: '要联系的代表' };

const paper: ImportSummary = {
  import: 'bh~2',
  table: 'activity',
  at: Date.parse('2026-11-23T09:00:00+08:00'),
  state: 'planned',
  lines: 41,
  counts: { new: 38, changed: 0, same: 3, gone: 0 },
  faults: [],
  slices: 2,
  done: 0,
};
const LINES: readonly ImportLine[] = [
  { line: 3, mark: 'new', title: '入户走访', words: '日期 2026年3月4日，代表 马样样，村 双井村，几人 3' },
  {
    line: 4,
    mark: 'new',
    title: '帮办实事：接通自来水',
    words: '日期 2026年3月9日，代表 马样样，村 双井村',
  },
];

/** Someone chooses a file, and this is what the server reads in it. */
function reading(read: ImportSummary): Pick<Shot, 'page' | 'query' | 'replies' | 'act' | 'wide' | 'whole'> {
  const report: Replies['report'] = {
    listImports: ok({ imports: [] }),
    planImport: ok(read),
    readImport: ok({ summary: read, lines: LINES }),
  };
  return {
    page: 'office/import/import',
    query: { table: 'activity' },
    wide: true,
    whole: true,
    replies: { ...as('staff'), report },
    act: async (page: Page) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press('选文件')(page)]);
      await chooser.setFiles({ name: '补录.xlsx', mimeType: 'application/zip', buffer: Buffer.from('x') });
      await page.getByText('三、看一看').first().waitFor();
    },
  };
}

const report = card({ kind: 'duty-report', title: '代表述职评议会', date: '2026-12-20' });

export const dutyStatesShots: readonly Shot[] = [
  { name: 'duty-states-activities-empty', page: DUTY, replies: none, wide: true },
  ...Object.entries(LISTS).map(([list, words]) => ({
    name: `duty-states-${list}-empty`,
    page: DUTY,
    replies: none,
    act: pressExactly(words),
    ordinary: true,
    wide: true,
  })),
  {
    name: 'duty-states-unit-empty',
    page: UNIT,
    replies: {
      ...as('unit', { listOpinions: ok({ opinions: [] }) }),
      request: { listUnit: ok({ requests: [] }) },
      congress: { suggestions: ok({ suggestions: [] }) },
    },
    wide: true,
  },
  {
    name: 'duty-states-dispute-answer',
    page: DUTY,
    replies: office,
    act: async (page) => {
      await pressExactly('档案疑问')(page);
      await pressExactly('答复')(page);
    },
    wide: true,
  },
  { name: 'duty-states-paper', ...reading(paper) },
  {
    name: 'duty-states-paper-faults',
    ...reading({
      ...paper,
      counts: { new: 0, changed: 0, same: 0, gone: 0 },
      slices: 0,
      faults: [
        { line: 3, column: '日期', why: 'future', text: '2027-03-04' },
        { line: 7, column: '代表', why: 'unknown', text: '马洋洋' },
        { line: 9, column: '几人', why: 'count', text: '三人' },
        { line: 12, column: '看了哪些点', why: 'foreign', text: '油橄榄产业园' },
      ],
    }),
  },
  {
    name: 'duty-states-report-activity',
    page: 'office/activity/activity',
    query: { activity: 'a1' },
    replies: as('staff', { activity: ok(view({ ...report, invited: [], sites: [] })) }),
    wide: true,
  },
  {
    name: 'duty-states-ties-empty',
    page: 'deputy/ties/ties',
    replies: as('deputy', {
      ties: ok({ person: 'p2', name: '李样样', kind: '监测户', most: 2, ties: [], visits: [], more: false }),
    }),
  },
  {
    name: 'duty-states-studies-empty',
    page: 'deputy/studies/studies',
    replies: as('leader', {
      proposeStudies: ok({
        groups: [{ group: 'g1', name: '第一代表小组' }],
        proposed: [],
        provisional: false,
      }),
    }),
  },
  {
    name: 'duty-states-reporters-empty',
    page: 'office/duty-report/duty-report',
    query: { activity: 'bh~1' },
    replies: as('staff', {
      dutyReporters: ok({
        title: '代表述职评议会',
        date: '2026-12-20',
        grades: ['满意', '基本满意', '不满意'],
        reporters: [],
      }),
    }),
    wide: true,
  },
  ...(
    [
      ['record', 'deputy/record/record', {}],
      ['activity', 'deputy/activity/activity', { activity: 'a1' }],
      ['ties', 'deputy/ties/ties', {}],
      ['ties-all', 'deputy/ties/ties', { all: '1' }],
      ['studies', 'deputy/studies/studies', {}],
      ['office', DUTY, {}],
      ['office-activity', 'office/activity/activity', { activity: 'a1' }],
    ] as const
  ).map(([name, page, query]) => ({
    name: `duty-states-${name}-offline`,
    page,
    query,
    replies: gone,
    ordinary: true,
  })),
];
