/** What comes back, what is public, and what time alone brings. */
import {
  clockAfter,
  clockStep,
  companionStep,
  ownerGoneStep,
} from '../../../../../cloudfunctions/request/life/rules/plan-clock';
import { offer, publish, setTitle } from '../../../../../cloudfunctions/request/life/rules/plan-publish';
import {
  callBack,
  disagree,
  notSolved,
  settle,
} from '../../../../../cloudfunctions/request/life/rules/plan-reopen';
import { FOREVER, type Plan, type PlanContext } from '../../../../../cloudfunctions/request/life/rules/plan';
import { born } from '../../rules/born';
import { TODAY, NOW, directory, context, request, OFFICE, DEPUTY, LEADER, settings } from './scene';

describe('what is not accepted', () => {
  const back = (changes: object = {}, more: Partial<PlanContext> = {}) =>
    notSolved({ words: 'w' }, context(directory, more), request({ state: 'closed', ...changes })) as Plan;

  it('comes back to the deputy who follows it, to the unit, or to the office', () => {
    expect(back()).toMatchObject({
      to: 'contacting',
      owner: DEPUTY,
      due: '2026-06-04',
      words: 'w',
      set: { redone: 1, led: 'g1' },
    });
    expect(back({ deputy: '' })).toMatchObject({ owner: OFFICE, set: { led: '' } });
    expect(back({ lead: 'u1' })).toMatchObject({
      to: 'accepted',
      owner: { kind: 'unit' },
      set: { redone: 1, assigned: { at: NOW } },
    });
    expect(back({ lead: 'u1', assigned: { at: 3, words: 'v' } })).toMatchObject({
      set: { assigned: { at: 3, words: 'v' } },
    });
  });

  it('and after the last time to the presidium', () => {
    expect(back({ redone: settings.redoTimes })).toMatchObject({
      to: 'escalated',
      owner: { kind: 'presidium', person: '', group: '' },
    });
    expect(back({ redone: settings.redoTimes - 1 })).not.toMatchObject({ to: 'escalated' });
  });

  it('is over no more: nothing of its end stays, and a promise was kept', () => {
    expect(back().drop).toEqual(
      expect.arrayContaining([
        'outcome',
        'rating',
        'rateBy',
        'reopenBy',
        'disagreed',
        'callback',
        'door',
        'returnBy',
        'extension',
        'delivery',
        'board',
        'boardPlaces',
        'published',
        'mergedInto',
        'before',
      ]),
    );
    expect(back({ promise: 'open' })).toMatchObject({ set: { promise: 'kept' } });
    expect(back({ promise: 'kept' })).not.toHaveProperty('set.promise');
  });

  it('is talked about face to face by whoever follows it', () => {
    expect(disagree({ words: 'w' }, context(), request({ state: 'closed' }))).toMatchObject({
      owner: DEPUTY,
      words: 'w',
      set: { disagreed: true, led: 'g1' },
      drop: ['outcome', 'door', 'rateBy', 'reopenBy', 'callback', 'board', 'boardPlaces', 'published'],
    });
  });

  it('is found by calling back, which whoever answered does not do', () => {
    const call = (solved: boolean) =>
      callBack(
        { solved, words: 'w' },
        context(),
        request({ state: 'closed', owner: OFFICE, due: '2026-05-01' }),
      );
    const needs = { answeredBy: { test: 'neq', value: 'a' } };
    expect(call(true)).toEqual({
      to: 'closed',
      owner: OFFICE,
      due: '2026-05-01',
      words: 'w',
      needs,
      behalf: true,
      set: { callback: 'done', calledBack: { solved: true, words: 'w', at: NOW } },
    });
    expect(call(false)).toMatchObject({
      to: 'contacting',
      words: 'w',
      needs,
      behalf: true,
      set: { redone: 1, calledBack: { solved: false } },
    });
  });

  it('the presidium ends it for good, or has it handled once more', () => {
    const closed = settle({ then: 'close', words: 'w' }, context(), request()) as Plan;
    expect(closed).toMatchObject({
      to: 'closed',
      owner: { kind: 'presidium' },
      due: TODAY,
      words: 'w',
      about: 'close',
      set: { outcome: 'settled' },
      drop: ['reopenBy'],
    });
    expect(closed.set).not.toHaveProperty('reopenBy');
    expect(settle({ then: 'redo', words: 'w' }, context(), request())).toEqual({
      to: 'proposed',
      owner: OFFICE,
      due: '2026-06-08',
      words: 'w',
      about: 'redo',
    });
  });
});

describe('what is public', () => {
  it('is the office’s words, found at its place', () => {
    expect(publish({ title: 't', summary: 's', result: 'r' }, context(), request())).toMatchObject({
      set: { boardPlaces: ['*', 'v1 road'], published: { title: 't', summary: 's', result: 'r', on: TODAY } },
    });
  });

  it('a title that names nobody, of what nobody is kept from', () => {
    const ask = (title: string, changes: object = {}) =>
      offer({ title }, context(), request({ privacy: { ...born.privacy, joinable: true }, ...changes }));
    expect(ask('路灯不亮')).toMatchObject({
      set: { boardPlaces: ['*', 'v1 road'], offered: { title: '路灯不亮', on: TODAY } },
    });
    expect(ask('代表p1没来')).toEqual({ refused: 'title-names' });
    expect(ask('路灯不亮', { recused: ['p1'] })).toEqual({ refused: 'not-allowed' });
  });

  it('a new title is searched by its words, and no longer by those of the old one', () => {
    const title = (changes: object = {}) =>
      setTitle({ title: 'lamp' }, context(), request({ tokens: ['w:old', 'W:sealed', 'key:'], ...changes }));
    expect(title()).toEqual({ set: { title: 'lamp', tokens: ['key:', 'w:lamp'] } });
    expect(title({ needs: 'title' })).toMatchObject({ set: { needs: '', review: false } });
    expect(title({ needs: 'summary' })).not.toHaveProperty('set.needs');
  });
});

describe('by time alone', () => {
  const known = { directory, openByPerson: {} };
  const step = (changes: object, of = directory, now = NOW) =>
    clockStep(request(changes), { ...known, directory: of }, now);
  const waits = { leaderOn: '2026-05-31', officeOn: '2026-06-03', clockOn: TODAY };

  it('what nobody took goes to the leader, and keeps the day that was promised', () => {
    expect(step(waits)).toMatchObject({
      act: 'to-leader',
      event: 'request-to-leader',
      plan: {
        owner: LEADER,
        about: 'p2',
        tell: { to: 'p2', had: 'p1' },
        set: { officeOn: '2026-06-03', led: 'g1', deputy: 'p2' },
      },
    });
    for (const field of ['to', 'due', 'drop', 'set.facets', 'set.lead'])
      expect(step(waits)?.plan).not.toHaveProperty(field);
  });

  it('to the office where the group has no leader for it, or after a long sleep', () => {
    const alone = { ...directory, people: directory.people.filter(({ id }) => id !== 'p2') };
    const plan = { owner: OFFICE, due: '2026-06-04', set: { led: '' }, tell: { had: 'p1' } };
    expect(step(waits, alone)).toMatchObject({ act: 'to-office', event: 'request-to-office', plan });
    expect(step({ ...waits, officeOn: '2026-05-31' })).toMatchObject({ act: 'to-office', plan });
    expect(
      step({ leaderOn: TODAY, officeOn: '2026-06-03', clockOn: TODAY, due: '2026-06-10' }),
    ).toBeUndefined();
  });

  it('silence ends what was answered, a pause ends on its day, and what is late is told once', () => {
    expect(step({ state: 'confirming', due: '2026-05-29', clockOn: TODAY })).toMatchObject({
      act: 'lapse',
      event: 'request-closed',
      clockOn: FOREVER,
      plan: { to: 'closed', due: TODAY, set: { outcome: 'silent' } },
    });
    expect(
      step({
        state: 'accepted',
        paused: { until: '2026-05-31', words: '', left: 3 },
        due: TODAY,
        clockOn: TODAY,
      }),
    ).toMatchObject({
      act: 'unpause',
      event: 'request-resumed',
      plan: { due: '2026-06-04', drop: ['paused'] },
    });
    expect(step({ state: 'accepted', due: '2026-05-29', clockOn: TODAY })).toMatchObject({
      act: 'late',
      event: 'request-late',
      plan: { set: { lateTold: '2026-05-29' } },
    });
    expect(
      step({ state: 'accepted', due: '2026-05-29', lateTold: '2026-05-29', clockOn: TODAY }),
    ).toBeUndefined();
  });

  it('what is over is looked at no more', () => {
    expect(clockAfter(request(), { to: 'closed' })).toBe(FOREVER);
    expect(clockAfter(request({ state: 'accepted' }), { due: '2026-06-20' })).toBe('2026-06-21');
  });

  it('whose owner is gone goes on with somebody else of the group, else with the office', () => {
    expect(ownerGoneStep(request({ recused: ['p1'] }), known, NOW)).toMatchObject({
      act: 'owner-gone',
      event: 'request-handed-over',
      plan: { owner: LEADER, set: { deputy: 'p2' } },
    });
    expect(ownerGoneStep(request({ recused: ['p1', 'p2'] }), known, NOW)).toMatchObject({
      plan: { owner: OFFICE, set: { deputy: '' } },
    });
  });
});

describe('merged with another', () => {
  const known = { directory, openByPerson: {} };
  const merged = (changes: object = {}) =>
    request({
      state: 'merged',
      open: false,
      mergedInto: 'tt~y',
      before: { state: 'contacting', owner: DEPUTY, due: '2026-06-10' },
      ...changes,
    });
  const after = (target: object, changes: object = {}) =>
    companionStep(merged(changes), request(target), known, NOW);
  const replies = [{ class: 'A', words: 'r', unit: '', by: 'p1', at: 1 }];

  it('is answered as that one is, once for each answer', () => {
    expect(after({ state: 'accepted' })).toBeUndefined();
    expect(after({ state: 'confirming', replies, answeredBy: 'p1' })).toMatchObject({
      act: 'with',
      event: 'request-answered',
      clockOn: FOREVER,
      plan: { set: { replies, answeredBy: 'p1' } },
    });
    expect(after({ state: 'confirming', replies }, { replies })).toBeUndefined();
    expect(after({ state: 'confirming', replies })).toMatchObject({ plan: { set: { answeredBy: '' } } });
  });

  it('ends as that one ends', () => {
    expect(after({ state: 'closed', replies })).toMatchObject({
      act: 'with',
      event: 'request-closed',
      clockOn: FOREVER,
      plan: { to: 'closed', due: TODAY, set: { outcome: 'with-other', replies } },
    });
    expect(after({ state: 'out-of-scope', door: 'court' })).toMatchObject({
      event: 'request-out-of-scope',
      clockOn: FOREVER,
      plan: {
        to: 'out-of-scope',
        set: { door: 'court', replies: [], reopenBy: expect.any(String) as string },
      },
    });
    expect(after({ state: 'out-of-scope' })).not.toHaveProperty('plan.set.door');
  });

  it('goes on by itself where that one is withdrawn', () => {
    expect(after({ state: 'withdrawn' })).toMatchObject({ act: 'send-back', event: 'request-sent-back' });
  });
});
