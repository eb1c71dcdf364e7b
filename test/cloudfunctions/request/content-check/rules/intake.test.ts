/** A request's files become the product's own copies, one by one, and keep their places. */
import {
  planIntake,
  toTakeIn,
  type Taken,
} from '../../../../../cloudfunctions/request/content-check/rules/intake';
import type { PartCheck } from '../../../../../cloudfunctions/request/content-check/rules/content-check';

const intake: PartCheck = { state: 'intake' };
const files = {
  photos: ['sent-a', 'sent-b', 'sent-c'],
  recordings: [
    { file: 'sent-r', seconds: 9 },
    { file: 'sent-s', seconds: 4 },
  ],
};
const taken = (photos: Taken['photos'], recordings: Taken['recordings'] = new Map()): Taken => ({
  photos,
  recordings,
});
const AT = 1_764_000_000_000;

test('only what still lies with its sender is taken in, by its number', () => {
  const checks = {
    photo0: { state: 'passed' },
    photo1: intake,
    photo2: { state: 'unusable' },
    recording1: intake,
  } as const;
  expect(toTakeIn({ ...files, checks })).toEqual({
    photos: [{ n: 1, file: 'sent-b' }],
    recordings: [{ n: 1, file: 'sent-s' }],
  });
});

test('what the office entered before there were checks is not touched', () => {
  expect(toTakeIn(files)).toEqual({ photos: [], recordings: [] });
});

test('a copy stands in place of what was sent; what was not asked about stays as it is', () => {
  const plan = planIntake(
    files,
    taken(new Map([[1, { file: 'copy-b' }]]), new Map([[0, { file: 'copy-r' }]])),
    true,
    AT,
  );
  expect(plan.photos).toEqual(['sent-a', 'copy-b', 'sent-c']);
  expect(plan.recordings).toEqual([
    { file: 'copy-r', seconds: 9 },
    { file: 'sent-s', seconds: 4 },
  ]);
  expect(Object.keys(plan.checks)).toEqual(['photo1', 'recording0']);
});

test('a damaged file keeps its place without a file, so that the next one keeps its number', () => {
  const faulty = new Map([
    [0, { fault: 'unreadable' as const }],
    [1, { file: 'copy-b' }],
  ]);
  const plan = planIntake(files, taken(faulty), true, AT);
  expect(plan.photos).toEqual(['', 'copy-b', 'sent-c']);
  expect(plan.checks['photo0']).toEqual({ state: 'unusable', fault: 'unreadable', at: AT });
});

test.each([
  ['a villager’s waits for the content check', true, intake, 'waiting'],
  ['what the office entered is seen at once', false, intake, 'passed'],
  // Whoever entered the request: what comes afterwards is the asker's own.
  [
    'what the asker sent later waits, whoever entered the request',
    false,
    { ...intake, later: true },
    'waiting',
  ],
] as const)('%s', (_name, checked, before, state) => {
  const one = { photos: ['sent-a'], recordings: [], checks: { photo0: before } };
  const plan = planIntake(one, taken(new Map([[0, { file: 'copy-a' }]])), checked, AT);
  expect(plan.checks).toEqual({ photo0: { state, at: AT } });
});

test('with nothing known of its parts yet a copy is judged all the same', () => {
  const plan = planIntake(files, taken(new Map([[0, { file: 'copy-a' }]])), false, AT);
  expect(plan.checks).toEqual({ photo0: { state: 'passed', at: AT } });
});
