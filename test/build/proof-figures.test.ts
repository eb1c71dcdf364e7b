import { addFigures, countOutcome, listUndying, type Outcome } from '../proof/figures';

const outcome: Outcome = {
  numTotalTestSuites: 2,
  numTotalTests: 3,
  numFailedTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    { assertionResults: [{ numPassingAsserts: 40 }, { numPassingAsserts: 0 }] },
    { assertionResults: [{}] },
  ],
};

test('a test that failed and a file that could not run are anomalies, each comparison is a case', () => {
  expect(countOutcome(outcome)).toEqual({ suites: 2, tests: 3, cases: 40, anomalies: 2 });
});

test('all suites of a proof are one line', () => {
  const one = countOutcome(outcome);
  expect(addFigures([one, one])).toEqual({ suites: 4, tests: 6, cases: 80, anomalies: 4 });
  expect(addFigures([])).toEqual({ suites: 0, tests: 0, cases: 0, anomalies: 0 });
});

test('a writing action that never died is named', () => {
  expect(listUndying(['a.book 3', 'a.move 1', 'a.book 3'], ['a.book', 'a.bookFor', 'a.move'])).toEqual([
    'a.bookFor',
  ]);
});
