/** Whose turn it is, without the exchanges that come afterwards; and in what words the proposal says so. */
import type { RosterPerson, SeatAt } from '../../../../../cloudfunctions/reception/roster/rules/roster-sheet';
import type { RosterTask } from '../../../../../cloudfunctions/reception/roster/rules/generate-roster';
import { deputy, halfDays, lead, propose as proposeAll } from '../../../../support/roster';

const [JAN, FEB, MAR, MAY, JUN, JUL, DEC] = [1, 2, 3, 5, 6, 7, 12].map(
  (month) => `2026-${String(month).padStart(2, '0')}-05`,
) as [string, string, string, string, string, string, string];
const LAST_DECEMBER = '2025-12-05';

const propose = (task: Partial<RosterTask>) => proposeAll({ dutiesPerYear: 0, ...task });
const sitting = (task: Partial<RosterTask>) =>
  propose(task).map(({ date, home, half, n, person }) => `${date.slice(5)} ${home} ${half} ${n} ${person}`);
const kept = (date: string, person: string, n = 1, home = 'bh'): SeatAt => ({
  date,
  home,
  half: 'am',
  n,
  person,
});
/** A deputy who is of the presidium as well. */
const leading = (person: string): RosterPerson => ({
  person,
  roles: [{ from: '2022-01-01', deputy: true, lead: '主席团成员', home: 'bh' }],
  absent: [],
});

describe('who leads', () => {
  it('is of the home first, whoever stands first in the list', () => {
    const people = [lead('p1', 'ls'), lead('p2', 'bh')];
    expect(sitting({ people, halfDays: halfDays([JAN]) })).toEqual(['01-05 bh am 1 p2']);
  });

  it('leads in the morning, where one leads once a day', () => {
    const days = halfDays([JAN], ['bh'], ['pm', 'am']);
    expect(sitting({ people: [lead('p1')], halfDays: days })).toEqual(['01-05 bh am 1 p1']);
  });

  it('takes no deputy’s seat beside another who leads, though a deputy too', () => {
    const people = [leading('p1'), leading('p2')];
    expect(sitting({ people, halfDays: halfDays([JAN]), seatsPerHalf: 2 })).toEqual(['01-05 bh am 1 p1']);
  });

  it('is one in a half-day: where one was set by hand, a deputy takes the other seat', () => {
    const people = [lead('p1'), lead('p2'), deputy('d1')];
    const task = { people, halfDays: halfDays([JAN]), seatsPerHalf: 2, kept: [kept(JAN, 'p1')] };
    expect(sitting(task)).toEqual(['01-05 bh am 2 d1']);
  });
});

describe('whose turn it is', () => {
  const own = [deputy('d1'), deputy('d2')];

  it('one of the home who rested goes before one of another home who sat less', () => {
    const people = [...own, deputy('g1', 'ls')];
    expect(sitting({ people, halfDays: halfDays([JAN, FEB, MAR]) })).toEqual([
      '01-05 bh am 1 d1',
      '02-05 bh am 1 d2',
      '03-05 bh am 1 d1',
    ]);
  });

  it('one of another home who rested goes before one of the home who just sat', () => {
    const people = [deputy('d1'), deputy('g1', 'ls')];
    expect(sitting({ people, halfDays: halfDays([JAN, FEB]) })).toEqual([
      '01-05 bh am 1 d1',
      '02-05 bh am 1 g1',
    ]);
  });

  it('where all have just sat, each goes on in the own home', () => {
    // In February the other home is served first.
    const people = [deputy('d1'), deputy('g1', 'ls')];
    expect(sitting({ people, halfDays: halfDays([JAN, FEB], ['bh', 'ls']) })).toEqual([
      '01-05 bh am 1 d1',
      '01-05 ls am 1 g1',
      '02-05 bh am 1 d1',
      '02-05 ls am 1 g1',
    ]);
  });

  it('a home without deputies of its own is held by one of another, even twice in a row', () => {
    expect(sitting({ people: [deputy('d1')], halfDays: halfDays([JAN, FEB], ['ls']) })).toEqual([
      '01-05 ls am 1 d1',
      '02-05 ls am 1 d1',
    ]);
  });

  it('of those who sat as often, who sat longest ago goes first, whatever the list says', () => {
    const people = [deputy('d3'), deputy('d1'), deputy('d2')];
    const before = [kept(JAN, 'd2'), kept(FEB, 'd3'), kept(MAR, 'd1')];
    expect(sitting({ people, kept: before, halfDays: halfDays([MAY]) })).toEqual(['05-05 bh am 1 d2']);
  });

  it('a seat of later in the year is not yet behind one', () => {
    const people = [deputy('d3'), deputy('d2'), deputy('d1')];
    const others = [kept(FEB, 'd3'), kept(MAR, 'd1'), kept(JUN, 'd1'), kept(JUL, 'd2')];
    expect(sitting({ people, kept: others, halfDays: halfDays([MAY]) })).toEqual(['05-05 bh am 1 d2']);
  });

  it('who sat in December rests in January, also where the others sit more often', () => {
    const before = [kept(MAR, 'd2'), kept(LAST_DECEMBER, 'd1')];
    expect(sitting({ people: own, kept: before, halfDays: halfDays([JAN, FEB]) })).toEqual([
      '01-05 bh am 1 d2',
      '02-05 bh am 1 d1',
    ]);
  });

  it('a seat at the end of the year is no reason to rest at its beginning', () => {
    const people = [deputy('g1', 'ls'), deputy('d1')];
    const task = { people, kept: [kept(DEC, 'd1')], halfDays: halfDays([JAN, FEB]) };
    expect(sitting(task)[0]).toBe('01-05 bh am 1 d1');
  });

  it('days are drawn up in their order, however they are given', () => {
    expect(sitting({ people: own, halfDays: halfDays([FEB, JAN]) })).toEqual([
      '01-05 bh am 1 d1',
      '02-05 bh am 1 d2',
    ]);
  });

  it('a seat that was set by hand stays, and the free number beside it is filled', () => {
    const task = { people: own, kept: [kept(JAN, 'd1', 2)], halfDays: halfDays([JAN]), seatsPerHalf: 2 };
    expect(sitting(task)).toEqual(['01-05 bh am 1 d2']);
  });

  it('one deputy alone may sit morning and afternoon, never at two places at once', () => {
    const days = halfDays([JAN], ['bh', 'ls'], ['am', 'pm']);
    expect(sitting({ people: [deputy('d1')], halfDays: days })).toEqual([
      '01-05 bh am 1 d1',
      '01-05 bh pm 1 d1',
    ]);
  });
});

it('is given by day, then in the order of the homes, morning first, seat by seat', () => {
  const people = Array.from({ length: 20 }, (_, n) => deputy(`d${String(n)}`, n % 2 === 0 ? 'bh' : 'ls'));
  const days = halfDays([JAN, FEB], ['ls', 'bh'], ['pm', 'am']);
  const given = sitting({ people, halfDays: days, seatsPerHalf: 2 }).map((line) => line.slice(0, 13));
  expect(given).toEqual(
    ['01-05', '02-05'].flatMap((date) =>
      ['bh am', 'bh pm', 'ls am', 'ls pm'].flatMap((at) => [
        `${date} ${at} 1`.slice(0, 13),
        `${date} ${at} 2`,
      ]),
    ),
  );
});

describe('in words', () => {
  const why = (task: Partial<RosterTask>) => propose(task).map((seat) => seat.why);
  const ROW = '与相邻的接访日连着，因为当天没有别的人选';
  const one = [deputy('d1')];

  it('of two half-days in a row the later says so', () => {
    const [am, pm] = why({ people: one, halfDays: halfDays([JAN], ['bh'], ['am', 'pm']) });
    expect([am?.includes(ROW), pm?.includes(ROW)]).toEqual([false, true]);
    const days = [...halfDays([JAN], ['bh'], ['pm']), ...halfDays([FEB])];
    expect(why({ people: one, halfDays: days }).map((said) => said.includes(ROW))).toEqual([false, true]);
  });

  it('beside a seat that was set by hand it is the proposed one that says so', () => {
    expect(why({ people: one, kept: [kept(FEB, 'd1')], halfDays: halfDays([JAN]) })[0]).toContain(ROW);
  });

  it('that nobody leads is said of the first seat alone, and only where somebody might', () => {
    const deputies = ['d1', 'd2', 'd3', 'd4'].map((id) => deputy(id));
    const task = { halfDays: halfDays([JAN, FEB]), seatsPerHalf: 2 };
    const missing = '带头成员当天都排不开';
    const said = (people: RosterPerson[]) => why({ ...task, people }).map((words) => words.includes(missing));
    expect(said([lead('p1'), ...deputies])).toEqual([false, false, true, false]);
    expect(said(deputies)).toEqual([false, false, false, false]);
  });

  it('a seat of the year before is no duty of this one, and counts run through the year', () => {
    const before = [kept(LAST_DECEMBER, 'd1'), kept(MAR, 'd1')];
    const [january, may] = why({ people: one, kept: before, halfDays: halfDays([JAN, MAY]) });
    expect(january).toContain('本年第1次');
    expect(may).toContain('本年第3次');
  });

  it('in the afternoon of a day it is the second time', () => {
    const said = why({ people: one, halfDays: halfDays([JAN], ['bh'], ['pm', 'am']) });
    expect(said.map((words) => /本年第\d次/.exec(words)?.[0])).toEqual(['本年第1次', '本年第2次']);
  });
});
