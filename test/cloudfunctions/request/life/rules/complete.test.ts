/** From a row and its plan to what is written: the row says what the plan leaves open, and the clock follows. */
import { complete, planStep, toStored } from '../../../../../cloudfunctions/request/life/rules/take-step';
import { FOREVER } from '../../../../../cloudfunctions/request/life/rules/plan';
import { context, OFFICE, request, TODAY } from './scene';

describe('a plan that is completed', () => {
  it('has the row’s state, owner and date where it says none, and else its own', () => {
    expect(complete('propose', {}, context())).toMatchObject({
      act: 'propose',
      event: 'request-proposed',
      to: 'proposed',
      owner: OFFICE,
      due: '2026-06-08',
    });
    expect(
      complete(
        'propose',
        { to: 'face', due: '2026-06-20', owner: { kind: 'chief', person: '', group: '' } },
        context(),
      ),
    ).toMatchObject({ to: 'face', due: '2026-06-20', owner: { kind: 'chief' } });
    const aside = complete('note', {}, context());
    for (const field of ['to', 'owner', 'due', 'clockOn', 'set', 'takes'])
      expect(aside).not.toHaveProperty(field);
  });

  it('says from which state, where it was read or the row names one alone', () => {
    expect(complete('take', {}, context())).toMatchObject({ from: 'submitted' });
    expect(complete('propose', {}, context())).not.toHaveProperty('from');
    expect(complete('assign', {}, context(), request({ state: 'returned' }))).toMatchObject({
      from: 'returned',
    });
  });

  it('is looked at by the clock on the day after its date, and never again once it is over', () => {
    expect(complete('propose', {}, context())).toMatchObject({ clockOn: '2026-06-09' });
    expect(complete('withdraw', {}, context())).toMatchObject({ to: 'withdrawn', clockOn: FOREVER });
    const before = request({ state: 'accepted', lateTold: '2026-06-20' });
    expect(complete('extend', { due: '2026-06-20' }, context(), before)).toMatchObject({ clockOn: FOREVER });
    expect(complete('extend', { due: '2026-06-21' }, context(), before)).toMatchObject({
      clockOn: '2026-06-22',
    });
    expect(complete('urge', {}, context(), before)).not.toHaveProperty('clockOn');
  });

  it('the clock goes by who has it afterwards, and by its state then', () => {
    const before = request({ leaderOn: '2026-06-03', officeOn: '2026-06-05' });
    expect(
      complete(
        'keep',
        { owner: { kind: 'office', person: '', group: '' }, due: '2026-06-10' },
        context(),
        before,
      ),
    ).toMatchObject({
      clockOn: '2026-06-11',
    });
    expect(complete('assign', { to: 'assigned', due: '2026-06-20' }, context(), before)).toMatchObject({
      clockOn: '2026-06-21',
    });
    // A state alone moves it too: what is passed on is no longer waited for by the leader.
    expect(complete('explain', { to: 'confirming' }, context(), before)).toMatchObject({
      clockOn: '2026-06-11',
    });
  });

  it('a date that moves ends a pause, but for the pause itself', () => {
    expect(complete('extend', { due: '2026-06-20', drop: ['extension'] }, context()).drop).toEqual([
      'extension',
      'paused',
    ]);
    expect(complete('pause', { due: '2026-06-20' }, context()).drop).toEqual([]);
    expect(complete('note', {}, context()).drop).toEqual([]);
    const paused = { until: '2026-06-20', words: '', left: 3 };
    expect(
      complete('pause', { due: '2026-06-20', set: { paused } }, context(), request({ state: 'accepted' })),
    ).toMatchObject({ clockOn: '2026-06-21' });
    expect(
      complete('extend', { due: '2026-06-10' }, context(), request({ state: 'accepted', paused })),
    ).toMatchObject({ clockOn: '2026-06-11' });
  });

  it('what says in writing where it went settles the word that is owed, where one is', () => {
    const owed = request({ state: 'returned', word: { by: '2026-06-20' } });
    for (const act of [
      'assign',
      'nameUnit',
      'rule',
      'passUp',
      'outOfScope',
      'explain',
      'reply',
      'sign',
    ] as const) {
      expect(complete(act, { set: { lead: 'u1' } }, context(), owed)).toMatchObject({
        set: { lead: 'u1', word: { told: { on: TODAY } } },
        takes: expect.any(String) as string,
      });
      expect(complete(act, { set: { lead: 'u1' } }, context(), request({ state: 'returned' })).set).toEqual({
        lead: 'u1',
      });
    }
    expect(complete('keep', {}, context(), owed)).not.toHaveProperty('set');
  });
});

it('a step that is planned is completed, and one that is refused is not', () => {
  expect(planStep({ act: 'keep', words: 'w' } as never, context(), request())).toMatchObject({
    act: 'keep',
    words: 'w',
    owner: OFFICE,
    event: 'request-kept',
  });
  expect(planStep({ act: 'reassign' } as never, context(), request())).toEqual({
    refused: 'bad-input',
    details: { field: 'step.group' },
  });
  expect(planStep({ act: 'take' } as never, context())).toMatchObject({ to: 'contacting' });
});

describe('what stays of a step', () => {
  const of = { at: 5, act: 'note', by: 'p1' } as const;

  it('is who did what when, and nothing that was not said', () => {
    expect(toStored({}, of)).toStrictEqual(of);
    expect(toStored({ about: '' }, of)).toStrictEqual(of);
  });

  it('is what was said, with the files that came, for whom and among whom', () => {
    const brings = { photos: { first: 0, count: 2 }, recordings: { first: 0, count: 1 } } as never;
    expect(
      toStored({ to: 'accepted', words: 'w', about: 'u1', brings, behalf: true, inner: true }, of),
    ).toStrictEqual({
      ...of,
      state: 'accepted',
      words: 'w',
      about: 'u1',
      files: { photos: 2, recordings: 1 },
      behalf: true,
      inner: true,
    });
  });
});
