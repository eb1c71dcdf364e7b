import type { RosterPerson, SeatAt } from '../../../../../cloudfunctions/reception/roster/rules/roster-sheet';
import { countSeats, deputy, halfDays, HOMES, lead, MONTHS, propose } from '../../../../support/roster';

const sitting = (seats: readonly SeatAt[]) =>
  seats.map((seat) => `${seat.date.slice(5)} ${seat.n} ${seat.person}`);

describe('the worked example', () => {
  const seats = propose({
    people: [
      deputy('d1'),
      deputy('d2', 'bh', [{ from: '2026-02-01', to: '2026-02-28' }]),
      deputy('d3'),
      lead('p1'),
    ],
    halfDays: halfDays(['2026-01-05', '2026-02-05', '2026-03-05']),
    seatsPerHalf: 2,
  });

  test('leads first, then turn; who just sat rests, who is away is passed over', () => {
    expect(sitting(seats)).toEqual(['01-05 1 p1', '01-05 2 d1', '02-05 1 d3', '03-05 1 p1', '03-05 2 d2']);
  });

  test('each choice carries its reason in words', () => {
    expect(seats.map(({ why }) => why)).toEqual([
      '主席团成员带头坐班，本年第1次',
      '白鹤桥代表之家的代表，按次序轮到，本年第1次',
      '白鹤桥代表之家的代表，按次序轮到，本年第1次，带头成员当天都排不开',
      '主席团成员带头坐班，本年第2次',
      '白鹤桥代表之家的代表，按次序轮到，本年第1次',
    ]);
  });
});

describe('stories', () => {
  test('a home without anybody rested borrows from another home before it asks the same person again', () => {
    const seats = propose({
      people: [deputy('d1'), deputy('g1', 'ls')],
      halfDays: halfDays(['2026-01-05', '2026-02-05']),
    });
    expect(sitting(seats)).toEqual(['01-05 1 d1', '02-05 1 g1']);
    expect(seats[1]?.why).toContain('白鹤桥代表之家的代表排不开，请其他代表');
  });

  test('with one deputy alone the same person sits each time, and the reason says why', () => {
    const seats = propose({ people: [deputy('d1')], halfDays: halfDays(['2026-01-05', '2026-02-05']) });
    expect(sitting(seats)).toEqual(['01-05 1 d1', '02-05 1 d1']);
    expect(seats[1]?.why).toContain('连着，因为当天没有别的人选');
    expect(seats[0]?.why).toBe('白鹤桥代表之家的代表，按次序轮到，本年第1次');
  });

  test('nobody sits twice in one half-day: with one deputy the second seat stays empty', () => {
    const seats = propose({ people: [deputy('d1')], halfDays: halfDays(['2026-01-05']), seatsPerHalf: 2 });
    expect(sitting(seats)).toEqual(['01-05 1 d1']);
  });

  test('a home with more deputies than seats lends them, so that everybody sits once', () => {
    const own = ['a1', 'a2', 'a3', 'a4'].map((id) => deputy(id, 'bh'));
    const many = Array.from({ length: 15 }, (_, n) => deputy(`b${n}`, 'ls'));
    const seats = propose({ people: [...own, ...many], halfDays: halfDays(MONTHS, ['bh', 'ls']) });
    for (const { person } of [...own, ...many]) expect(countSeats(seats, person)).toBeGreaterThanOrEqual(1);
    const lent = seats.filter(({ why }) => why.includes('保证每位代表'));
    expect(lent).toHaveLength(3);
    expect(lent[0]?.why).toBe(
      '保证每位代表一年坐班至少1次，到白鹤桥代表之家，因为本家的席位排不开，本年第1次',
    );
  });

  test('who can come on one day only gets it, though its holder has to move along a chain', () => {
    const dates = ['2026-01-05', '2026-02-05', '2026-03-05'];
    const january = [{ from: '2026-02-01' }];
    const untilMarch = [{ from: '2026-03-01' }];
    const people = [deputy('d1', 'bh', untilMarch), deputy('d2'), deputy('d3', 'bh', january)];
    expect(sitting(propose({ people, halfDays: halfDays(dates) }))).toEqual([
      '01-05 1 d3',
      '02-05 1 d1',
      '03-05 1 d2',
    ]);
  });

  test('seats set by hand stay and count as turns', () => {
    const kept = [{ date: '2026-01-05', home: 'bh', half: 'am' as const, n: 1, person: 'd2' }];
    const seats = propose({
      people: [deputy('d1'), deputy('d2')],
      halfDays: halfDays(['2026-01-05', '2026-02-05', '2026-03-05']),
      kept,
    });
    expect(sitting(seats)).toEqual(['02-05 1 d1', '03-05 1 d2']);
    expect(seats[1]?.why).toContain('本年第2次');
  });

  test('who sat on the last day of December rests on the first of January, and it counts as no duty', () => {
    const kept = [{ date: '2025-12-05', home: 'bh', half: 'am' as const, n: 1, person: 'd1' }];
    const seats = propose({ people: [deputy('d1'), deputy('d2')], halfDays: halfDays(['2026-01-05']), kept });
    expect(sitting(seats)).toEqual(['01-05 1 d2']);
    expect(seats[0]?.why).toContain('本年第1次');
  });

  test('a market day of another home in between makes no pause', () => {
    const seats = propose({
      people: [deputy('d1'), deputy('d2'), deputy('e1', 'ls')],
      halfDays: [...halfDays(['2026-01-05', '2026-02-05']), ...halfDays(['2026-01-13'], ['ls'])],
    });
    expect(sitting(seats)).toEqual(['01-05 1 d1', '01-13 1 e1', '02-05 1 d2']);
  });

  test('whose term begins in July sits from July on', () => {
    const late: RosterPerson = {
      person: 'n1',
      roles: [{ from: '2026-07-01', deputy: true, home: 'bh' }],
      absent: [],
    };
    const seats = propose({ people: [late, deputy('d1'), deputy('d2')] });
    const own = seats.filter(({ person }) => person === 'n1');
    expect(own.length).toBeGreaterThanOrEqual(1);
    expect(own.every(({ date }) => date >= '2026-07-01')).toBe(true);
  });

  test('when leading members run out, the homes take turns at going without', () => {
    const seats = propose({
      people: ['p1', 'p2', 'p3', 'p4'].map((id) => lead(id)),
      halfDays: halfDays(MONTHS, ['bh', 'ls', 'qs']),
    });
    const led = HOMES.map(({ id }) => seats.filter(({ home }) => home === id).length);
    expect(seats.length).toBe(24);
    expect(Math.max(...led) - Math.min(...led)).toBeLessThanOrEqual(1);
    for (const id of ['p1', 'p2', 'p3', 'p4']) expect(countSeats(seats, id)).toBe(6);
  });

  test('no people, no homes, no days: an empty proposal', () => {
    expect(propose({})).toEqual([]);
    expect(propose({ people: [deputy('d1')], homes: [], halfDays: [] })).toEqual([]);
  });
});
