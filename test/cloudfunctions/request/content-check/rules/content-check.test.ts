import fc from 'fast-check';
import {
  checkOf,
  checksAtBirth,
  checksOfBrought,
  countHidden,
  countUnusable,
  fileOf,
  hideUnchecked,
  isClear,
  judgePieces,
  partsIn,
  showsWords,
  splitText,
  textOf,
  wordsPart,
  type CheckState,
} from '../../../../../cloudfunctions/request/content-check/rules/content-check';

const said = {
  text: '路灯坏了',
  photos: ['p-a', 'p-b'],
  recordings: [{ file: 'r-a', seconds: 9 }],
};

test('from birth a text waits and files are in intake; what is not there has no part', () => {
  const files = { photo0: { state: 'intake' }, photo1: { state: 'intake' }, recording0: { state: 'intake' } };
  expect(checksAtBirth(said, true)).toEqual({ text: { state: 'waiting' }, ...files });
  expect(checksAtBirth(said, false)).toEqual(files);
  expect(checksAtBirth({ photos: [], recordings: [] }, true)).toEqual({});
});

test.each<[CheckState, boolean]>([
  ['intake', false],
  ['unusable', false],
  ['waiting', false],
  ['asked', false],
  ['held', false],
  ['kept', false],
  ['passed', true],
  ['released', true],
])('%s is clear: %s', (state, clear) => {
  expect(isClear({ text: { state } }, 'text')).toBe(clear);
});

test('a reader sees what is clear, in its order; asker and office see all', () => {
  const checks = {
    text: { state: 'waiting' as const },
    photo0: { state: 'held' as const },
    photo1: { state: 'passed' as const },
    recording0: { state: 'kept' as const },
  };
  const request = { ...said, checks };
  for (const reader of ['owner', 'follower', 'leader', 'overseer', 'unit'] as const) {
    expect(hideUnchecked(request, reader)).toEqual({ photos: ['p-b'], recordings: [], checks });
    expect(countHidden(request, reader)).toBe(3);
  }
  for (const reader of ['asker', 'office'] as const) {
    expect(hideUnchecked(request, reader)).toEqual(request);
  }
  // The asker is told how many the others do not see yet.
  expect(countHidden(request, 'asker')).toBe(3);
  expect(countHidden(request, 'office')).toBe(0);
});

test('a file that was not taken in is shown to nobody, whoever they are', () => {
  const checks = { photo0: { state: 'intake' as const }, photo1: { state: 'unusable' as const } };
  for (const reader of ['asker', 'office', 'owner'] as const)
    expect(hideUnchecked({ ...said, checks }, reader)).toMatchObject({ photos: [], text: said.text });
  expect(countHidden({ checks }, 'office')).toBe(1);
  expect(countHidden({ checks }, 'asker')).toBe(1);
  expect(countUnusable({ checks })).toBe(1);
});

test('a request without checks is seen whole', () => {
  expect(hideUnchecked(said, 'owner')).toBe(said);
});

test('the file of a part', () => {
  expect(['text', 'photo0', 'photo1', 'photo2', 'recording0'].map((part) => fileOf(said, part))).toEqual([
    undefined,
    'p-a',
    'p-b',
    undefined,
    'r-a',
  ]);
  const steps = [{ act: 'notSolved', at: 1_764_000_000_000, words: '没好' }];
  const typed = (part: string) => textOf({ text: said.text, steps }, part);
  expect(['text', 'notSolved-1764000000000', 'photo0', 'notSolved-1'].map(typed)).toEqual([
    '路灯坏了',
    '没好',
    undefined,
    undefined,
  ]);
  expect(partsIn({ checks: { text: { state: 'held' }, photo0: { state: 'passed' } } }, 'held')).toEqual([
    'text',
  ]);
});

test('pieces are short enough, whole characters, and together the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.integer({ min: 2, max: 9 }),
      (text, most) => {
        const pieces = splitText(text, most);
        expect(pieces.join('')).toBe(text);
        expect(
          pieces.every(
            (piece) => piece.length > 0 && piece.length <= most && encodeURIComponent(piece) !== '',
          ),
        ).toBe(true);
      },
    ),
  );
});

test('the worst piece counts', () => {
  expect(judgePieces(['pass', 'pass'])).toBe('pass');
  expect(judgePieces(['pass', 'unchecked'])).toBe('unchecked');
  expect(judgePieces(['unchecked', 'review'])).toBe('review');
  expect(judgePieces(['review', 'risky', 'pass'])).toBe('risky');
  expect(checkOf('pass', 7)).toEqual({ state: 'passed', at: 7 });
  expect(checkOf('risky', 7)).toEqual({ state: 'held', why: 'risky', at: 7 });
});

test('files that come later go on with the numbers of those that are there', () => {
  const brought = { photos: { from: 2, count: 2 }, recordings: { from: 1, count: 1 } };
  const intake = { state: 'intake' };
  expect(checksOfBrought(brought, false)).toEqual({ photo2: intake, photo3: intake, recording1: intake });
  const later = { state: 'intake', later: true };
  expect(checksOfBrought(brought, true)).toEqual({ photo2: later, photo3: later, recording1: later });
  const none = { from: 9, count: 0 };
  expect(checksOfBrought({ photos: none, recordings: none }, true)).toEqual({});
});

test('what the asker said with a step is read by others when it is clear, by asker and office at once', () => {
  const step = { act: 'notSolved', at: 1_764_000_000_000, words: '没好' };
  const waiting = { [wordsPart(step)]: { state: 'waiting' as const } };
  const passed = { [wordsPart(step)]: { state: 'passed' as const } };
  expect(showsWords(waiting, step, 'owner')).toBe(false);
  expect(showsWords(passed, step, 'owner')).toBe(true);
  expect([showsWords(waiting, step, 'asker'), showsWords(waiting, step, 'office')]).toEqual([true, true]);
  // The same act at another time is another word; and a request of before there were checks hides nothing.
  expect(showsWords(waiting, { ...step, at: step.at + 1 }, 'owner')).toBe(true);
  expect(showsWords(undefined, step, 'owner')).toBe(true);
});

test('a text without words has no part that could be hidden', () => {
  const { text: _text, ...silent } = said;
  const seen = hideUnchecked({ ...silent, checks: { photo0: { state: 'passed' } } }, 'owner');
  expect(seen).not.toHaveProperty('text');
  expect(seen).toMatchObject({ photos: said.photos, recordings: said.recordings });
});

test('a request of before there were checks has nothing hidden and nothing unusable', () => {
  expect([countHidden({}, 'owner'), countHidden({}, 'office'), countUnusable({})]).toEqual([0, 0, 0]);
  expect(partsIn({}, 'held')).toEqual([]);
});

test('a part that is not clear is not counted twice where there is no file of it at all', () => {
  const checks = { photo0: { state: 'unusable' as const }, photo1: { state: 'held' as const } };
  expect([countHidden({ checks }, 'owner'), countHidden({ checks }, 'office')]).toEqual([1, 0]);
  expect(countUnusable({ checks: { ...checks, photo2: { state: 'passed' } } })).toBe(1);
});

test.each(['photo', 'photo100', 'xphoto0', 'photo0x', 'recording', 'notSolved-1'])(
  'no file is had by a made-up part: %s',
  (part) => {
    expect(fileOf({ ...said, photos: new Array<string>(101).fill('p') }, part)).toBeUndefined();
  },
);

test('the twelfth photo is a part like the first, and a recording that is not there has no file', () => {
  const photos = Array.from({ length: 12 }, (_, n) => `p-${String(n)}`);
  expect(fileOf({ ...said, photos }, 'photo11')).toBe('p-11');
  expect(fileOf(said, 'recording1')).toBeUndefined();
});

test('a text is cut where it is full, not before, and never inside a character', () => {
  expect(splitText('一二三四五', 2)).toEqual(['一二', '三四', '五']);
  expect(splitText('一二三四', 2)).toEqual(['一二', '三四']);
  expect(splitText('一😀二', 2)).toEqual(['一', '😀', '二']);
  expect(splitText('', 2)).toEqual([]);
});
