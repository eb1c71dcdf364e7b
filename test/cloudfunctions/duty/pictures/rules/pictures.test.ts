/** Photos and recordings of an activity: who adds one, who sees it, and what a face in it takes. */
import {
  countPictures,
  isFull,
  lacksConsent,
  mayAddPictures,
  mayDropPicture,
  movesPictures,
  picturesOf,
  pictureState,
  seesPicture,
} from '../../../../../cloudfunctions/duty/pictures/rules/pictures';
import type {
  ActivityDocument,
  StoredPicture,
} from '../../../../../cloudfunctions/duty/activities/rules/activity-document';
import type { Reader } from '../../../../../cloudfunctions/duty/activities/rules/activity-view';
import { DUTY_LIMITS } from '../../../../../miniprogram/contract/duty';

type Pictured = Parameters<typeof mayAddPictures>[0];

const reader = (actor: string, office = false): Reader => ({ actor, office, leader: false });
const OFFICE = reader('bh-staff', true);
const picture = (state: string, changes: Partial<StoredPicture> = {}): StoredPicture =>
  ({ use: 'photo', file: 'f', check: { state }, by: 'p7', openid: 'o', at: 1, ...changes }) as StoredPicture;
/** Help shows its pictures to all who see it, a visit to whoever recorded it; tied help has none. */
const activity = (kind: string, changes: Partial<ActivityDocument> = {}): Pictured =>
  ({ kind, state: 'held', by: 'p5', persons: ['p5', 'p7'], ...changes }) as Pictured;

it.each([
  ['intake', 'checking'],
  ['waiting', 'checking'],
  ['asked', 'checking'],
  ['passed', 'clear'],
  ['released', 'clear'],
  ['held', 'held'],
  ['kept', 'kept'],
  // Of which there is no copy: nobody waits for it.
  ['unusable', 'kept'],
])('of a picture whose check is %s people are told %s', (check, state) => {
  expect(pictureState(picture(check))).toBe(state);
});

describe('who adds one', () => {
  it.each([
    ['who recorded it', 'help', {}, reader('p5'), true],
    ['the office', 'help', {}, OFFICE, true],
    ['who took part', 'help', {}, reader('p7'), true],
    ['nobody else', 'help', {}, reader('p8'), false],
    ['of a household’s visit who recorded it', 'household-visit', {}, reader('p5'), true],
    ['and nobody who only took part', 'household-visit', {}, reader('p7'), false],
    ['nobody before it was held', 'help', { state: 'planned' }, OFFICE, false],
    ['nobody once it was withdrawn', 'help', { state: 'withdrawn' }, reader('p5'), false],
    ['nobody to what has none', 'tied-help', {}, OFFICE, false],
    ['nobody to what was swept, which nobody sweeps again', 'help', { bare: true }, OFFICE, false],
    ['to an own kind as it says itself', 'own-夜校', { own: { pictures: 'all' } }, reader('p7'), true],
    ['and not where it asks for none', 'own-夜校', { own: {} }, OFFICE, false],
  ] as const)('%s', (_who, kind, changes, one, may) => {
    expect(mayAddPictures(activity(kind, changes as Partial<ActivityDocument>), one)).toBe(may);
  });
});

describe('who sees one', () => {
  it.each([
    ['the office at once', 'help', 'held', OFFICE, true],
    ['whoever added it at once', 'help', 'asked', reader('p7'), true],
    ['others once it is clear', 'help', 'passed', reader('p8'), true],
    ['not before', 'help', 'asked', reader('p8'), false],
    ['not while it is held', 'help', 'held', reader('p5'), false],
    ['of a household’s visit who recorded it', 'household-visit', 'passed', reader('p5'), true],
    ['and who added it', 'household-visit', 'passed', reader('p7'), true],
    ['and nobody else', 'household-visit', 'passed', reader('p8'), false],
    ['of what has none nobody', 'tied-help', 'passed', OFFICE, false],
  ] as const)('%s', (_who, kind, check, one, sees) => {
    expect(seesPicture(activity(kind), picture(check), one)).toBe(sees);
  });

  it('of what was withdrawn nobody, not even the office', () => {
    expect(seesPicture(activity('help', { state: 'withdrawn' }), picture('passed'), OFFICE)).toBe(false);
  });
});

describe('who takes one away', () => {
  it.each([
    ['the office', OFFICE, true],
    ['who recorded the activity', reader('p5'), true],
    ['who added it', reader('p7'), true],
    ['nobody else', reader('p8'), false],
  ])('%s', (_who, one, may) => {
    expect(mayDropPicture(activity('help'), picture('passed'), one)).toBe(may);
    expect(mayDropPicture(activity('help', { state: 'withdrawn' }), picture('passed'), one)).toBe(false);
  });
});

describe('another kind', () => {
  const pictures = { a: picture('passed') };
  const to = (kind: string) => ({ kind }) as Pictured;

  it('takes the pictures away where it shows them to others, or asks for faces', () => {
    expect(movesPictures(activity('help', { pictures }), to('household-visit'))).toBe(true);
    expect(movesPictures(activity('care', { pictures }), to('household-visit'))).toBe(true);
  });

  it('leaves them where it says the same of them, and where there are none nothing moves', () => {
    expect(movesPictures(activity('help', { pictures }), to('key-work'))).toBe(false);
    expect(movesPictures(activity('help'), to('household-visit'))).toBe(false);
    expect(movesPictures(activity('help', { pictures: {} }), to('household-visit'))).toBe(false);
  });
});

describe('how many there are', () => {
  const pictures = {
    b: picture('passed', { at: 2 }),
    c: picture('released', { at: 3, use: 'recording' }),
    d: picture('held', { at: 4 }),
    a: picture('kept', { at: 1, use: 'recording' }),
  };

  it('in the order in which they were added', () => {
    expect(picturesOf({ pictures }).map(([id]) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(picturesOf({})).toEqual([]);
  });

  it('people are told of those that they may see', () => {
    expect(countPictures({ pictures })).toEqual({ photo: 1, recording: 1 });
    expect(countPictures({})).toEqual({ photo: 0, recording: 0 });
  });

  it.each(['photo', 'recording'] as const)('full of %ss is full of these alone', (use) => {
    const most = use === 'photo' ? DUTY_LIMITS.photos : DUTY_LIMITS.recordings;
    const of = (n: number) => ({
      pictures: Object.fromEntries(
        Array.from({ length: n }, (_, at) => [String(at), picture('held', { use })]),
      ),
    });
    expect([isFull(of(most - 1), use), isFull(of(most), use)]).toEqual([false, true]);
    expect(isFull(of(most), use === 'photo' ? 'recording' : 'photo')).toBe(false);
  });
});

describe('a face of somebody in need', () => {
  const care = { kind: 'care' } as const;
  const today = '2026-11-23';
  const consent = { by: '奶奶', on: today };

  it.each([
    ['is shown where it is said who agreed', { use: 'photo', consent }, false],
    ['or where there is none', { use: 'photo', faceless: true }, false],
    ['not where nothing is said', { use: 'photo' }, true],
    ['nor where it is said that there is none', { use: 'photo', faceless: false }, true],
    ['both cannot be', { use: 'photo', faceless: true, consent }, true],
    ['who is heard has no face', { use: 'recording' }, false],
    ['nobody agrees tomorrow', { use: 'photo', consent: { by: '奶奶', on: '2026-11-24' } }, true],
  ] as const)('%s', (_why, asked, lacks) => {
    expect(lacksConsent(care, asked, today)).toBe(lacks);
  });

  it('is asked about where people in need are met, not elsewhere', () => {
    expect(lacksConsent({ kind: 'help' }, { use: 'photo' }, today)).toBe(false);
    expect(
      lacksConsent({ kind: 'help' }, { use: 'photo', consent: { by: '奶奶', on: '2027-01-01' } }, today),
    ).toBe(true);
  });
});
