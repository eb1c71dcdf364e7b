import {
  listSources,
  printedSlots,
  printParagraphs,
} from '../../../../../cloudfunctions/report/work-report/rules/printed-report';
import type { Kept } from '../../../../../cloudfunctions/report/work-report/rules/changes';
import type { ReportSection, ReportSentence } from '../../../../../miniprogram/contract/work-report';

const sentence = (text: string, more: Partial<ReportSentence> = {}): ReportSentence => ({
  sentence: text,
  pieces: [{ text }],
  ...more,
});
function section(
  level: 1 | 2 | 3,
  heading: string,
  words = '',
  computed: readonly ReportSentence[] = [],
): ReportSection {
  return { section: heading, level, heading, computed, offered: [sentence('给写的人看')], words, version: 0 };
}

describe('on paper', () => {
  it('headings stand by level, text below them, and an item’s heading leads its text', () => {
    const sections = [
      section(1, '一、工作', '总的话。'),
      section(2, '（一）建设', '', [sentence('建有两个家。')]),
      section(3, '一是会议。', '开了会。'),
    ];
    expect(printParagraphs(sections)).toEqual([
      { style: 'heading1', text: '一、工作' },
      { style: 'body', text: '总的话。' },
      { style: 'heading2', text: '（一）建设' },
      { style: 'body', text: '建有两个家。' },
      { style: 'body', lead: '一是会议。', text: '开了会。' },
    ]);
  });

  it('what was computed stands before what was written, line by line, and no line is empty', () => {
    expect(
      printParagraphs([section(1, '一、工作', '\n另起一行。\n\n再一行。', [sentence('走访2户。')])]),
    ).toEqual([
      { style: 'heading1', text: '一、工作' },
      { style: 'body', text: '走访2户。' },
      { style: 'body', text: '另起一行。' },
      { style: 'body', text: '再一行。' },
    ]);
  });

  it('the first part has no heading', () => {
    expect(printParagraphs([section(1, '', '前言。\n后来。')])).toEqual([
      { style: 'body', text: '前言。' },
      { style: 'body', text: '后来。' },
    ]);
    expect(printParagraphs([section(1, '', '\n只有这行。')])).toEqual([
      { style: 'body', text: '只有这行。' },
    ]);
    expect(printParagraphs([section(1, '')])).toEqual([]);
  });

  it('a part keeps its heading without text, an item does not', () => {
    expect(printParagraphs([section(1, '一、工作'), section(3, '会议。')])).toEqual([
      { style: 'heading1', text: '一、工作' },
    ]);
  });

  it('an item whose first line is empty keeps its heading before the rest', () => {
    expect(printParagraphs([section(3, '1.会议。', '\n开了会。')])).toEqual([
      { style: 'body', lead: '1.会议。', text: '' },
      { style: 'body', text: '开了会。' },
    ]);
  });
});

const saying = (slot: string, more: Partial<ReportSentence> = {}): ReportSentence => ({
  sentence: slot,
  pieces: [{ text: '共' }, { text: '3', slot }],
  ...more,
});

it('has the slots of sentences that are printed, not of what is left out, missing or only offered', () => {
  const sections = [
    section(1, '一', '', [
      saying('visited'),
      saying('received', { off: true }),
      saying('done', { missing: true }),
    ]),
    { ...section(1, '二'), offered: [saying('late')] },
  ];
  expect([...printedSlots(sections)]).toEqual(['visited']);
});

describe('the table of sources', () => {
  const listed = (values: Readonly<Record<string, Kept>>, ...slots: string[]) =>
    listSources(
      [
        section(
          1,
          '一',
          '',
          slots.map((slot) => saying(slot)),
        ),
      ],
      values,
    );

  it('has each printed figure with its unit and its rows', () => {
    const visited = { text: '2', n: 2, rows: ['a', 'b', 'c'] };
    expect(listed({ visited, done: visited }, 'visited')).toEqual([
      { label: '走访选民', value: '2户', rows: '3条' },
    ]);
  });

  it('has of names and categories how many they are, not the names again', () => {
    const named = { text: '6月3日视察', n: 1, rows: ['a', 'b'] };
    expect(
      listed(
        { inspectionNames: named, suggestionCategories: named },
        'suggestionCategories',
        'inspectionNames',
      ),
    ).toEqual([
      { label: '代表建议类别', value: '2条', rows: '2条' },
      { label: '视察调研的题目和地点', value: '2场次', rows: '2条' },
    ]);
  });

  it('has of many rows their number', () => {
    expect(listed({ visits: { text: '700', n: 700, rows: [], many: 700 } }, 'visits')[0]?.rows).toBe('700条');
  });

  it('has no words, no figure that was not computed, and no name that is no figure', () => {
    const values = { period: { text: '半年来', rows: [] }, nobody: { text: '1', n: 1, rows: [] } };
    expect(listed(values, 'period', 'visited', 'nobody')).toEqual([]);
  });
});
