/** The report on paper: headings in their order, words beside figures, page numbers, the table of sources, the fonts. */
import { strFromU8, unzipSync } from 'fflate';
import { openCharts } from '../../../../cloudfunctions/report/work-report/open-report';
import { printReport } from '../../../../cloudfunctions/report/work-report/print-report';
import {
  listSources,
  printParagraphs,
} from '../../../../cloudfunctions/report/work-report/rules/printed-report';
import { readSources } from '../../../../cloudfunctions/report/work-report/read-sources';
import {
  drawAnnex,
  keepCharts,
  type KeptCharts,
} from '../../../../cloudfunctions/report/work-report/rules/annex';
import { windowOf } from '../../../../cloudfunctions/report/work-report/rules/charts';
import type { ReportDocument } from '../../../../cloudfunctions/report/work-report/rules/report-document';
import { askAll } from '../../../../cloudfunctions/report/work-report/rules/ask';
import { keepAnswers } from '../../../../cloudfunctions/report/work-report/rules/changes';
import { slotNamesOf, templateOf } from '../../../../cloudfunctions/report/work-report/rules/templates';
import { wordsOf } from '../../../support/docx';
import { HALF } from './by-hand';
import { CHIEF, openReports, STAFF, type Reports } from './support';

jest.mock('../../../../cloudfunctions/shared/database', () =>
  jest.requireActual<object>('../../../support/memory-database'),
);

let reports: Reports;
let words: string;
let parts: Record<string, Uint8Array>;

beforeAll(async () => {
  reports = await openReports();
  const { report } = await reports.open();
  const write = (section: string, text: string) =>
    reports.act(STAFF, 'saveReportWords', { report, section, version: 0, words: text });
  await write('buildings', '对人大办和代表之家做了改造，配齐了办公设备。');
  await write('awareness', '个别代表重荣誉、轻责任。');
  await write('skill', '建议质量还不够高。');
  await write('planSkill', '每月学习一次。\n每半年办一期培训班。');
  const { sections, title } = await reports.view(report);
  const sources = await readSources('bh', HALF, reports.cloud.clock.now());
  if (!sources) throw new Error('no sources');
  const values = keepAnswers(askAll(slotNamesOf(templateOf('work')), sources));
  const bytes = await printReport({
    title,
    span: '（2026年5月24日—11月23日）',
    mark: '（草稿，未签发）',
    paragraphs: printParagraphs(sections),
    annex: drawAnnex(keepCharts(sources, []), HALF.from, HALF.to),
    sources: listSources(sections, values),
    asOf: '2026年11月23日',
    foot: '主办单位：某',
  });
  words = wordsOf(bytes);
  parts = unzipSync(bytes);
});

it('has the four parts, their headings in order, and items counted without a gap', () => {
  const order = [
    '一、人大工作开展情况',
    '（一）规范建设',
    '（二）加强培训',
    '（三）健全机制',
    '一是依法召开',
    '二是代表定期',
  ];
  const later = [
    '二、存在的问题',
    '1.思想认识',
    '2.业务素质',
    '三、下一步',
    '1.抓好自身强本领',
    '四、对上级人大',
  ];
  const places = [...order, ...later].map((heading) => words.indexOf(heading));
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((one, other) => one - other)).toEqual(places);
});

it('prints what was computed and what was written, and nothing that is missing or only offered', () => {
  expect(words).toContain('接待选民36人，走访选民126户，帮办实事52件');
  expect(words).toContain('对人大办和代表之家做了改造');
  expect(words).not.toContain('台账里没有记录');
  expect(words).not.toContain('没有学习培训记录的');
  expect(words).not.toContain('强化宣传引导');
});

it('ends with the table of sources: each figure with its rows', () => {
  const table = words.slice(words.indexOf('数字来源表'));
  for (const line of ['代表接待选民', '36人', '36条', '126户', '144条', '帮办实事', '52件'])
    expect(table).toContain(line);
});

it('has its charts as tables of the same span before that, each number the report’s own', () => {
  const charts = words.slice(words.indexOf('附：图表'), words.indexOf('数字来源表'));
  for (const line of ['半年来接待选民36人', '半年来走访126户', '半年来帮办实事52件', '月份', '代表小组', '■'])
    expect(charts).toContain(line);
});

it('keeps its charts with its figures: what comes into the ledger later changes neither', async () => {
  const { report } = await reports.open();
  const kept = (): KeptCharts | undefined => {
    const found = reports.cloud.documents<ReportDocument>('reports').find(({ _id }) => _id === report);
    return found && openCharts(found);
  };
  const before = kept();
  expect(before?.numbers.received?.total.n).toBe(36);
  reports.cloud.replace('facts', []);
  const { edition } = await reports.view(report);
  await reports.act(STAFF, 'actOnReport', { report, edition, act: 'submit' });
  await reports.act(CHIEF, 'actOnReport', { report, edition: edition + 1, act: 'sign' });
  expect((await reports.view(report)).state).toBe('signed');
  expect(kept()).toEqual(before);
});

it('cuts the months of a span where it begins and ends, and compares it with as many days before', () => {
  const { months, earlier } = windowOf({ from: '2026-05-24', to: '2026-07-03' });
  expect(months).toEqual([
    { from: '2026-05-24', to: '2026-05-31' },
    { from: '2026-06-01', to: '2026-06-30' },
    { from: '2026-07-01', to: '2026-07-03' },
  ]);
  expect(earlier).toEqual({ from: '2026-04-13', to: '2026-05-23' });
});

it('has page numbers, and names another font beside each that a machine may lack', () => {
  const foot = Object.entries(parts).find(([name]) => /footer\d*\.xml$/.test(name))?.[1];
  expect(strFromU8(foot ?? new Uint8Array())).toContain('PAGE');
  const fonts = strFromU8(parts['word/fontTable.xml'] ?? new Uint8Array());
  expect(fonts).toContain('方正小标宋简体');
  expect(fonts).toContain('<w:altName w:val="仿宋"/>');
});
