import fc from 'fast-check';
import {
  closeGaps,
  decideAbsence,
  decideAnswer,
  decideEdit,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-acts';
import {
  emptyRoster,
  type RosterDocument,
  type StoredSeat,
  type StoredSpan,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import { deputy } from '../../../../support/roster';

const DATE = '2026-01-05';
const WHEN = { today: '2026-01-02', now: 1_767_315_600_000 };
const people = ['d1', 'd2', 'd3'].map((id) => deputy(id));

function seat(person: string, at = 1): StoredSeat {
  return { person, why: '', at };
}

function rosterWith(state: 'draft' | 'published', seats: Record<string, StoredSeat>): RosterDocument {
  const roster = emptyRoster('t1', 2026);
  return { ...roster, version: 5, days: { [DATE]: { state, publication: 1 } }, seats: { [DATE]: seats } };
}

describe('closing gaps', () => {
  test('numbers run from 1 in each half-day and keep their order', () => {
    const closed = closeGaps({ 'h1-am-3': seat('c'), 'h1-am-2': seat('b'), 'h1-pm-2': seat('d') }, 6);
    expect(Object.fromEntries(Object.entries(closed).map(([id, { person }]) => [id, person]))).toEqual({
      'h1-am-1': 'b',
      'h1-am-2': 'c',
      'h1-pm-1': 'd',
    });
  });

  test('a seat that moved is new to whoever saw the old numbers, one that stayed is not', () => {
    const closed = closeGaps({ 'h1-am-1': seat('a'), 'h1-am-3': seat('c') }, 6);
    expect([closed['h1-am-1']?.at, closed['h1-am-2']?.at]).toEqual([1, 6]);
  });
});

describe('one receiver for two queues', () => {
  const seats = { 'bh-am-1': seat('d1'), 'bh-am-2': seat('d2'), 'ls-am-1': seat('d3') };
  const edit = { date: DATE, seat: 'bh-am-2', rev: 5 };

  test('on a published day the neighbour may take the seat as well, when nobody else is found', () => {
    const decided = decideEdit(rosterWith('published', seats), { ...edit, person: 'd1' }, people, WHEN);
    expect(decided).toMatchObject({ seat: { person: 'd1', hand: true, at: 6 } });
  });

  test('never somebody who sits in another home at that time, and in a draft nobody twice', () => {
    const busy = { ok: false, code: 'cannot-sit', details: { why: 'busy' } };
    const published = rosterWith('published', seats);
    expect(decideEdit(published, { ...edit, person: 'd3' }, people, WHEN)).toEqual(busy);
    expect(decideEdit(rosterWith('draft', seats), { ...edit, person: 'd1' }, people, WHEN)).toEqual(busy);
  });
});

test('whoever saw the last change may edit, whoever saw an older version may not', () => {
  const roster = rosterWith('draft', { 'bh-am-1': seat('d1', 5) });
  const edit = (rev: number) =>
    decideEdit(roster, { date: DATE, seat: 'bh-am-1', rev, person: 'd2' }, people, WHEN);
  expect(edit(5)).toHaveProperty('seat');
  expect(edit(4)).toMatchObject({ code: 'roster-changed' });
});

test('a swap is over when the office gave the seat to somebody else meanwhile', () => {
  const roster = rosterWith('published', { 'bh-am-1': seat('d3') });
  const id = `${DATE}_bh-am-1`;
  roster.swaps[id] = { date: DATE, seat: 'bh-am-1', from: 'd1', to: 'd2', state: 'asked', at: 1 };
  const answer = { swap: id, me: 'd2', accept: true };
  expect(decideAnswer(roster, answer, WHEN)).toEqual({ ok: false, code: 'swap-over' });
});

test('who sits elsewhere by now cannot accept', () => {
  const roster = rosterWith('published', { 'bh-am-1': seat('d1'), 'ls-am-1': seat('d2') });
  const id = `${DATE}_bh-am-1`;
  roster.swaps[id] = { date: DATE, seat: 'bh-am-1', from: 'd1', to: 'd2', state: 'asked', at: 1 };
  const answer = { swap: id, me: 'd2', accept: true };
  expect(decideAnswer(roster, answer, WHEN)).toMatchObject({ code: 'cannot-sit' });
  expect(decideAnswer(roster, { ...answer, accept: false }, WHEN)).toMatchObject({
    swap: { state: 'declined' },
  });
});

describe('absences', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((n) => {
    return new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
  });
  const span = fc
    .tuple(day, day)
    .map(([one, other]): StoredSpan => (one < other ? { from: one, to: other } : { from: other, to: one }));
  const covers = (spans: readonly StoredSpan[], date: string) =>
    spans.some(({ from, to }) => from <= date && date <= to);

  test('however they overlap, exactly the days stated are away, and the list stays short', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), day, (stated, date) => {
        let spans: StoredSpan[] = [];
        for (const one of stated) {
          const next = decideAbsence(spans, one, false);
          if (!('ok' in next)) spans = next;
        }
        expect(covers(spans, date)).toBe(covers(stated, date));
        for (const [n, { to }] of spans.entries()) {
          const after = spans[n + 1];
          if (after) expect(Date.parse(after.from) - Date.parse(to)).toBeGreaterThan(86_400_000);
        }
      }),
    );
  });

  test('taken back, the stretch that touches these days is gone', () => {
    const stated = [
      { from: '2026-03-01', to: '2026-03-10' },
      { from: '2026-05-01', to: '2026-05-10' },
    ];
    const left = decideAbsence(stated, { from: '2026-03-10', to: '2026-03-10' }, true);
    expect(left).toEqual([{ from: '2026-05-01', to: '2026-05-10' }]);
  });

  test('an end before the beginning is refused', () => {
    expect(decideAbsence([], { from: '2026-03-02', to: '2026-03-01' }, false)).toMatchObject({
      code: 'bad-input',
      details: { field: 'to' },
    });
  });
});
