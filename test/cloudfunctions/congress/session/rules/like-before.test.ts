/** A session prepared from the one before. */
import { likeBefore } from '../../../../../cloudfunctions/congress/session/rules/like-before';

const half = { start: '08:30', end: '11:30', title: '上午会' };
const before = {
  from: '2026-12-01',
  agenda: [
    { id: 'a2', title: '报告' },
    { id: 'a5', title: '选举' },
  ],
  sittings: [
    { ...half, id: 'b1', date: '2026-12-01' },
    { ...half, id: 'b4', date: '2026-12-02' },
  ],
};

it('has the agenda and the half-days of the other one, on its own days, under ids of its own', () => {
  expect(likeBefore(before, '2027-02-28', '2027-03-01')).toEqual({
    agenda: [
      { id: 'a1', title: '报告' },
      { id: 'a2', title: '选举' },
    ],
    sittings: [
      { ...half, id: 'b1', date: '2027-02-28' },
      { ...half, id: 'b2', date: '2027-03-01' },
    ],
  });
});

it('what had a time has it on the day that it moves to, and none where the session is over by then', () => {
  const at = (date: string) => ({ id: 'a1', title: '报告', at: { date, start: '09:00' } });
  const timed = { ...before, agenda: [at('2026-12-01'), at('2026-12-02')] };
  expect(likeBefore(timed, '2027-02-28', '2027-02-28').agenda).toEqual([
    { id: 'a1', title: '报告', at: { date: '2027-02-28', start: '09:00' } },
    { id: 'a2', title: '报告' },
  ]);
});

it('has no half-day after its last day', () => {
  const { sittings } = likeBefore(before, '2027-02-28', '2027-02-28');
  expect(sittings.map(({ date }) => date)).toEqual(['2027-02-28']);
});
