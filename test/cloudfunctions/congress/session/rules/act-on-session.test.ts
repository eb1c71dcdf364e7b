/** What keeps its name when an agenda is changed: votes, opinions and signatures go by it. */
import { planSession } from '../../../../../cloudfunctions/congress/session/rules/act-on-session';
import { LIMITS } from '../../../../../miniprogram/contract/limits';
import type { SessionStep } from '../../../../../miniprogram/contract/congress/session';
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

const CONTEXT = { today: '2026-12-01', base: 50 };
const plan = (step: SessionStep, before: Partial<SessionDocument> = {}, today = CONTEXT.today) =>
  planSession(step, { ...born, ...before }, { ...CONTEXT, today });
const wrong = (field: string) => ({ refused: 'bad-input', details: { field: `step.${field}` } });

it.each([
  ['2026-12-20', '08:30', '11:30', false],
  ['2026-12-21', '08:30', '11:30', true],
  ['2026-12-22', '08:30', '11:30', true],
  ['2026-12-23', '08:30', '11:30', false],
  ['2026-12-21', '11:30', '11:30', false],
  ['2026-12-21', '11:31', '11:30', false],
])('a half on %s from %s to %s: %s', (date, start, end, fits) => {
  const step = {
    act: 'saveAgenda',
    agenda: [{ title: '报告' }],
    sittings: [{ date, start, end, title: '' }],
  } as const;
  const made = plan(step);
  expect('refused' in made ? made : 'made').toEqual(fits ? 'made' : wrong('sittings'));
});

it('an item may not begin before the session', () => {
  const agenda = [{ title: '报告' }, { title: '预算', at: { date: '2026-12-20', start: '14:30' } }];
  expect(plan({ act: 'saveAgenda', agenda, sittings: [] })).toEqual(wrong('agenda'));
  const first = [{ title: '预算', at: { date: '2026-12-21', start: '08:30' } }];
  expect(plan({ act: 'saveAgenda', agenda: first, sittings: [] })).toMatchObject({ set: {} });
});

it('a half keeps its id by day and hour: another hour of the day is another half', () => {
  const sittings = [{ date: '2026-12-21', start: '14:30', end: '17:00', title: '' }];
  expect(plan({ act: 'saveAgenda', agenda: [], sittings })).toMatchObject({
    set: { sittings: [{ id: 'b2' }] },
    event: 'session-agenda-saved',
  });
});

it('new items are numbered on', () => {
  expect(save(['选举', '报告', '决议'], [])).toMatchObject({
    set: { agenda: [{ id: 'a3' }, { id: 'a1' }, { id: 'a4' }] },
  });
});

it('two items that were voted on both stay', () => {
  const figures = { due: 50, present: 40, for: 30, against: 0, abstain: 0, passed: true };
  const votes = ['a1', 'a2'].map((item, at) => ({ id: `v${String(at)}`, item, title: '', ...figures }));
  expect(save(['报告', '预算'], [], { ...born, votes })).toMatchObject({ set: {} });
});

describe('papers', () => {
  const paper = (id: string) => ({ id, title: id }) as SessionDocument['papers'][number];
  const full = Array.from({ length: LIMITS.sessionPapers }, (_, at) => paper(`p${String(at + 1)}`));

  it('one more, with the next number, as long as there is room', () => {
    const added = plan({ act: 'addPaper', title: '报告' } as SessionStep, {
      papers: [paper('p1'), paper('p7')],
    });
    expect(added).toMatchObject({
      set: { papers: [{ id: 'p1' }, { id: 'p7' }, { id: 'p8', title: '报告' }] },
      event: 'session-paper-added',
    });
    expect(plan({ act: 'addPaper', title: '报告' } as SessionStep, { papers: full })).toEqual({
      refused: 'too-many-rows',
      details: { max: LIMITS.sessionPapers },
    });
    expect(plan({ act: 'addPaper', title: '报告' } as SessionStep, { papers: full.slice(1) })).toHaveProperty(
      'set',
    );
  });

  it('not what lies in a phone’s own folder, where it may change', () => {
    const step = { act: 'addPaper', title: '报告', file: 'cloud://x/bh/u/a/1.pdf' } as SessionStep;
    expect(plan(step)).toEqual(wrong('file'));
  });

  it('one is dropped by its number, and only one that is there', () => {
    const papers = [paper('p1'), paper('p2')];
    expect(plan({ act: 'dropPaper', paper: 'p1' }, { papers })).toEqual({
      set: { papers: [paper('p2')] },
      event: 'session-paper-dropped',
    });
    expect(plan({ act: 'dropPaper', paper: 'p9' }, { papers })).toEqual(wrong('paper'));
  });
});

it('notice is given of what has an agenda and halves', () => {
  const step = { act: 'notify', place: '礼堂' } as SessionStep;
  expect(plan(step, { state: 'prepared', agenda: [] })).toEqual(wrong('agenda'));
  expect(plan(step, { state: 'prepared', sittings: [] })).toEqual(wrong('sittings'));
  expect(plan(step, { state: 'prepared' })).toEqual({
    set: { state: 'noticed', noticedOn: '2026-12-01', place: '礼堂' },
    event: 'session-noticed',
  });
});

describe('votes', () => {
  const step = {
    act: 'recordVote',
    item: 'a2',
    title: '预算',
    present: 40,
    for: 30,
    against: 5,
    abstain: 5,
  } as const;

  it('are kept with how many were due and whether it passed', () => {
    expect(plan(step)).toEqual({
      set: {
        votes: [
          {
            due: 50,
            present: 40,
            for: 30,
            against: 5,
            abstain: 5,
            id: 'v1',
            item: 'a2',
            title: '预算',
            passed: true,
          },
        ],
      },
      event: 'session-voted',
    });
  });

  it('are of an item of the agenda, have room, and add up', () => {
    expect(plan({ ...step, item: 'a9' })).toEqual(wrong('item'));
    expect(plan({ ...step, for: 41 })).toMatchObject({ refused: 'bad-input' });
    const votes = Array.from({ length: LIMITS.sessionVotes }, (_, at) => ({ id: `v${String(at + 1)}` }));
    expect(plan(step, { votes } as never)).toEqual({
      refused: 'too-many-rows',
      details: { max: LIMITS.sessionVotes },
    });
    expect(plan(step, { votes: votes.slice(1) } as never)).toHaveProperty('set');
  });
});

it('it is over on its last day, not before; minutes may come after', () => {
  expect(plan({ act: 'close' }, {}, '2026-12-21')).toEqual(wrong('act'));
  expect(plan({ act: 'close' }, {}, '2026-12-22')).toEqual({
    set: { state: 'closed' },
    event: 'session-closed',
  });
  expect(plan({ act: 'fileMinutes', number: '1号' }, { state: 'closed' })).toEqual({
    set: { minutes: '1号' },
    event: 'session-minutes-filed',
  });
});

it.each([
  ['prepared', ['saveAgenda', 'addPaper', 'dropPaper', 'notify']],
  ['noticed', ['saveAgenda', 'addPaper', 'dropPaper', 'recordVote', 'fileMinutes', 'close']],
  ['closed', ['addPaper', 'recordVote', 'fileMinutes']],
] as const)('while it is %s: %j', (state, acts) => {
  const steps = [
    { act: 'saveAgenda', agenda: [], sittings: [] },
    { act: 'addPaper', title: '' },
    { act: 'dropPaper', paper: 'p1' },
    { act: 'notify', place: '' },
    { act: 'recordVote' },
    { act: 'fileMinutes', number: '' },
    { act: 'close' },
  ] as unknown as SessionStep[];
  const refused = { refused: 'wrong-state', details: { state } };
  const open = steps.filter((step) => JSON.stringify(plan(step, { state })) !== JSON.stringify(refused));
  expect(open.map(({ act }) => act)).toEqual(acts);
});
