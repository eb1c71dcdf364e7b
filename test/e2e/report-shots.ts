/** Screens of the work report and its charts. */
import * as sample from '../support/sample-answers';
import type { ChartsView, ReportView, SlotRow } from '../../miniprogram/contract/work-report';
import type { Replies } from '../support/stub-gateway';
import { ok, press, type Shot } from './shot-kit';

const row = (n: number): SlotRow => ({
  row: `f${String(n)}`,
  title: '代表接待',
  words: '马样样 · 柳树城代表之家 · 柳树城村',
  date: '2026-09-07',
  source: { kind: 'day', id: 'bh~2026-09-07' },
});
const half = { from: '2026-05-24', to: '2026-11-23' };
const view: ReportView = {
  ...half,
  report: 'bh~0000000000000000',
  kind: 'work',
  state: 'draft',
  edition: 2,
  at: Date.parse('2026-11-23T09:00:00+08:00'),
  by: '文样样',
  title: '白鹤镇人大工作汇报',
  computedAt: Date.parse('2026-11-23T09:00:00+08:00'),
  changed: [],
  differs: [{ slot: 'done', label: '帮办实事', from: '52', to: '53', added: 1, gone: 0 }],
  steps: [],
  maySign: false,
  sections: [
    {
      section: 'reception',
      level: 1,
      heading: '一、人大工作开展情况',
      computed: [
        {
          sentence: 'received',
          pieces: [
            { text: '半年来，区、镇人大代表共接待选民' },
            { text: '36', slot: 'received', rows: 36 },
            { text: '人，走访选民' },
            { text: '126', slot: 'visited', rows: 144 },
            { text: '户，帮办实事' },
            { text: '52', slot: 'done', rows: 52 },
            { text: '件。' },
          ],
        },
        {
          sentence: 'trainings',
          pieces: [{ text: '代表培训班：台账里没有记录，可以先补录' }],
          missing: true,
        },
      ],
      offered: [],
      prompt: '带头坐班的情况，一两件有代表性的事。',
      words: '党委班子成员带头坐班，随来随接。',
      version: 1,
      by: '文样样',
      at: Date.parse('2026-11-23T09:05:00+08:00'),
    },
    {
      section: 'problems',
      level: 1,
      heading: '二、存在的问题',
      computed: [],
      offered: [],
      prompt: '由人大办判断和书写。',
      words: '',
      version: 0,
    },
  ],
};
const bar = (label: string, n: number) => ({ label, n, count: n, rows: { of: 'visited', ...half } as const });
const charts: ChartsView = {
  asOf: Date.parse('2026-11-23T09:00:00+08:00'),
  span: half,
  total: bar('这半年', 126),
  before: bar('前半年', 98),
  months: ['12月', '1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月'].map(
    (label, n) => bar(label, (n * 7) % 26),
  ),
  splits: [{ dimension: 'village', bars: [bar('柳树城村', 21), bar('高山移民安置新村社区', 9)] }],
  hotSpots: [
    {
      category: 'road',
      name: '道路桥梁',
      n: 8,
      villages: [{ village: 'v4', name: '柳树城村', n: 7 }],
      requests: ['bh~0000000000000000'],
    },
  ],
  promises: [row(9)],
};
const replies = (report: Replies['report']): Replies => ({
  registry: { places: ok(sample.places) },
  report: {
    report: ok(view),
    reports: ok({ reports: [view] }),
    reportRows: ok({ label: '代表接待选民', rows: [row(1), row(2)], total: 36, next: 20 }),
    reportCharts: ok(charts),
    chartRows: ok({ rows: [row(1)] }),
    ...report,
  },
});
const query = { report: view.report };
const REPORT = 'office/report/report';
const CHARTS = 'office/charts/charts';

export const reportShots: readonly Shot[] = [
  { name: 'reports', page: 'office/reports/reports', replies: replies({}), wide: true, whole: true },
  { name: 'report', page: REPORT, query, replies: replies({}), wide: true, whole: true },
  { name: 'report-rows', page: REPORT, query, replies: replies({}), act: press('36'), ordinary: true },
  { name: 'report-offline', page: REPORT, query, replies: replies({ report: 'no-network' }) },
  { name: 'charts', page: CHARTS, replies: replies({}), wide: true, whole: true },
  {
    name: 'charts-empty',
    page: CHARTS,
    replies: replies({
      reportCharts: ok({
        asOf: charts.asOf,
        span: half,
        total: bar('这半年', 0),
        months: charts.months.map(({ label }) => bar(label, 0)),
        splits: [],
        hotSpots: [],
        promises: [],
      }),
    }),
  },
];
