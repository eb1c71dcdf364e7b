/** What each act of the roster does, and what it is refused for. */
import {
  decideAbsence,
  decideAnswer,
  decideAsk,
  decideEdit,
  decidePublish,
  decideUndo,
} from '../../../../../cloudfunctions/reception/roster/rules/roster-acts';
import { type RosterDocument } from '../../../../../cloudfunctions/reception/roster/rules/roster-document';
import { DATE, draft, held, people, refused, roster, swapOf, WHEN } from './scene';

describe('an edit', () => {
  const edit = (changes: object = {}, of = roster(), when = WHEN) =>
    decideEdit(of, { date: DATE, seat: 'h1-am-1', rev: 5, person: 'd2', ...changes }, people, when);

  it('puts somebody there, from the version after', () => {
    expect(edit()).toStrictEqual({ seat: { person: 'd2', why: '手工调整', at: 6, hand: true } });
    expect(edit({ seat: 'h1-am-2' }, roster(draft))).toHaveProperty('seat');
  });

  it.each([
    ['a day that is past', {}, roster(), 'past-day'],
    ['a day that there is not', { date: '2026-02-05' }, roster(), 'not-found'],
    ['a new seat of a published day', { seat: 'h1-am-2' }, roster(), 'not-found'],
    ['what somebody else changed since', { rev: 0 }, roster(), 'roster-changed'],
    ['emptying a seat of a published day', { person: undefined }, roster(), 'seat-needed'],
    ['nobody of the roster', { person: 'x' }, roster(), 'cannot-sit'],
  ])('is refused for %s', (_what, changes, of, code) => {
    expect(edit(changes, of, code === 'past-day' ? { ...WHEN, today: '2026-01-06' } : WHEN)).toMatchObject(
      refused(code),
    );
  });

  it('empties a seat of a draft', () => {
    expect(edit({ person: undefined }, roster(draft))).toStrictEqual({ seat: undefined });
    expect(edit({}, roster(), { ...WHEN, today: DATE })).toHaveProperty('seat');
  });

  it('settles the swap that waits for somebody', () => {
    expect(edit({}, roster({}, swapOf({ state: 'office', to: '' })))).toMatchObject({
      swap: { to: 'd2', state: 'accepted', at: 9 },
    });
    expect(edit({}, roster({}, swapOf()))).toHaveProperty('swap');
    expect(edit({}, roster({}, swapOf({ state: 'declined' })))).not.toHaveProperty('swap');
    expect(edit({ person: undefined }, roster(draft, swapOf()))).not.toHaveProperty('swap');
  });
});

describe('publishing', () => {
  const publish = (changes: object = {}, of = roster(draft), date = DATE) =>
    decidePublish(of, date, {
      today: '2025-12-20',
      noticeDays: 7,
      overruled: false,
      standing: 'held',
      ...changes,
    });

  it('closes the gaps and counts the publications', () => {
    expect(publish({}, roster({ ...draft, seats: { [DATE]: { 'h1-am-2': held('d1') } } }))).toEqual({
      seats: { 'h1-am-1': { ...held('d1'), at: 6 } },
      publication: 2,
    });
  });

  it.each([
    ['a day that there is not', {}, roster(draft), '2026-02-05', 'not-found', undefined],
    ['a day that is past', { today: '2026-01-06' }, roster(draft), DATE, 'past-day', undefined],
    ['one that is published', {}, roster(), DATE, 'already-published', undefined],
    [
      'one that is no reception day any more',
      { standing: 'none' },
      roster(draft),
      DATE,
      'day-moved',
      undefined,
    ],
    [
      'one that may still change',
      { standing: 'provisional' },
      roster(draft),
      DATE,
      'year-unknown',
      undefined,
    ],
    ['nobody on duty', {}, roster({ ...draft, seats: {} }), DATE, 'nobody-on-duty', undefined],
    ['too short a notice', { today: '2025-12-30' }, roster(draft), DATE, 'too-late-to-publish', { days: 7 }],
  ])('is refused for %s', (_what, changes, of, date, code, details) => {
    expect(publish(changes, of, date)).toEqual(refused(code, details));
  });

  it('may be late by the chief’s word, and is in time on the last day of notice', () => {
    expect(publish({ today: '2025-12-30', overruled: true })).toHaveProperty('publication');
    expect(publish({ today: '2025-12-29' })).toHaveProperty('publication');
    expect(publish({ today: DATE, overruled: true })).toHaveProperty('publication');
  });
});

describe('a swap', () => {
  const ask = (changes: object = {}, of = roster(), today = WHEN.today) =>
    decideAsk(of, { date: DATE, seat: 'h1-am-1', from: 'd1', to: 'd2', ...changes }, people, {
      ...WHEN,
      today,
    });
  const undo = (of: RosterDocument, from = 'd1', today = WHEN.today) =>
    decideUndo(of, { date: DATE, seat: 'h1-am-1', from }, { ...WHEN, today });
  const answer = (of: RosterDocument, changes: object = {}, today = WHEN.today) =>
    decideAnswer(of, { swap: `${DATE}_h1-am-1`, me: 'd2', accept: true, ...changes }, { ...WHEN, today });

  it('is asked of a colleague, or the seat is handed back to the office', () => {
    expect(ask()).toEqual(swapOf({ at: 9 }));
    expect(ask({ to: undefined })).toEqual(swapOf({ to: '', state: 'office', at: 9 }));
    expect(ask({}, roster(), DATE)).toHaveProperty('state');
  });

  it('is not asked for what is past, is not one’s own, or of who cannot sit there', () => {
    expect(ask({}, roster(), '2026-01-06')).toEqual(refused('past-day'));
    expect(ask({ from: 'd2' })).toEqual(refused('not-your-seat'));
    expect(ask({}, roster({ seats: {} }))).toEqual(refused('not-your-seat'));
    expect(ask({ to: 'd1' })).toEqual(refused('cannot-sit', { why: 'busy' }));
    expect(ask({ to: 'x' })).toEqual(refused('cannot-sit', { why: 'role' }));
    expect(ask({}, roster({ seats: { [DATE]: { 'h1-am-1': held('d1'), 'h2-am-1': held('d2') } } }))).toEqual(
      refused('cannot-sit', { why: 'busy' }),
    );
    expect(
      ask({}, roster({ seats: { [DATE]: { 'h1-am-1': held('d1'), 'h2-pm-1': held('d2') } } })),
    ).toHaveProperty('state');
  });

  it('is taken back while nobody has answered', () => {
    expect(undo(roster({}, swapOf()))).toEqual(swapOf({ state: 'withdrawn', at: 9 }));
    expect(undo(roster({}, swapOf({ state: 'office', to: '' })))).toMatchObject({ state: 'withdrawn' });
    expect(undo(roster({}, swapOf()), 'd1', DATE)).toHaveProperty('state');
    expect(undo(roster({}, swapOf()), 'd1', '2026-01-06')).toEqual(refused('past-day'));
    expect(undo(roster({}, swapOf()), 'd2')).toEqual(refused('not-your-seat'));
    expect([
      undo(roster()),
      undo(roster({}, swapOf({ state: 'accepted' }))),
      undo(roster({}, swapOf({ from: 'd9' }))),
    ]).toEqual([refused('swap-over'), refused('swap-over'), refused('swap-over')]);
  });

  it('is answered by whom it was asked of, while who asked still sits there', () => {
    expect(answer(roster({}, swapOf()))).toEqual({
      swap: swapOf({ state: 'accepted', at: 9 }),
      seat: { person: 'd2', why: '换班', at: 6, hand: true },
    });
    expect(answer(roster({}, swapOf()), { accept: false })).toEqual({
      swap: swapOf({ state: 'declined', at: 9 }),
    });
    expect(answer(roster({}, swapOf()), {}, DATE)).toHaveProperty('seat');
    expect(answer(roster())).toEqual(refused('not-found'));
    expect(answer(roster({}, swapOf()), {}, '2026-01-06')).toEqual(refused('past-day'));
    expect(answer(roster({}, swapOf()), { me: 'd3' })).toEqual(refused('swap-over'));
    expect(answer(roster({}, swapOf({ state: 'office' })))).toEqual(refused('swap-over'));
  });

  it('is not accepted by who sits elsewhere in that half-day by now, whatever they do in the other', () => {
    const seats = (other: string) => ({ seats: { [DATE]: { 'h1-am-1': held('d1'), [other]: held('d2') } } });
    expect(answer(roster(seats('h2-am-1'), swapOf()))).toEqual(refused('cannot-sit', { why: 'busy' }));
    expect(answer(roster(seats('h2-pm-1'), swapOf()))).toHaveProperty('seat');
  });
});

describe('an absence', () => {
  const span = (from: string, to: string) => ({ from, to });

  it('joins what it touches, in their order', () => {
    const stated = [span('2026-03-01', '2026-03-05'), span('2026-01-01', '2026-01-10')];
    expect(decideAbsence(stated, span('2026-01-11', '2026-01-12'), false)).toEqual([
      span('2026-01-01', '2026-01-12'),
      span('2026-03-01', '2026-03-05'),
    ]);
    expect(decideAbsence(stated, span('2026-01-12', '2026-01-12'), false)).toHaveLength(3);
    expect(decideAbsence(stated, span('2026-01-02', '2026-01-03'), false)).toContainEqual(
      span('2026-01-01', '2026-01-10'),
    );
  });

  it('is taken away whole where the days touch it', () => {
    const stated = [span('2026-01-01', '2026-01-10'), span('2026-03-01', '2026-03-05')];
    expect(decideAbsence(stated, span('2026-01-10', '2026-02-28'), true)).toEqual([stated[1]]);
    expect(decideAbsence(stated, span('2026-01-11', '2026-03-01'), true)).toEqual([stated[0]]);
  });

  it('has its days in order, and is no list', () => {
    expect(decideAbsence([], span('2026-01-02', '2026-01-01'), false)).toEqual(
      refused('bad-input', { field: 'to' }),
    );
    expect(decideAbsence([], span('2026-01-02', '2026-01-02'), false)).toHaveLength(1);
    const many = (n: number) =>
      Array.from({ length: n }, (_, at) =>
        span(
          `2026-${String((at % 12) + 1).padStart(2, '0')}-${at < 12 ? '01' : '15'}`,
          `2026-${String((at % 12) + 1).padStart(2, '0')}-${at < 12 ? '01' : '15'}`,
        ),
      );
    expect(decideAbsence(many(23), span('2026-06-25', '2026-06-25'), false)).toHaveLength(24);
    expect(decideAbsence(many(24), span('2026-06-25', '2026-06-25'), false)).toEqual(
      refused('bad-input', { field: 'from' }),
    );
  });
});
