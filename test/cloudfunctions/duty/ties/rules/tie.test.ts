/** What becomes of a deputy's ties: so many at once, and of those that ended the latest. */
import { end, endAll, keep, openCount, type Ties } from '../../../../../cloudfunctions/duty/ties/rules/tie';
import { TIE_LIMITS } from '../../../../../miniprogram/contract/ties';

const tie = (changes: object = {}) => ({ said: 'x', measures: [], since: '2026-01-01', ...changes });
const ties: Ties = {
  a: tie(),
  b: tie({ ended: '2026-05-01', reason: 'r' }),
  c: tie({ since: '2026-02-01' }),
};
const typed = tie({ said: 'new', since: '2026-11-23' });

it('those that ended are not open', () => {
  expect([openCount(ties), openCount({})]).toEqual([2, 0]);
});

describe('a new one', () => {
  it('is kept while fewer are open than may be; those that ended leave room', () => {
    expect(keep(ties, { id: 'd', isNew: true, most: 3 }, typed)).toEqual({ ...ties, d: typed });
    expect(keep(ties, { id: 'd', isNew: true, most: 2 }, typed)).toBeUndefined();
  });
});

describe('one that is there', () => {
  it('is changed, and goes on since it began, however many are open', () => {
    expect(keep(ties, { id: 'c', isNew: false, most: 0 }, typed)).toEqual({
      ...ties,
      c: { ...typed, since: '2026-02-01' },
    });
  });

  it('is not changed once it ended, nor where there is none', () => {
    expect(keep(ties, { id: 'b', isNew: false, most: 9 }, typed)).toBeUndefined();
    expect(keep(ties, { id: 'z', isNew: false, most: 9 }, typed)).toBeUndefined();
  });

  it('ends once, with its reason', () => {
    expect(end(ties, 'a', '2026-11-23', 'done')).toEqual({
      ...ties,
      a: tie({ ended: '2026-11-23', reason: 'done' }),
    });
    expect(end(ties, 'b', '2026-11-23', 'done')).toBeUndefined();
    expect(end(ties, 'z', '2026-11-23', 'done')).toBeUndefined();
  });
});

describe('of a deputy who holds no office any more', () => {
  it('all that go on end; what ended before stays as it ended', () => {
    const over = { ended: '2026-11-23', reason: 'left' };
    expect(endAll(ties, '2026-11-23', 'left')).toEqual({
      a: tie(over),
      b: ties['b'],
      c: tie({ since: '2026-02-01', ...over }),
    });
  });

  it('there may be none to end', () => {
    expect(endAll({ b: tie({ ended: '2026-05-01' }) }, '2026-11-23', 'left')).toBeUndefined();
  });
});

it('of those that ended the latest stay, so that the document is bounded, and all that go on', () => {
  const ended = Object.fromEntries(
    Array.from({ length: TIE_LIMITS.ended }, (_, n) => [
      `e${String(n)}`,
      tie({ ended: `2026-03-${String(n + 10)}` }),
    ]),
  );
  const after = end({ ...ended, ...ties }, 'a', '2026-11-23', 'done');
  // The two earliest, of the tenth and the eleventh of March, make room for those of May and of today.
  expect(Object.keys(after ?? {}).sort()).toEqual(['a', 'b', 'c', ...Object.keys(ended).slice(2)].sort());
});
