import { drawAnnex, keepCharts } from '../../../../../cloudfunctions/report/work-report/rules/annex';
import { COUNTED_ONCE } from '../../../../../cloudfunctions/report/work-report/rules/charts-sheet';
import { CHART_NUMBERS } from '../../../../../miniprogram/contract/work-report';
import { HALF } from '../by-hand';
import { factOf, requestOf, sourcesOf } from './span';

const facts = [
  factOf('a', 'help', { home: 'h1', village: 'v2' }),
  factOf('b', 'request-submitted', { category: 'road', village: 'v2', source: 'request~r' }),
];
const earlier = [factOf('c', 'help', { date: '2026-05-01' }), factOf('d', 'help', { date: '2026-05-02' })];
const kept = keepCharts(sourcesOf({ facts, requests: [requestOf('r1')] }), earlier);
const lines = (...[charts, from = HALF.from, to = HALF.to]: readonly [typeof kept, string?, string?]) =>
  drawAnnex(charts, from, to).flatMap((block) => ('line' in block ? [block.line] : []));

describe('what a report keeps of its charts', () => {
  it('is every number, over its span and as many days before', () => {
    expect(Object.keys(kept.numbers)).toEqual(Object.keys(CHART_NUMBERS));
    expect(kept.numbers.done).toMatchObject({ total: { n: 1 }, before: { n: 2 } });
    expect(kept.numbers.open).toMatchObject({ total: { n: 1 }, months: [] });
    expect(kept.numbers.open).not.toHaveProperty('before');
  });

  it('is labels and numbers, and nothing of rows or requests', () => {
    expect(kept.numbers.done?.splits).toEqual([
      { dimension: 'home', bars: [{ label: 'h1', n: 1 }] },
      { dimension: 'village', bars: [{ label: '乙村', n: 1 }] },
    ]);
    expect(kept.numbers.done?.months).toHaveLength(7);
    expect(JSON.stringify(kept)).not.toContain('"rows"');
    expect(kept.spots).toEqual([
      { category: 'road', name: '道路', n: 1, villages: [{ village: 'v2', name: '乙村', n: 1 }] },
    ]);
  });

  it('is the names of those villages alone where something was asked for', () => {
    expect(kept.villages).toEqual([{ id: 'v2', name: '乙村' }]);
  });
});

describe('the annex', () => {
  it('has a number that is something now or was before, compared with as long a time, then what was asked for', () => {
    expect(lines(kept)).toEqual([
      '帮办实事',
      '半年来帮办实事1件，之前同样长的一段时间2件。',
      '在办',
      '半年来在办1件（截至当天）。',
      '群众反映的事（半年来1件）',
      COUNTED_ONCE,
    ]);
    expect(lines(kept, '2025-11-24')[1]).toContain('一年来');
  });

  it('keeps a number that was something before and is nothing now', () => {
    expect(lines(keepCharts(sourcesOf({}), earlier))).toContain(
      '半年来帮办实事0件，之前同样长的一段时间2件。',
    );
  });

  it('keeps a number that is now what it was before', () => {
    const same = keepCharts(sourcesOf({ facts: [factOf('a', 'help')] }), earlier.slice(1));
    expect(lines(same)).toContain('半年来帮办实事1件，之前同样长的一段时间1件。');
  });

  it('is a number without any bars, and what was asked for', () => {
    const open = { total: { label: '这半年', n: 1 }, months: [], splits: [] };
    expect(lines({ ...kept, numbers: { open } })).toHaveLength(4);
  });

  it('is what was asked for alone where there is no more', () => {
    expect(lines({ ...kept, numbers: {} })).toEqual(['群众反映的事（半年来1件）', COUNTED_ONCE]);
  });

  it('is none where nothing was: no page with a remark on nothing', () => {
    expect(drawAnnex(keepCharts(sourcesOf({}), []), HALF.from, HALF.to)).toEqual([]);
  });

  it('says in small letters why lines do not add up', () => {
    expect(drawAnnex(kept, HALF.from, HALF.to).at(-1)).toEqual({ line: COUNTED_ONCE, size: 'small' });
  });
});
