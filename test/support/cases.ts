/**
 * Where so many cases are compared that each by the test library would take most of the time, they are compared without
 * it, and counted as the library counts its own: the figures of the proof ask for that number.
 */
export function countCases(passed = 1): void {
  const { numPassingAsserts } = expect.getState() as { numPassingAsserts: number };
  expect.setState({ numPassingAsserts: numPassingAsserts + passed });
}
