/** What keeps its name when an agenda is changed: votes, opinions and signatures go by it. */
import { planSession } from '../../../../../cloudfunctions/congress/session/rules/act-on-session';
import type { SessionDocument } from '../../../../../cloudfunctions/congress/session/rules/session-document';

const born: SessionDocument = {
  _id: 'bh~s1',
  township: 'bh',
  rev: 1,
  edition: 1,
  session: 's1',
  name: '一次会议',
  from: '2026-12-21',
  to: '2026-12-22',
  place: '礼堂',
  state: 'noticed',
  agenda: [
    { id: 'a1', title: '报告' },
    { id: 'a2', title: '预算' },
  ],
  sittings: [{ id: 'b1', date: '2026-12-21', start: '08:30', end: '11:30', title: '上午会' }],
  papers: [],
  votes: [],
  acts: [],
};
it('an item may say when it begins, on a day of the session', () => {
  const save = (date: string) =>
    planSession(
      { act: 'saveAgenda', agenda: [{ title: '预算', at: { date, start: '14:30' } }], sittings: [] },
      born,
      { today: '2026-12-01', base: 49 },
    );
  expect(save('2026-12-22')).toMatchObject({
    set: { agenda: [{ id: 'a2', title: '预算', at: { date: '2026-12-22', start: '14:30' } }] },
  });
  expect(save('2026-12-23')).toMatchObject({ refused: 'bad-input', details: { field: 'step.agenda' } });
});

const half = { start: '08:30', end: '11:30', title: '上午会' };
const save = (titles: readonly string[], days: readonly string[], before = born) =>
  planSession(
    {
      act: 'saveAgenda',
      agenda: titles.map((title) => ({ title })),
      sittings: days.map((date) => ({ ...half, date })),
    },
    before,
    { today: '2026-12-01', base: 50 },
  );

it('an item that moves keeps its id, a new one takes one that was never given', () => {
  const days = ['2026-12-22', '2026-12-21'];
  expect(save(['选举', '预算', '报告'], days)).toMatchObject({
    set: {
      agenda: [{ id: 'a3' }, { id: 'a2' }, { id: 'a1' }],
      sittings: [{ id: 'b2' }, { id: 'b1' }],
    },
  });
});

it('two items of one title are two', () => {
  expect(save(['报告', '报告'], ['2026-12-21'])).toMatchObject({
    set: { agenda: [{ id: 'a1' }, { id: 'a3' }] },
  });
});

it('an item that was voted on stays', () => {
  const figures = { due: 50, present: 40, for: 30, against: 0, abstain: 0, passed: true };
  const voted = { ...born, votes: [{ id: 'v1', item: 'a2', title: '预算', ...figures }] };
  expect(save(['报告'], ['2026-12-21'], voted)).toMatchObject({ refused: 'bad-input' });
  expect(save(['预算'], ['2026-12-21'], voted)).toMatchObject({ set: { agenda: [{ id: 'a2' }] } });
});
