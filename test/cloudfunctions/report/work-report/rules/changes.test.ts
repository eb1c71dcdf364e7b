import {
  changesBetween,
  correctionsBetween,
  keepAnswer,
  keepAnswers,
  rowCount,
  type Kept,
} from '../../../../../cloudfunctions/report/work-report/rules/changes';

const rowsOf = (n: number) =>
  Array.from({ length: n }, (_, at) => ({
    of: 'fact' as const,
    id: `bh~0000${String(at).padStart(8, '0')}`,
  }));
const kept = (text: string, ...rows: string[]): Kept => ({ text, n: rows.length, rows });
const many = (text: string, n: number): Kept => ({ text, n, rows: [], many: n });

describe('an answer as it is kept', () => {
  it('has its rows by the last eight letters of their ids', () => {
    expect(keepAnswer({ text: '2', n: 2, rows: rowsOf(2) })).toEqual({
      text: '2',
      n: 2,
      rows: ['00000000', '00000001'],
    });
  });

  it('has no number where it is words', () => {
    const words = keepAnswer({ text: '半年来', rows: [] });
    expect(words).toEqual({ text: '半年来', rows: [] });
    expect(words).not.toHaveProperty('n');
  });

  it('has up to six hundred rows, and of more how many they were: the document stays small', () => {
    const full = keepAnswer({ text: '600', n: 600, rows: rowsOf(600) });
    expect([full.rows.length, 'many' in full, rowCount(full)]).toEqual([600, false, 600]);
    const over = keepAnswer({ text: '601', n: 601, rows: rowsOf(601) });
    expect(over).toEqual({ text: '601', n: 601, rows: [], many: 601 });
    expect(rowCount(over)).toBe(601);
  });

  it('is kept under its slot', () => {
    expect(keepAnswers({ visited: { text: '1', n: 1, rows: rowsOf(1) } })).toEqual({
      visited: kept('1', '00000000'),
    });
  });
});

describe('what another computing changed', () => {
  it('is told by its name, from what to what, with the rows that came and went', () => {
    expect(changesBetween({ visited: kept('2', 'a', 'b') }, { visited: kept('3', 'b', 'c', 'd') })).toEqual([
      { slot: 'visited', label: '走访选民', from: '2', to: '3', added: 2, gone: 1 },
    ]);
  });

  it('is told where the number is the same and the rows are others', () => {
    expect(changesBetween({ visited: kept('1', 'a') }, { visited: kept('1', 'b') })).toMatchObject([
      { from: '1', to: '1', added: 1, gone: 1 },
    ]);
  });

  it('is told where somebody who was counted came once more, or once less', () => {
    const [once, twice] = [kept('1', 'a'), kept('1', 'a', 'b')];
    expect(changesBetween({ received: once }, { received: twice })).toMatchObject([{ added: 1, gone: 0 }]);
    expect(changesBetween({ received: twice }, { received: once })).toMatchObject([{ added: 0, gone: 1 }]);
  });

  it('is told where the rows are the same and the number is another', () => {
    expect(
      changesBetween({ received: kept('1', 'a', 'b') }, { received: kept('2', 'a', 'b') }),
    ).toMatchObject([{ added: 0, gone: 0 }]);
  });

  it('is nothing where all is as it was, and not the day of computing', () => {
    expect(changesBetween({ visited: kept('1', 'a') }, { visited: kept('1', 'a') })).toEqual([]);
    expect(changesBetween({ until: kept('11月1日') }, { until: kept('11月2日') })).toEqual([]);
  });

  it('of more rows than are kept is by how many there are more or fewer', () => {
    const change = (before: Kept, after: Kept) => changesBetween({ visited: before }, { visited: after })[0];
    expect(change(many('700', 700), many('705', 705))).toMatchObject({ added: 5, gone: 0 });
    expect(change(many('705', 705), kept('2', 'a', 'b'))).toMatchObject({ added: 0, gone: 703 });
    expect(change(kept('2', 'a', 'b'), many('700', 700))).toMatchObject({ added: 698, gone: 0 });
    expect(change(many('700', 700), many('700', 700))).toBeUndefined();
  });

  it('is nothing of a figure that one of them does not ask: another template is no correction', () => {
    expect(changesBetween({ visited: kept('1', 'a') }, {})).toEqual([]);
    expect(changesBetween({}, { visited: kept('1', 'a') })).toEqual([]);
  });
});

it('takes for a correction of a signed report nothing that goes on changing by itself', () => {
  const before = { visited: kept('1', 'a'), open: kept('1', 'a'), late: kept('0'), missedStudies: kept('0') };
  const after = {
    visited: kept('2', 'a', 'b'),
    open: kept('0'),
    late: kept('1', 'x'),
    missedStudies: kept('1', 'y'),
  };
  expect(changesBetween(before, after)).toHaveLength(4);
  expect(correctionsBetween(before, after).map(({ slot }) => slot)).toEqual(['visited']);
});
