import { addUp, ofToday } from '../../../../../cloudfunctions/report/district/rules/totals';
import type { ReadyFigures } from '../../../../../cloudfunctions/notify/workbench/rules/projection';

const MONTHS = ['2026-10', '2026-11'];
const figure = (...months: number[]) => ({ n: months.reduce((sum, n) => sum + n, 0), months });
type Figures = ReadyFigures['figures'];

/** Numbers that may all be told. */
function readyOf(township: string, changes: Partial<Figures> = {}, asOf = 9): ReadyFigures {
  const born = {
    from: '2026-05-24',
    to: '2026-11-23',
    months: MONTHS,
    received: figure(5, 4),
    visited: figure(30, 40),
    done: figure(0, 3),
    satisfied: 6,
    dissatisfied: 3,
    unrated: 0,
  };
  return { township, asOf, figures: { ...born, ...changes }, open: 4, late: 1 };
}

it('adds townships up, and each of their months', () => {
  const ready = [readyOf('a'), readyOf('b', { received: figure(7, 8) }, 5)];
  expect(addUp(ready, 'all')).toEqual({
    asOf: 5,
    months: MONTHS,
    received: { n: 24, months: [12, 12] },
    visited: { n: 140, months: [60, 80] },
    done: { n: 6, months: [0, 6] },
    open: 8,
    late: 2,
    ratings: { n: 18, parts: { satisfied: 12, dissatisfied: 6, unrated: 0 } },
  });
});

it('tells of one township its own, and when that was counted', () => {
  const ready = [readyOf('a', {}, 5), readyOf('b', { received: figure(7, 8), satisfied: 9 })];
  expect(addUp(ready, 1)).toMatchObject({
    asOf: 9,
    received: { n: 15, months: [7, 8] },
    open: 4,
    late: 1,
    ratings: { n: 12, parts: { satisfied: 9, dissatisfied: 3, unrated: 0 } },
  });
});

it('tells the whole of a township with one small month, and no month, nor of the other that it follows from', () => {
  const ready = [readyOf('a', { received: figure(1, 8) }), readyOf('b')];
  for (const which of [0, 1]) expect(addUp(ready, which)?.received).toEqual({ n: 9 });
  expect(addUp(ready, 'all')?.received).toEqual({ n: 18, months: [6, 12] });
});

it('tells how many rated and not how where two were dissatisfied', () => {
  const ready = [readyOf('a', { satisfied: 6, dissatisfied: 2, unrated: 5 })];
  expect(addUp(ready, 0)?.ratings).toEqual({ n: 13 });
  expect(addUp(ready, 'all')?.ratings).toEqual({ n: 13 });
  const others = [...ready, readyOf('b', { satisfied: 4, dissatisfied: 0, unrated: 4 })];
  const parts = { satisfied: 10, dissatisfied: null, unrated: null };
  expect(addUp(others, 'all')?.ratings).toEqual({ n: 21, parts });
});

it('reads a month that a township has not counted as nothing', () => {
  const ready = [readyOf('a'), readyOf('b', { received: figure(3) })];
  expect(addUp(ready, 'all')?.received).toEqual({ n: 12, months: [8, 4] });
});

it('is nothing where no township is counted, or not that one', () => {
  expect([addUp([], 'all'), addUp([], 0), addUp([readyOf('a')], 1)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('adds only what was counted in this half-year and up to this month', () => {
  const months = ['2026-09', ...MONTHS];
  const ready = [
    readyOf('now', { months }),
    readyOf('earlier half-year', { months, from: '2026-01-01' }),
    readyOf('last month', { months: ['2026-08', '2026-09', '2026-10'] }),
  ];
  const kept = ofToday(ready, { from: '2026-05-24', months });
  expect(kept.map(({ township }) => township)).toEqual(['now']);
});
