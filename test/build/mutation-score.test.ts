import { percentOf, roomOf, scoreOf, textAt, type Mutant } from '../mutation/score';

const mutant = (status: string): Mutant => ({
  id: '0',
  status,
  fileName: 'a.ts',
  mutatorName: 'ConditionalExpression',
  location: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
});

describe('what counts for what', () => {
  it.each([
    ['Killed', { killed: 1 }],
    ['Timeout', { killed: 1 }],
    ['Survived', { survived: 1 }],
    ['NoCoverage', { untested: 1 }],
  ])('%s', (status, counted) => {
    expect(scoreOf(mutant(status), false)).toMatchObject({ mutants: 1, explained: 0, ...counted });
  });

  it('what is words is no mutant', () => {
    expect(scoreOf(mutant('Ignored'), false)).toMatchObject({ mutants: 0 });
  });

  it('what cannot run is one, and killed by nobody', () => {
    expect(scoreOf(mutant('RuntimeError'), false)).toMatchObject({ mutants: 1, survived: 1 });
  });

  it('a survivor that is explained counts neither for nor against', () => {
    const score = scoreOf(mutant('Survived'), true);
    expect([score.explained, score.survived, percentOf(score)]).toEqual([1, 0, 100]);
  });

  it('a mutant without a test lowers the score like one that survived', () => {
    expect(percentOf({ mutants: 4, killed: 2, survived: 1, untested: 1, explained: 0 })).toBe(50);
  });
});

it('reads a mutated text over several lines', () => {
  const location = { start: { line: 2, column: 3 }, end: { line: 3, column: 4 } };
  expect(textAt('first\nabcdef\nghijkl\nlast', location)).toBe('cdef\nghi');
  expect(textAt('abcdef', { start: { line: 1, column: 2 }, end: { line: 1, column: 4 } })).toBe('bc');
});

it('a file is of its subject, however deep its rules lie', () => {
  expect(roomOf('cloudfunctions/registry/imports/rules/tables/people.ts')).toBe('registry/imports');
  expect(roomOf('cloudfunctions/overview/rules/duties.ts')).toBe('overview');
  expect(roomOf('cloudfunctions/shared/life/rules/needs.ts')).toBe('shared/life');
  expect(roomOf('miniprogram/view/dates.ts')).toBe('miniprogram/view');
});
